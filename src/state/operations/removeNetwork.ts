import { cancelled, ExpectedError } from '../../core/errors.ts';
import { findNetwork } from '../../core/lookup.ts';
import type { Network, Snapshot } from '../../core/model.ts';
import type { RemoveSpec } from '../../core/specs.ts';
import { usersOf } from '../pruneCandidates.ts';
import type { Store } from '../store.ts';
import { connectedSnapshot } from './checkWorld.ts';
import { disconnectRemembering } from './disconnectContainer.ts';
import { inUse } from './inUse.ts';
import { readRemoveSpec } from './readSpec.ts';
import { send } from './send.ts';

/**
 * Removes a network, with `disconnectContainers` also one that containers are on, running or stopped. Rejects with
 * `cancelled` where `signal` aborts before the last of them has left; those that have can be reconnected as they were.
 */
export async function removeNetwork(store: Store, argument: RemoveSpec, signal?: AbortSignal): Promise<void> {
  const spec = readRemoveSpec(argument);
  const snapshot = await connectedSnapshot(store);
  const network = findNetwork(snapshot, spec.network);
  refuseBuiltIn(network);
  const { running, stopped } = usersOf(network);
  if (running.length + stopped.length > 0 && !spec.disconnectContainers) throw inUse(network);
  await send(store, snapshot, { act: 'remove', spec }, async (engine) => {
    for (const endpoint of [...running, ...stopped]) {
      if (signal?.aborted) throw cancelled();
      const container = containerOf(snapshot, endpoint.container);
      await disconnectRemembering(store, engine, container, network, false);
    }
    await engine.removeNetwork(network.id);
  });
}

/** Throws for a network that the engine itself made. */
export function refuseBuiltIn({ name, builtIn }: Network): void {
  if (!builtIn) return;
  throw new ExpectedError('invalid', `${name} is one of Docker's own networks and cannot be removed.`);
}

function containerOf(snapshot: Snapshot, id: string) {
  return snapshot.containers.find((container) => container.id === id)!;
}
