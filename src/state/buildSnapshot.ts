import type { Container, Endpoint, EngineStatus, Link, Network, Snapshot, Subnet } from '../core/model.ts';
import { isBuiltIn, modeOf, sharedContainer } from '../core/modes/modeOf.ts';
import type { ListedContainer, ListedEndpoint, ListedNetwork } from '../core/port.ts';
import { probeLabel } from '../core/probeLabel.ts';

/** What the engine's two lists tell at one moment. */
export interface Listed {
  networks: readonly ListedNetwork[];
  containers: readonly ListedContainer[];
}

/** User-given aliases that were learnt by inspecting: container id → name under which it lists a network → aliases. */
export type KnownAliases = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The gateway that the engine takes for a subnet without one. */
export type DeriveGateway = (subnet: string, ipRange?: string) => string | undefined;

const withAddresses = new Set(['running', 'paused', 'restarting']);
const lastRows = ['bridge', 'host', 'none'];

/**
 * Joins the two lists: by network id, by name where a container that never ran has none. Every container is there,
 * in every state, except our own probes; sorted as Snapshot promises.
 */
export function buildSnapshot(
  engine: EngineStatus,
  listed: Listed,
  deriveGateway: DeriveGateway,
  aliases: KnownAliases = new Map(),
): Snapshot {
  const networks = listed.networks.map((network) => toNetwork(network, deriveGateway));
  const find = networkFinder(networks);
  const shown = listed.containers.filter(({ labels }) => !(probeLabel in labels));
  const idsByName = new Map(shown.map(({ id, name }) => [name, id]));
  const links = linksOf(shown);
  const ids = new Set(shown.map(({ id }) => id));

  const containers = shown.map((container) => {
    const { on, gone } = placesOf(container, find);
    for (const [network, place] of on) {
      network.endpoints.push(toEndpoint(container, place, network, aliases.get(container.id)));
    }
    const shared = sharedContainer(container.networkMode);
    return {
      id: container.id,
      name: container.name,
      image: container.image,
      state: container.state,
      mode: modeOf(
        container.networkMode,
        [...on.keys()].map(({ name }) => name),
      ),
      ...(shared === undefined
        ? {}
        : { sharesWith: ids.has(shared) ? shared : (idsByName.get(shared) ?? shared) }),
      networks: [...on.keys()].map(({ id }) => id),
      ...(gone.length === 0 ? {} : { goneNetworks: gone }),
      ...(links.has(container.name) ? { links: links.get(container.name) } : {}),
      labels: container.labels,
      ports: container.ports,
      created: container.created,
    } satisfies Container;
  });

  for (const { endpoints } of networks) endpoints.sort(byName((endpoint) => endpoint.container));
  networks.sort((a, b) => rank(a) - rank(b) || byName<Network>(({ id }) => id)(a, b));
  containers.sort(byName(({ id }) => id));
  return { engine, networks, containers };
}

/** By the linking container's name; the list tells a link as a further name of the container that it leads to. */
function linksOf(containers: readonly ListedContainer[]): Map<string, Link[]> {
  const links = new Map<string, Link[]>();
  for (const { name, linkedBy = [] } of containers) {
    for (const { container, alias } of linkedBy) {
      links.set(container, [...(links.get(container) ?? []), { container: name, alias }]);
    }
  }
  return links;
}

/** The networks that a container belongs to, each once, and what it calls those that are gone. */
function placesOf(
  container: ListedContainer,
  find: (endpoint: ListedEndpoint) => Network | undefined,
): { on: Map<Network, ListedEndpoint>; gone: string[] } {
  const on = new Map<Network, ListedEndpoint>();
  const gone: string[] = [];
  const shares = sharedContainer(container.networkMode) !== undefined;
  for (const endpoint of container.endpoints) {
    // The engine lets a stopped sharer be connected, and then does nothing about it (20.10) or does not start it (28.5).
    if (shares && container.state === 'running') continue;
    const network = find(endpoint);
    if (network && !isAttached(container, endpoint, network)) continue;
    if (!network) gone.push(endpoint.networkName);
    // Made with a network's short id, a container lists one endpoint under two keys: measured on 20.10 and 28.5.
    else if (!on.has(network) || !on.get(network)!.networkId) on.set(network, endpoint);
  }
  if (on.size === 0 && container.networkMode === 'host') {
    const host = find({ networkId: '', networkName: 'host', endpointId: '' });
    if (host) on.set(host, { networkId: host.id, networkName: 'host', endpointId: '' });
  }
  return { on, gone };
}

