import type { ContainerDetails, Snapshot } from '../core/model.ts';
import type { ListedContainer } from '../core/port.ts';
import { equal } from '../util/equal.ts';
import type { KnownAliases } from './buildSnapshot.ts';

/** The aliases of the containers that were inspected: the engine's list does not tell them. */
export class AliasBook {
  readonly #known = new Map<string, Map<string, readonly string[]>>();
  readonly #doubted = new Set<string>();
  #listed = new Map<string, ListedContainer>();

  get known(): KnownAliases {
    return this.#known;
  }

  learn({ id, endpoints }: ContainerDetails): void {
    this.#known.set(id, new Map(endpoints.map(({ networkName, aliases }) => [networkName, aliases])));
    this.#doubted.delete(id);
  }

  /** Something happened to the container. */
  doubt(container: string): void {
    if (this.#known.has(container)) this.#doubted.add(container);
  }

  /**
   * Takes a fresh list. Resolves with the containers that have to be inspected again: something happened to them,
   * they are listed otherwise than before, or do not run, in which case the engine tells of no change.
   */
  review(containers: readonly ListedContainer[]): string[] {
    const before = this.#listed;
    this.#listed = new Map(containers.map((container) => [container.id, container]));
    const again: string[] = [];
    for (const id of [...this.#known.keys()]) {
      const now = this.#listed.get(id);
      if (!now) this.forget(id);
      else if (this.#doubted.has(id) || now.state !== 'running' || !equal(before.get(id), now))
        again.push(id);
    }
    return again;
  }

  forget(container: string): void {
    this.#known.delete(container);
    this.#doubted.delete(container);
  }

  clear(): void {
    this.#known.clear();
    this.#doubted.clear();
    this.#listed.clear();
  }
}

/** The snapshot with an inspected container's aliases in its endpoints; the same one where it has them already. */
export function withAliases(snapshot: Snapshot, details: ContainerDetails): Snapshot {
  let changed = false;
  const networks = snapshot.networks.map((network) => {
    const index = network.endpoints.findIndex(({ container }) => container === details.id);
    const endpoint = network.endpoints[index];
    const aliases = details.endpoints.find(
      ({ networkId, networkName }) =>
        networkId === network.id || (!networkId && networkName === network.name),
    )?.aliases;
    if (!endpoint || !aliases || equal(endpoint.aliases, aliases)) return network;
    changed = true;
    return { ...network, endpoints: network.endpoints.with(index, { ...endpoint, aliases: [...aliases] }) };
  });
  return changed ? { ...snapshot, networks } : snapshot;
}
