import type { Container, EndpointDetails, Network } from '../model.ts';
import { engineMajor } from './endpointNames.ts';
import type { NameWorld } from './world.ts';

/** A container's place on a network, as inspect tells it. */
export interface Place {
  network: Network;
  endpoint: EndpointDetails;
}

/**
 * The networks of an inspected container in the order in which Docker searches them for names and for a default route:
 * higher gateway priority, not internal before internal, gateways of both families before one, then by name
 * (measured on 20.10 and 28.5). Undefined where the container was not inspected.
 */
export function placesInOrder(
  world: Pick<NameWorld, 'snapshot' | 'details'>,
  container: Container,
): Place[] | undefined {
  const details = world.details.get(container.id);
  if (!details) return undefined;
  const places = details.endpoints.flatMap((endpoint) => {
    const network =
      world.snapshot.networks.find((one) => one.id === endpoint.networkId) ??
      (endpoint.networkId === ''
        ? world.snapshot.networks.find((one) => one.name === endpoint.networkName)
        : undefined);
    return network && network.driver !== 'null' && network.driver !== 'host' ? [{ network, endpoint }] : [];
  });
  const priority = engineMajor(world) >= 28;
  // Made with a network's short id, a container lists one endpoint under two keys: measured on 20.10 and 28.5.
  const once = places.filter((one, at) => places.findIndex((other) => other.network === one.network) === at);
  return once.sort((a, b) => compare(a, b, priority));
}

function compare(a: Place, b: Place, priority: boolean): number {
  return (
    (priority ? (b.endpoint.gatewayPriority ?? 0) - (a.endpoint.gatewayPriority ?? 0) : 0) ||
    Number(b.network.scope === 'swarm') - Number(a.network.scope === 'swarm') ||
    Number(a.network.internal) - Number(b.network.internal) ||
    gateways(b.endpoint) - gateways(a.endpoint) ||
    (a.network.name < b.network.name ? -1 : 1)
  );
}

function gateways(endpoint: EndpointDetails): number {
  return (endpoint.gateway ? 1 : 0) + (endpoint.ipv6Gateway ? 1 : 0);
}
