import { ExpectedError } from '../../core/errors.ts';
import { findContainer } from '../../core/lookup.ts';
import type { Container, ContainerDetails } from '../../core/model.ts';
import { brokenShare } from '../../core/names/sharing.ts';
import { isUp } from '../../core/names/world.ts';
import type { Store } from '../store.ts';
import { restartContainer, startContainer } from './wakeContainer.ts';

/** Whether a container shares a network that it has lost, so that it is left with loopback alone, or cannot start. */
export async function hasLostShare(store: Store, container: Container): Promise<boolean> {
  return (await lostShare(store, container)) !== undefined;
}

/**
 * Gives a container the network back that it shares: starts the container whose network it is where that one does not
 * run, and restarts the sharer. Rejects where that container is gone, and where nothing is wrong.
 */
export async function repairSharer(store: Store, container: Container): Promise<{ networks: string[] }> {
  const { name, id } = container;
  const why = await lostShare(store, container);
  if (why === undefined) {
    throw new ExpectedError(
      'not-found',
      `${name} has the network that it shares: there is nothing to repair.`,
    );
  }
  const owner = ownerIn(store, container);
  if (!owner) throw new ExpectedError('not-found', why);
  if (await hasLostShare(store, owner)) await repairSharer(store, owner);
  else if (!isUp(owner)) await startContainer(store, { container: owner.id });
  await restartContainer(store, { container: id });
  return { networks: findContainer(store.snapshot, owner.id).networks };
}

async function lostShare(store: Store, container: Container): Promise<string | undefined> {
  const details = new Map<string, ContainerDetails>();
  let next: Container | undefined = container;
  while (next?.mode === 'container' && !details.has(next.id)) {
    details.set(next.id, await store.details(next.id));
    next = ownerIn(store, next);
  }
  if (next) details.set(next.id, await store.details(next.id));
  return brokenShare({ snapshot: store.snapshot, details }, container);
}

function ownerIn({ snapshot }: Store, { sharesWith }: Container): Container | undefined {
  return snapshot.containers.find(({ id }) => id === sharesWith);
}
