import type { Container, Network, Snapshot } from '../core/model.ts';
import type { EndpointSpec } from '../core/specs.ts';

/** How a container was on a network before it was disconnected. Plain JSON. */
export interface RememberedEndpoint {
  /** Ids, and the names of that time for people. */
  container: string;
  containerName: string;
  network: string;
  networkName: string;
  endpoint: EndpointSpec;
}

/** Where remembered endpoints outlive the window. */
export interface EndpointStorage {
  /** What was saved last; undefined, or anything else that a later version may have left, where there is nothing. */
  load(): unknown;
  save(all: readonly RememberedEndpoint[]): void;
}

const limit = 200;

/** Remembers the endpoints that were given up, the newest 200, so that a container can be put back as it was. */
export class EndpointMemory {
  readonly #storage: EndpointStorage;
  #all: RememberedEndpoint[] | undefined;

  constructor(storage: EndpointStorage) {
    this.#storage = storage;
  }

  /** Every remembered endpoint, the newest first. */
  all(): readonly RememberedEndpoint[] {
    if (!this.#all) {
      const saved = this.#storage.load();
      this.#all = Array.isArray(saved) ? saved.filter(isRemembered) : [];
    }
    return this.#all;
  }

  /** Notes how a container was on a network; what was noted of the two before is replaced. */
  remember(endpoint: RememberedEndpoint): void {
    this.#replace([endpoint, ...this.#others(endpoint.container, endpoint.network)].slice(0, limit));
  }

  /** How the container was on the network; one of the same name stands in for a network that was made anew. */
  recall(container: string, network: { id: string; name: string }): RememberedEndpoint | undefined {
    const own = this.all().filter((one) => one.container === container);
    return (
      own.find((one) => one.network === network.id) ?? own.find((one) => one.networkName === network.name)
    );
  }

  /** Drops what is known of a container on a network (ids). */
  forget(container: string, network: string): void {
    this.#replace(this.#others(container, network));
  }

  #others(container: string, network: string): RememberedEndpoint[] {
    return this.all().filter((one) => one.container !== container || one.network !== network);
  }

  #replace(all: RememberedEndpoint[]): void {
    this.#all = all;
    this.#storage.save(all);
  }
}

/** A container that could be put back on a network as it was on it. */
export interface Reconnection {
  container: Container;
  network: Network;
  endpoint: EndpointSpec;
}

/** Which of the remembered endpoints could be had again: the container is there, and the network or one of its name. */
export function reconnections(snapshot: Snapshot, remembered: readonly RememberedEndpoint[]): Reconnection[] {
  return remembered.flatMap((one) => {
    const container = snapshot.containers.find(({ id }) => id === one.container);
    const network =
      snapshot.networks.find(({ id }) => id === one.network) ??
      snapshot.networks.find(({ name }) => name === one.networkName);
    if (!container || !network || container.networks.includes(network.id)) return [];
    return [{ container, network, endpoint: one.endpoint }];
  });
}

function isRemembered(value: unknown): value is RememberedEndpoint {
  if (typeof value !== 'object' || value === null) return false;
  const { container, containerName, network, networkName, endpoint } = value as Record<string, unknown>;
  return (
    [container, containerName, network, networkName].every((text) => typeof text === 'string') &&
    typeof endpoint === 'object' &&
    endpoint !== null
  );
}
