import type { Container, Endpoint, Network, Snapshot } from '../../core/model.ts';
import { type RememberedEndpoint, reconnections } from '../../state/endpointMemory.ts';

/** A snapshot made ready for the tree: everything by id, sharers by owner, and the containers that no row would show. */
export interface TreeIndex {
  snapshot: Snapshot;
  networks: ReadonlyMap<string, Network>;
  containers: ReadonlyMap<string, Container>;
  /** By the network's id, then the container's. */
  endpoints: ReadonlyMap<string, ReadonlyMap<string, Endpoint>>;
  /** Ids of the containers that use a container's network, sorted by name. */
  sharers: ReadonlyMap<string, readonly string[]>;
  /** Ids of the containers on no network that is left, and of those that share one that is gone; sorted by name. */
  loose: readonly string[];
  /** Ids of the containers that could be put back on a network as they were on it. */
  reconnectable: ReadonlySet<string>;
  /** Names that several networks have. */
  duplicateNames: ReadonlySet<string>;
}

export function indexSnapshot(snapshot: Snapshot, remembered: readonly RememberedEndpoint[] = []): TreeIndex {
  const networks = new Map(snapshot.networks.map((network) => [network.id, network]));
  const containers = new Map(snapshot.containers.map((container) => [container.id, container]));
  const shown = new Set(
    snapshot.networks.flatMap((network) => network.endpoints.map((one) => one.container)),
  );
  const endpoints = new Map(
    snapshot.networks.map((network) => [
      network.id,
      new Map(network.endpoints.map((one) => [one.container, one])),
    ]),
  );
  const sharers = new Map<string, string[]>();
  const loose: string[] = [];
  for (const container of [...snapshot.containers].sort(byName)) {
    const owner = container.sharesWith;
    if (
      container.mode === 'container' &&
      owner !== undefined &&
      owner !== container.id &&
      containers.has(owner)
    ) {
      sharers.set(owner, [...(sharers.get(owner) ?? []), container.id]);
    } else if (!shown.has(container.id)) {
      loose.push(container.id);
    }
  }
  const seen = new Set<string>();
  const duplicateNames = new Set<string>();
  for (const { name } of snapshot.networks) (seen.has(name) ? duplicateNames : seen).add(name);
  return {
    snapshot,
    networks,
    containers,
    endpoints,
    sharers,
    loose,
    reconnectable: reconnectableIn(snapshot, remembered),
    duplicateNames,
  };
}

function reconnectableIn(snapshot: Snapshot, remembered: readonly RememberedEndpoint[]): Set<string> {
  return new Set(reconnections(snapshot, remembered).map(({ container }) => container.id));
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
