import { checkConnect } from '../../core/checks/checkConnect.ts';
import { listNames } from '../../core/checks/listNames.ts';
import { ExpectedError } from '../../core/errors.ts';
import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Container, Network, Snapshot } from '../../core/model.ts';
import type { EndpointSpec } from '../../core/specs.ts';
import type { Store } from '../store.ts';
import { checkWorld } from './checkWorld.ts';
import { endpointOf } from './connectContainer.ts';
import { endpointSpec } from './endpointSpec.ts';
import { readContainerOnNetwork } from './readSpec.ts';
import { repairSharer } from './repairSharer.ts';
import { orThrow, send } from './send.ts';

/** A network that is gone, as a container calls it, and the one that takes its place. */
export interface Repair {
  gone: string;
  network: Network;
}

/** Which of a container's gone networks have a successor: a network of the same name. */
export function repairsOf(container: Container, snapshot: Snapshot): Repair[] {
  return (container.goneNetworks ?? []).flatMap((gone) => {
    const named = snapshot.networks.filter(({ name }) => name === gone);
    return named.length === 1 ? [{ gone, network: named[0]! }] : [];
  });
}

/**
 * Cures a stopped container whose network was removed: takes it from what is gone and puts it on the network of that name,
 * or on `network`, with the address, aliases, links and options that it had. A container that shares a network which it
 * has lost is restarted on it instead. Resolves with the networks that it is on then.
 */
export async function repairContainer(
  store: Store,
  argument: { container: string; network?: string },
): Promise<{ networks: string[] }> {
  const reference = readContainerOnNetwork(argument);
  const world = await checkWorld(store);
  const { snapshot } = world;
  const container = findContainer(snapshot, reference.container);
  if (container.mode === 'container') return repairSharer(store, container);
  const repairs = chosenRepairs(container, snapshot, reference.network);
  const details = await store.details(container.id);

  const moves = repairs.map(({ gone, network }) => {
    const was = details.endpoints.find(({ networkName }) => networkName === gone);
    const endpoint: EndpointSpec = was ? endpointSpec(was, network.scope === 'swarm') : {};
    orThrow(checkConnect(endpoint, network, container, world));
    return { gone, network, endpoint };
  });
  for (const { gone, network, endpoint } of moves) {
    const spec = { network: network.id, container: container.id, ...endpoint };
    await send(store, snapshot, { act: 'connect', spec }, async (engine) => {
      await engine.disconnect(gone, container.id, false);
      await engine.connect(network.id, container.id, endpointOf(endpoint, snapshot));
    });
  }
  return { networks: moves.map(({ network }) => network.id) };
}

function chosenRepairs(container: Container, snapshot: Snapshot, reference: string | undefined): Repair[] {
  const gone = container.goneNetworks ?? [];
  if (gone.length === 0) {
    throw new ExpectedError('not-found', `${container.name} misses no network: there is nothing to repair.`);
  }
  if (reference !== undefined) {
    const network = findNetwork(snapshot, reference);
    const missing = gone.find((name) => name === network.name) ?? gone[0]!;
    return [{ gone: missing, network }];
  }
  const repairs = repairsOf(container, snapshot);
  if (repairs.length > 0) return repairs;
  const name = gone[0]!;
  throw new ExpectedError(
    'not-found',
    `${container.name} belongs to ${listNames(gone)}, which is gone. Make ${name} anew, or choose another network for it.`,
    {
      remedies: [{ title: `Create ${name}`, command: 'dockerNetworks.createNetwork', argument: { name } }],
    },
  );
}
