import type { Container, ContainerState, Network, Snapshot } from '../../../core/model.ts';
import { endpointOn } from '../../../core/names/endpointNames.ts';
import type { NameWorld } from '../../../core/names/world.ts';
import { findProblems } from '../../../core/problems/findProblems.ts';
import type { HostsFile, ResolvFile } from '../../../core/report.ts';
import { inspectAround } from '../../../state/nameWorld.ts';
import type { Store } from '../../../state/store.ts';

/** What is known of a network and of all who are on it; the files come one by one. */
export interface Around extends NameWorld {
  network: Network;
  /** Sorted by name. */
  containers: Container[];
  hosts: Map<string, HostsFile>;
  resolv: Map<string, ResolvFile>;
}

/** Inspects all who are on a network, and their neighbours on others; no file is read yet. */
export async function readAround(store: Store, snapshot: Snapshot, network: Network): Promise<Around> {
  const ids = new Set(network.endpoints.map((one) => one.container));
  const containers = snapshot.containers
    .filter((one) => ids.has(one.id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const details = await inspectAround(store, snapshot, containers);
  return { snapshot, network, containers, details, hosts: new Map(), resolv: new Map() };
}

/** Whether a name on the network, of a container or an alias, belongs to nobody who runs: nothing is to be had under it. */
export function isIdle({ network, details }: Around, name: string): boolean {
  const holders = network.endpoints.filter((one) => {
    const of = details.get(one.container);
    return one.name === name || !!(of && endpointOn(of, network)?.aliases.includes(name));
  });
  return holders.length > 0 && !holders.some(runs);
}

/** Whether a container, or a container's endpoint, is up: paused ones have names and answer pings. */
export function runs({ state }: { state: ContainerState }): boolean {
  return state === 'running' || state === 'paused';
}

/** What is wrong on the network or with who is on it, in sentences. */
export function warningsOf({ snapshot, network, containers, details }: Around): string[] {
  const here = new Set(containers.map((one) => one.id));
  const concerns = findProblems(snapshot, details).filter(
    (one) =>
      one.network === network.id || (one.network === undefined && !!one.container && here.has(one.container)),
  );
  return [...new Set(concerns.map((one) => one.sentence))];
}
