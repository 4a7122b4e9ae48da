import type { Container, ContainerDetails, EndpointDetails, Network } from '../../../src/core/model.ts';
import { isBuiltIn, modeOf } from '../../../src/core/modes/modeOf.ts';
import { parseHosts } from '../../../src/core/names/parseHosts.ts';
import { parseResolv } from '../../../src/core/names/parseResolv.ts';
import type { NameWorld } from '../../../src/core/names/world.ts';
import type { HostsFile, ResolvFile } from '../../../src/core/report.ts';
import {
  aContainer,
  aDetails,
  aNetwork,
  anEndpoint,
  anEndpointDetails,
  anEngine,
  anId,
  aSnapshot,
} from './model.ts';

/** A container of a made-up world, and its place on each network by the network's name. */
export interface Given extends Partial<Omit<ContainerDetails, 'endpoints'>> {
  name: string;
  on?: Record<string, Partial<EndpointDetails>>;
  /** Lines of its hosts file after the engine's own; its own lines are written as the engine would. */
  hosts?: string;
  resolv?: string;
  /** The engine answers from it alone; not inspected, its files not read. */
  unread?: boolean;
}

export const builtIns: Partial<Network>[] = [
  {
    name: 'bridge',
    builtIn: true,
    subnets: [{ subnet: '172.17.0.0/16', gateway: '172.17.0.1', reserved: {} }],
  },
  { name: 'host', builtIn: true, driver: 'host', subnets: [] },
  { name: 'none', builtIn: true, driver: 'null', subnets: [] },
];

/** A whole world as the engine would tell it: each network as given, each container with its files. */
export function aWorld(given: {
  version?: string;
  networks?: Partial<Network>[];
  containers: Given[];
}): NameWorld {
  const version = given.version ?? '28.5.2';
  const networks = [...(given.networks ?? [{}]), ...builtIns].map((one) => aNetwork(one));
  const made = given.containers.map((one) => make(one, networks, version));
  for (const network of networks) {
    network.endpoints = made.flatMap(({ container, details }) =>
      details.endpoints
        .filter((one) => one.networkId === network.id)
        .map(({ ipv4, ipv6, gateway, staticIpv4, staticIpv6 }) =>
          anEndpoint({
            name: container.name,
            state: container.state,
            ipv4,
            ipv6,
            gateway,
            staticIpv4,
            staticIpv6,
          }),
        ),
    );
  }
  const read = made.filter((one) => !one.unread);
  const own = read.filter((one) => one.container.mode !== 'container');
  return {
    snapshot: aSnapshot({
      engine: anEngine({ version }),
      networks,
      containers: made.map((one) => one.container),
    }),
    details: new Map(read.map((one) => [one.container.id, one.details])),
    hosts: new Map(own.map((one) => [one.container.id, one.hosts])),
    resolv: new Map(own.map((one) => [one.container.id, one.resolv])),
  };
}

function make(
  { on = {}, hosts, resolv, unread = false, ...given }: Given,
  networks: Network[],
  version: string,
) {
  const state = given.state ?? 'running';
  const up = state === 'running' || state === 'paused';
  const networkMode = given.networkMode ?? Object.keys(on)[0] ?? 'none';
  const mode = modeOf(networkMode, Object.keys(on));
  const sharesWith = mode === 'container' ? anId(networkMode.slice('container:'.length)) : undefined;
  const base = aDetails({ ...given, state, mode, networkMode, sharesWith });
  const endpoints = Object.entries(on).map(([networkName, one]) => {
    const network = networks.find(({ name }) => name === networkName)!;
    return anEndpointDetails({
      networkName,
      networkId: network.id,
      gateway:
        up && (!network.internal || version.startsWith('20.')) ? network.subnets[0]?.gateway : undefined,
      dnsNames: version.startsWith('20.') || network.builtIn ? undefined : dnsNames(base, one.aliases ?? []),
      ...one,
    });
  });
  const details: ContainerDetails = { ...base, endpoints };
  const container: Container = aContainer({
    name: base.name,
    state,
    mode,
    sharesWith,
    networks: endpoints.map((one) => one.networkId),
    labels: base.labels,
    ports: base.ports,
  });
  return {
    container,
    details,
    hosts: hostsFile(details, hosts),
    resolv: resolvFile(details, resolv),
    unread,
  };
}

function dnsNames(of: ContainerDetails, aliases: string[]): string[] {
  return [...new Set([of.name, ...aliases, of.id.slice(0, 12), of.hostname])];
}

function hostsFile(of: ContainerDetails, more = ''): HostsFile {
  const own = of.endpoints.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter((one) => one !== undefined));
  const text = `127.0.0.1\tlocalhost\n${more}${own.map((one) => `${one}\t${of.hostname}\n`).join('')}`;
  return { text, entries: parseHosts(text, of) };
}

function resolvFile(of: ContainerDetails, given?: string): ResolvFile {
  const embedded = of.endpoints.some((one) => !isBuiltIn(one.networkName));
  const text = given ?? (embedded ? 'nameserver 127.0.0.11\noptions ndots:0\n' : 'nameserver 10.0.0.53\n');
  return { text, ...parseResolv(text) };
}
