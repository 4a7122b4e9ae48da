import { checkConnect } from '../../core/checks/checkConnect.ts';
import { ExpectedError } from '../../core/errors.ts';
import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Store } from '../store.ts';
import { invalid } from './argument.ts';
import { checkWorld } from './checkWorld.ts';
import { endpointOf } from './connectContainer.ts';
import { readContainerOnNetwork } from './readSpec.ts';
import { orThrow, send } from './send.ts';

/** Puts a container back on a network with the address, aliases, links, priority and options that it had there. */
export async function reconnectContainer(
  store: Store,
  argument: { container: string; network: string },
): Promise<void> {
  const reference = readContainerOnNetwork(argument);
  if (reference.network === undefined) throw invalid('“network” is missing.');
  const world = await checkWorld(store);
  const network = findNetwork(world.snapshot, reference.network);
  const container = findContainer(world.snapshot, reference.container);
  const remembered = store.memory.recall(container.id, network);
  if (!remembered) {
    throw new ExpectedError(
      'not-found',
      `How ${container.name} was on ${network.name} is not known: it was not disconnected from here.`,
    );
  }
  orThrow(checkConnect(remembered.endpoint, network, container, world));
  const spec = { network: network.id, container: container.id, ...remembered.endpoint };
  await send(store, world.snapshot, { act: 'connect', spec }, (engine) =>
    engine.connect(network.id, container.id, endpointOf(remembered.endpoint, world.snapshot)),
  );
  store.memory.forget(container.id, remembered.network);
}
