import { checkConnect } from '../../core/checks/checkConnect.ts';
import { ExpectedError } from '../../core/errors.ts';
import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Snapshot } from '../../core/model.ts';
import type { ConnectSpec, EndpointSpec } from '../../core/specs.ts';
import type { Store } from '../store.ts';
import { checkWorld } from './checkWorld.ts';
import { readConnectSpec } from './readSpec.ts';
import { orThrow, send } from './send.ts';

/** Connects a container to a network. Rejects before anything is sent where that cannot be. */
export async function connectContainer(store: Store, argument: ConnectSpec): Promise<void> {
  const spec = readConnectSpec(argument);
  const world = await checkWorld(store);
  const network = findNetwork(world.snapshot, spec.network);
  const container = findContainer(world.snapshot, spec.container);
  orThrow(checkConnect(spec, network, container, world));
  const endpoint = endpointOf(spec, world.snapshot);
  // A stopped container that lists a removed network of this name keeps that, and the engine says nothing.
  const stale = container.goneNetworks?.includes(network.name);
  await send(store, world.snapshot, { act: 'connect', spec }, async (engine) => {
    if (stale) await engine.disconnect(network.name, container.id, false);
    await engine.connect(network.id, container.id, endpoint);
  });
}

/** What the engine is told of an endpoint: links lead to names that its DNS knows, which whole ids are not. */
export function endpointOf(spec: EndpointSpec, snapshot: Snapshot): EndpointSpec {
  const { ipv4, ipv6, aliases, gatewayPriority, driverOptions } = spec;
  const links = spec.links?.map((link) => ({ ...link, container: linkTarget(link.container, snapshot) }));
  return { ipv4, ipv6, aliases, links, gatewayPriority, driverOptions };
}

function linkTarget(reference: string, snapshot: Snapshot): string {
  try {
    const { id, name } = findContainer(snapshot, reference);
    return reference === name || reference === `/${name}` ? name : id.slice(0, 12);
  } catch (error) {
    // An alias, or a container that is yet to be made, may be linked, too: it is looked up when it is asked for.
    if (error instanceof ExpectedError && error.code === 'not-found') return reference;
    throw error;
  }
}