/**
 * A connect that was refused leaves its wish behind in a running container, which is not on the network for that:
 * measured on 20.10 and 28.5.
 */
function isAttached({ state }: ListedContainer, endpoint: ListedEndpoint, { driver }: Network): boolean {
  if (!(state === 'running' || state === 'paused') || driver === 'host' || driver === 'null') return true;
  return Boolean(endpoint.endpointId || endpoint.ipv4 || endpoint.ipv6);
}

function networkFinder(networks: readonly Network[]): (endpoint: ListedEndpoint) => Network | undefined {
  const byId = new Map(networks.map((network) => [network.id, network]));
  const byName = new Map<string, Network>();
  // 20.10 allows several networks of one name; the oldest stands for it.
  for (const network of [...networks].sort((a, b) => (a.created < b.created ? 1 : -1))) {
    byName.set(network.name, network);
  }
  return ({ networkId, networkName }) => {
    const own = byId.get(networkId);
    // The default bridge is made anew with the engine, and a stopped container starts on the new one: measured on 20.10.
    if (own || isBuiltIn(networkName)) return own ?? byName.get(networkName);
    if (networkId && networkId !== networkName) return undefined;
    const named = byName.get(networkName) ?? byId.get(networkName);
    if (named || !/^[0-9a-f]{6,63}$/.test(networkName)) return named;
    const started = networks.filter(({ id }) => id.startsWith(networkName));
    return started.length === 1 ? started[0] : undefined;
  };
}

function toNetwork(listed: ListedNetwork, deriveGateway: DeriveGateway): Network {
  const { id, name, driver, scope, internal, attachable, ingress, ipv6, options, labels, created } = listed;
  const subnets = listed.subnets.map((subnet) => withGateway(subnet, options, deriveGateway));
  return {
    ...{ id, name, driver, scope, builtIn: isBuiltIn(name), internal, attachable, ingress, ipv6 },
    ...{ subnets, options, labels, created, endpoints: [] },
  };
}

function withGateway(subnet: Subnet, options: Record<string, string>, deriveGateway: DeriveGateway): Subnet {
  const family = subnet.subnet.includes(':') ? 'ipv6' : 'ipv4';
  // An isolated bridge has no address; its first container gets the first one: measured on 28.5.
  const isolated = options[`com.docker.network.bridge.gateway_mode_${family}`] === 'isolated';
  if (subnet.gateway || isolated) return subnet;
  const gateway = deriveGateway(subnet.subnet, subnet.ipRange);
  return gateway ? { ...subnet, gateway } : subnet;
}

function toEndpoint(
  { id, name, state }: ListedContainer,
  place: ListedEndpoint,
  network: Network,
  aliases: ReadonlyMap<string, readonly string[]> | undefined,
): Endpoint {
  const endpoint: Endpoint = { container: id, name, state };
  if (withAddresses.has(state)) {
    if (place.ipv4) endpoint.ipv4 = place.ipv4;
    if (place.ipv6) endpoint.ipv6 = place.ipv6;
    if (place.mac) endpoint.mac = place.mac;
    if (place.gateway) endpoint.gateway = place.gateway;
  }
  // On swarm networks the engine writes the address that it dealt where a wish would stand.
  if (network.scope !== 'swarm') {
    if (place.staticIpv4) endpoint.staticIpv4 = place.staticIpv4;
    if (place.staticIpv6) endpoint.staticIpv6 = place.staticIpv6;
  }
  if (place.gatewayPriority !== undefined) endpoint.gatewayPriority = place.gatewayPriority;
  const known = aliases?.get(place.networkName);
  if (known) endpoint.aliases = [...known];
  return endpoint;
}

function rank({ builtIn, name }: Network): number {
  return builtIn ? 1 + lastRows.indexOf(name) : 0;
}

function byName<T extends { name: string }>(idOf: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => compare(a.name, b.name) || compare(idOf(a), idOf(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
