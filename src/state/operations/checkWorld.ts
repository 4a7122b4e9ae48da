import type { CheckWorld } from '../../core/checks/check.ts';
import { ExpectedError } from '../../core/errors.ts';
import type { EngineStatus, Snapshot } from '../../core/model.ts';
import type { Store } from '../store.ts';
import { engineChose } from './engineChose.ts';

/** Everything that checks want to know, as it is now. Rejects where there is no engine. */
export async function checkWorld(store: Store): Promise<CheckWorld> {
  const snapshot = await connectedSnapshot(store);
  const engine = await store.engine();
  const [facts, hostRoutes] = await Promise.all([engine.facts(), store.hostRoutes()]);
  return {
    snapshot,
    apiVersion: snapshot.engine.apiVersion,
    drivers: facts.networkDrivers,
    swarm: { active: facts.swarmActive, manager: facts.swarmManager },
    engineChose: engineChose(store),
    ...(hostRoutes ? { hostRoutes } : {}),
  };
}

/** A true snapshot of an engine that answers. Rejects with `unreachable` or `denied` where none does. */
export async function connectedSnapshot(store: Store): Promise<Snapshot> {
  const snapshot = await store.current();
  if (snapshot.engine.state !== 'connected') throw noEngine(snapshot.engine);
  return snapshot;
}

function noEngine({ state, endpoint, error }: EngineStatus): ExpectedError {
  return new ExpectedError(
    state === 'denied' ? 'denied' : 'unreachable',
    error ?? `No Docker engine answers at ${endpoint}.`,
  );
}
