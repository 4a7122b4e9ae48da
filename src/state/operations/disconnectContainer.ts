import { ExpectedError } from '../../core/errors.ts';
import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Container, Network, Snapshot } from '../../core/model.ts';
import type { EnginePort } from '../../core/port.ts';
import type { DisconnectSpec } from '../../core/specs.ts';
import type { Store } from '../store.ts';
import { connectedSnapshot } from './checkWorld.ts';
import { endpointOn, endpointSpec } from './endpointSpec.ts';
import { readDisconnectSpec } from './readSpec.ts';
import { send } from './send.ts';

/** Disconnects a container from a network, and remembers how it was on it. */
export async function disconnectContainer(store: Store, argument: DisconnectSpec): Promise<void> {
  const spec = readDisconnectSpec(argument);
  const snapshot = await connectedSnapshot(store);
  const network = findNetwork(snapshot, spec.network);
  const container = findContainer(snapshot, spec.container);
  refuseImpossible(container, network, snapshot);
  await send(store, snapshot, { act: 'disconnect', spec }, (engine) =>
    disconnectRemembering(store, engine, container, network, spec.force ?? false),
  );
}

/** Disconnects, after noting how the container was on the network. */
export async function disconnectRemembering(
  store: Store,
  engine: EnginePort,
  container: Container,
  network: Network,
  force: boolean,
): Promise<void> {
  const endpoint = endpointOn(await engine.inspectContainer(container.id), network);
  await engine.disconnect(network.id, container.id, force);
  if (!endpoint) return;
  store.memory.remember({
    container: container.id,
    containerName: container.name,
    network: network.id,
    networkName: network.name,
    endpoint: endpointSpec(endpoint, network.scope === 'swarm'),
  });
}

function refuseImpossible(container: Container, network: Network, snapshot: Snapshot): void {
  const { name, mode } = container;
  if (mode === 'container') {
    const owner = snapshot.containers.find(({ id }) => id === container.sharesWith)?.name;
    const whose = owner ? `${owner}'s` : 'that of another';
    throw new ExpectedError('invalid', `${name} has no network of its own: it shares ${whose}.`);
  }
  if (!container.networks.includes(network.id)) {
    throw new ExpectedError('conflict', `${name} is not on ${network.name}.`);
  }
  if (mode === 'host') {
    throw new ExpectedError(
      'invalid',
      `${name} was made to use the host's own network and cannot leave it: it would have to be made anew.`,
    );
  }
}
