import { listNames } from '../../core/checks/listNames.ts';
import { ExpectedError, messageOf } from '../../core/errors.ts';
import { findNetwork } from '../../core/lookup.ts';
import type { Network } from '../../core/model.ts';
import { explain } from '../../core/refusals/explain.ts';
import type { PruneSpec } from '../../core/specs.ts';
import { pruneCandidates, usersOf } from '../pruneCandidates.ts';
import type { Store } from '../store.ts';
import { connectedSnapshot } from './checkWorld.ts';
import { inUse } from './inUse.ts';
import { readPruneSpec } from './readSpec.ts';
import { refuseBuiltIn } from './removeNetwork.ts';

/**
 * Removes exactly the given networks, also those that only stopped containers use; without any given, all that no container uses.
 * Resolves with what was removed: as it was given, else by name. Nothing is removed where a given one is in use,
 * and nothing more once `signal` aborts.
 */
export async function pruneNetworks(
  store: Store,
  argument?: PruneSpec,
  signal?: AbortSignal,
): Promise<{ removed: string[] }> {
  const spec = readPruneSpec(argument);
  const snapshot = await connectedSnapshot(store);
  const chosen = new Map<Network, string>();
  for (const reference of spec.networks ?? []) chosen.set(findNetwork(snapshot, reference), reference);
  if (!spec.networks)
    for (const network of pruneCandidates(snapshot).unused) chosen.set(network, network.name);
  for (const network of chosen.keys()) {
    refuseBuiltIn(network);
    if (usersOf(network).running.length > 0) throw inUse(network);
  }
  if (chosen.size === 0) return { removed: [] };

  const removed: string[] = [];
  const failures: { network: Network; error: unknown }[] = [];
  await store.change(async (engine) => {
    for (const [network, reference] of chosen) {
      if (signal?.aborted) break;
      try {
        await engine.removeNetwork(network.id);
        removed.push(reference);
      } catch (error) {
        failures.push({ network, error });
      }
    }
  });
  const [first] = failures;
  if (!first) return { removed };
  const reason = explain(first.error, { act: 'remove', spec: { network: first.network.id }, snapshot });
  if (removed.length === 0) throw reason;
  throw new ExpectedError(
    reason instanceof ExpectedError ? reason.code : 'engine',
    `Removed ${listNames(removed)}, but not ${listNames(failures.map(({ network }) => network.name))}: ${messageOf(reason)}`,
    { cause: reason },
  );
}
