import type { Container, Endpoint, Network } from '../model.ts';
import { ownerOf } from '../names/sharing.ts';
import { containerOf, type NameWorld } from '../names/world.ts';
import type { Answer } from '../report.ts';

/** From one container to another, with the containers whose networks they use. */
export interface Way {
  world: NameWorld;
  from: Container;
  to: Container;
  fromOwner: Container;
  toOwner: Container;
  port?: number;
}

/** Whether something works, and the rule that decides it in one sentence. */
export interface Judgement {
  predicted: Answer;
  why: string;
}

/** An address of a container on a network. */
export interface Place {
  address: string;
  family: 'ipv4' | 'ipv6';
  network: Network;
}

/** The way between two containers, by id. Throws `not-found` where one of them is not there. */
export function wayBetween(world: NameWorld, fromId: string, toId: string, port?: number): Way {
  const from = containerOf(world, fromId);
  const to = containerOf(world, toId);
  const fromOwner = ownerOf(world, from) ?? from;
  const toOwner = ownerOf(world, to) ?? to;
  return { world, from, to, fromOwner, toOwner, port };
}

/** The networks that a container is on, none and host left out. */
export function networksOf(world: NameWorld, container: Container): Network[] {
  return world.snapshot.networks.filter(
    (one) => container.networks.includes(one.id) && one.driver !== 'null' && one.driver !== 'host',
  );
}

/** A container's place on a network. */
export function endpointOf(network: Network, container: Container): Endpoint | undefined {
  return network.endpoints.find((one) => one.container === container.id);
}

/** The addresses that a container has now, by network. */
export function addressesOf(world: NameWorld, container: Container): Place[] {
  return networksOf(world, container).flatMap((network) => {
    const endpoint = endpointOf(network, container);
    return (['ipv4', 'ipv6'] as const).flatMap((family) => {
      const address = endpoint?.[family];
      return address ? [{ address, family, network }] : [];
    });
  });
}

/** Names joined as people join them. */
export function and(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'none') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
