import { ExpectedError } from '../errors.ts';
import type { Container, ContainerDetails, Snapshot } from '../model.ts';
import type { HostsFile, ResolvFile } from '../report.ts';

/** What a prediction knows: the engine's data, and the files that the engine let us read; each map by container id. */
export interface NameWorld {
  snapshot: Snapshot;
  details: ReadonlyMap<string, ContainerDetails>;
  hosts: ReadonlyMap<string, HostsFile>;
  resolv: ReadonlyMap<string, ResolvFile>;
}

/** The container of that id. Throws `not-found`. */
export function containerOf(world: Pick<NameWorld, 'snapshot'>, id: string): Container {
  const found = world.snapshot.containers.find((one) => one.id === id);
  if (!found) throw new ExpectedError('not-found', `There is no container ${id.slice(0, 12)}.`);
  return found;
}

/** Whether a container has its network: paused ones keep it. */
export function isUp(of: { state: string }): boolean {
  return of.state === 'running' || of.state === 'paused';
}
