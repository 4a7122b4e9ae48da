import type { Container } from '../model.ts';
import type { Prediction } from '../report.ts';
import { sortAddresses } from './compare.ts';
import { placesInOrder } from './endpointOrder.ts';
import { type Found, onNetwork } from './lookUp.ts';
import type { NameWorld } from './world.ts';

/** The prediction for a name that Docker's embedded DNS knows, with the reason in one sentence. */
export function explainFound(
  world: NameWorld,
  container: Container,
  owner: Container,
  name: string,
  question: string,
  finds: Found[],
): Prediction {
  const [first] = finds;
  const holders = finds.flatMap((one) => one.holders);
  const addresses = sortAddresses(
    holders.flatMap((one) => [one.ipv4, one.ipv6].filter((address) => address !== undefined)),
  );
  const asked = question === name.replace(/\.$/, '') ? '' : `, asked for as ${question}`;
  const parts = [`${subject(first!, name)}${asked}`, ...remarks(world, container, owner, finds)];
  return {
    addresses,
    source: 'embedded-dns',
    network: first!.place.network.name,
    why: `${parts.join('; ')}.`,
  };
}

function subject(found: Found, name: string): string {
  const network = found.place.network.name;
  const holders = found.holders.map((one) => one.container);
  if (found.link) return `${name} is its link to ${found.link.container} on ${network}`;
  if (holders.length > 1) {
    const all = holders.map((one) => one.name).join(', ');
    return `${name} means ${holders.length} containers on ${network}, in random order: ${all}`;
  }
  return `${name} is ${role(found.asked, holders[0]!)} on ${network}`;
}

function role(asked: string, holder: Container): string {
  if (asked.toLowerCase() === holder.name.toLowerCase()) return 'a container';
  if (asked === holder.id.slice(0, 12)) return `the short id of ${holder.name}`;
  return `another name of ${holder.name}`;
}

function remarks(world: NameWorld, container: Container, owner: Container, finds: Found[]): string[] {
  const [first, second] = finds;
  const said: string[] = [];
  const same = (one: Found, other: Found) => one.place.network.id === other.place.network.id;
  if (second && !same(first!, second)) said.push(`its IPv6 address comes from ${second.place.network.name}`);
  const later = (placesInOrder(world, owner) ?? []).filter(
    (place) =>
      finds.every((one) => one.place.network.id !== place.network.id) &&
      !first!.link &&
      onNetwork(world, place, first!.asked)?.kind === 'found',
  );
  if (later.length > 0 && first) {
    const others = later.map((one) => one.network.name).join(' and ');
    said.push(`${others} has that name too, but ${first.place.network.name} is searched first`);
  }
  const paused = finds.flatMap((one) => one.holders).find((one) => one.container.state === 'paused');
  if (paused) said.push(`${paused.container.name} is paused`);
  if (owner !== container) said.push(`${container.name} shares the network of ${owner.name}`);
  return said;
}
