import { checkNetwork } from '../../core/checks/checkNetwork.ts';
import type { NetworkSpec } from '../../core/specs.ts';
import type { Store } from '../store.ts';
import { checkWorld } from './checkWorld.ts';
import { engineChose } from './engineChose.ts';
import { readNetworkSpec } from './readSpec.ts';
import { orThrow, send } from './send.ts';

/** Makes a network. Rejects before anything is sent where a value is wrong. */
export async function createNetwork(
  store: Store,
  argument: NetworkSpec,
): Promise<{ id: string; name: string }> {
  const spec = readNetworkSpec(argument);
  const world = await checkWorld(store);
  orThrow(checkNetwork(spec, world));
  const id = await send(store, world.snapshot, { act: 'create', spec }, (engine) =>
    engine.createNetwork(spec),
  );
  if (!spec.subnets?.length) engineChose(store).add(id);
  return { id, name: spec.name };
}
