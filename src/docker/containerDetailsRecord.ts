import type { ContainerDetails, Port } from '../core/model.ts';
import { modeOf, sharedContainer } from '../core/modes/modeOf.ts';
import { byPort, toState } from './containerRecord.ts';
import { type EndpointRecords, toEndpointDetails, toLink } from './endpointRecord.ts';
import { given, timeOf } from './wireText.ts';

/** A container in `GET /containers/{id}/json`. What is a map or a list may be null. */
export interface ContainerDetailsRecord {
  Id: string;
  Name: string;
  Created: string;
  HostsPath?: string;
  State: { Status: string; Pid?: number; Error?: string; StartedAt?: string };
  Mounts?: { Destination?: string }[] | null;
  Config: {
    Image?: string;
    Hostname?: string;
    Domainname?: string;
    Env?: string[] | null;
    Labels?: Record<string, string> | null;
    ExposedPorts?: Record<string, unknown> | null;
  };
  HostConfig: {
    NetworkMode?: string;
    Links?: string[] | null;
    ExtraHosts?: string[] | null;
    Dns?: string[] | null;
    DnsSearch?: string[] | null;
    DnsOptions?: string[] | null;
    PortBindings?: BindingRecords;
    PublishAllPorts?: boolean;
    Sysctls?: Record<string, string> | null;
  };
  NetworkSettings: { Networks?: EndpointRecords; Ports?: BindingRecords };
}

type BindingRecords = Record<string, { HostIp?: string; HostPort?: string }[] | null> | null | undefined;

export function toContainerDetails(record: ContainerDetailsRecord): ContainerDetails {
  const { Config: config, HostConfig: host, State: state } = record;
  const networkMode = given(host.NetworkMode) ?? 'default';
  const hostname = config.Hostname ?? '';
  const endpoints = toEndpointDetails(record.NetworkSettings.Networks, { id: record.Id, hostname });
  return {
    id: record.Id,
    name: record.Name.replace(/^\//, ''),
    image: config.Image ?? '',
    state: toState(state.Status),
    mode: modeOf(
      networkMode,
      endpoints.map((endpoint) => endpoint.networkName),
    ),
    sharesWith: sharedContainer(networkMode),
    networkMode,
    created: timeOf(record.Created),
    startedAt: state.StartedAt?.startsWith('0001-') ? undefined : given(timeOf(state.StartedAt)),
    pid: state.Pid || undefined,
    error: given(state.Error),
    hostname,
    domainname: config.Domainname ?? '',
    extraHosts: host.ExtraHosts ?? [],
    dns: host.Dns ?? [],
    dnsSearch: host.DnsSearch ?? [],
    dnsOptions: host.DnsOptions ?? [],
    legacyLinks: (host.Links ?? []).map(toLink),
    env: config.Env ?? [],
    labels: config.Labels ?? {},
    ports: portsOf(record),
    portBindings: hostPortsOf(host.PortBindings),
    publishAll: host.PublishAllPorts ?? false,
    sysctls: host.Sysctls ?? {},
    hostsPath: record.HostsPath ?? '',
    hostsMounted: (record.Mounts ?? []).some((mount) => mount.Destination === '/etc/hosts'),
    endpoints,
  };
}

/** What it exposes, and where that is published while it runs. */
function portsOf(record: ContainerDetailsRecord): Port[] {
  const published = record.NetworkSettings.Ports ?? {};
  const exposed = Object.keys(record.Config.ExposedPorts ?? {}).filter((key) => !(key in published));
  const ports = Object.entries(published).flatMap(([key, bindings]) => {
    const port = portOf(key);
    if (!bindings?.length) return [port];
    return bindings.map(({ HostIp, HostPort }) => ({
      ...port,
      hostPort: Number(HostPort) || undefined,
      hostIp: HostPort ? given(HostIp) : undefined,
    }));
  });
  return [...ports, ...exposed.map(portOf)].sort(byPort);
}

function portOf(key: string): Port {
  const [port, protocol = 'tcp'] = key.split('/');
  return { port: Number(port), protocol };
}

function hostPortsOf(bindings: BindingRecords): Record<string, string[]> {
  const all = Object.entries(bindings ?? {});
  return Object.fromEntries(all.map(([key, of]) => [key, (of ?? []).map(({ HostPort }) => HostPort ?? '')]));
}
