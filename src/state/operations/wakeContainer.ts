import { findContainer } from '../../core/lookup.ts';
import { sharedBy } from '../../core/names/sharing.ts';
import { isUp } from '../../core/names/world.ts';
import type { EnginePort } from '../../core/port.ts';
import type { Store } from '../store.ts';
import { connectedSnapshot } from './checkWorld.ts';
import { readContainerRef } from './readSpec.ts';
import { send } from './send.ts';

/** Starts a container, after those whose network it shares; one that runs already is no failure. */
export async function startContainer(store: Store, argument: { container: string }): Promise<void> {
  const { container } = readContainerRef(argument);
  const snapshot = await connectedSnapshot(store);
  const asked = findContainer(snapshot, container);
  const shared = sharedBy({ snapshot }, asked).filter((one) => !isUp(one));
  for (const { id } of [...shared.reverse(), asked]) {
    await wake(store, { container: id }, (engine) => engine.startContainer(id));
  }
}

/** Stops and starts a container. */
export async function restartContainer(store: Store, argument: { container: string }): Promise<void> {
  await wake(store, argument, (engine, id) => engine.restartContainer(id));
}

/** Lets a paused container go on. */
export async function unpauseContainer(store: Store, argument: { container: string }): Promise<void> {
  await wake(store, argument, (engine, id) => engine.unpauseContainer(id));
}

async function wake(
  store: Store,
  argument: { container: string },
  act: (engine: EnginePort, id: string) => Promise<void>,
): Promise<void> {
  const { container } = readContainerRef(argument);
  const snapshot = await connectedSnapshot(store);
  const { id } = findContainer(snapshot, container);
  await send(store, snapshot, { act: 'start', spec: { container: id } }, (engine) => act(engine, id));
}
