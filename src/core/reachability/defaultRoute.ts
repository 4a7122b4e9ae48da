import type { Container } from '../model.ts';
import { engineMajor } from '../names/endpointNames.ts';
import { type Place, placesInOrder } from '../names/endpointOrder.ts';
import type { NameWorld } from '../names/world.ts';

/** Ids of the networks over which a container reaches everything that is on none of its networks, by family. */
export interface DefaultRoute {
  ipv4?: string;
  ipv6?: string;
}

/**
 * Which network gives a running container its default gateway; neither where none does, or where it was not inspected.
 * Up to 27 one network decides for both families; from 28 on the first network with gateways of both families wins,
 * whatever its priority, else each family takes its own first (measured on 20.10 and 28.5).
 */
export function defaultRoute(
  world: Pick<NameWorld, 'snapshot' | 'details'>,
  container: Container,
): DefaultRoute {
  const places = placesInOrder(world, container) ?? [];
  if (engineMajor(world) < 28) return routeOf(places.find((one) => hasIpv4(one) || hasIpv6(one)));
  const both = places.find((one) => hasIpv4(one) && hasIpv6(one));
  if (both) return routeOf(both);
  return { ipv4: places.find(hasIpv4)?.network.id, ipv6: places.find(hasIpv6)?.network.id };
}

function routeOf(place: Place | undefined): DefaultRoute {
  if (!place) return {};
  const { id } = place.network;
  return { ipv4: hasIpv4(place) ? id : undefined, ipv6: hasIpv6(place) ? id : undefined };
}

function hasIpv4({ endpoint }: Place): boolean {
  return !!endpoint.gateway;
}

function hasIpv6({ endpoint }: Place): boolean {
  return !!endpoint.ipv6Gateway;
}
