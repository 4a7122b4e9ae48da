import { checkNetwork } from '../../core/checks/checkNetwork.ts';
import { connectable, isNone, isOnNone } from '../../core/checks/connectable.ts';
import { ExpectedError } from '../../core/errors.ts';
import { findContainer } from '../../core/lookup.ts';
import type { Store } from '../store.ts';
import { Argument, invalid } from './argument.ts';
import { checkWorld } from './checkWorld.ts';
import { makeAndConnect, networkToBe } from './connectAll.ts';
import { engineChose } from './engineChose.ts';
import { orThrow, send } from './send.ts';

/**
 * Makes a network and connects the containers to it, after taking off none those that are on it; where one cannot be
 * connected, no network is left.
 */
export async function createNetworkForBoth(
  store: Store,
  argument: { name: string; containers: string[] },
): Promise<{ id: string; name: string }> {
  const fields = new Argument(argument, ['name', 'containers']);
  const name = fields.text('name');
  const references = fields.optionalTexts('containers') ?? [];
  if (references.length < 2) throw invalid('“containers” must name two containers at least.');
  const world = await checkWorld(store);
  const containers = references.map((reference) => findContainer(world.snapshot, reference));
  orThrow(checkNetwork({ name }, world));
  const none = world.snapshot.networks.find(isNone);
  const onNone = containers.filter((one) => none && isOnNone(one, world.snapshot));
  for (const container of containers) {
    const hindrance = onNone.includes(container)
      ? undefined
      : connectable(networkToBe(name), container, world.snapshot);
    if (hindrance) throw new ExpectedError('invalid', hindrance);
  }
  const id = await send(store, world.snapshot, { act: 'create', spec: { name } }, async (engine) => {
    for (const container of onNone) await engine.disconnect(none!.id, container.id, false);
    return makeAndConnect(
      engine,
      name,
      containers.map((container) => ({ container: container.id, endpoint: {} })),
    );
  });
  engineChose(store).add(id);
  return { id, name };
}
