import { sameAddress } from '../addresses/address.ts';
import type { Container } from '../model.ts';
import { endpointNames, endpointOn } from '../names/endpointNames.ts';
import { predictName } from '../names/predictName.ts';
import { isUp } from '../names/world.ts';
import type { Verdict } from '../report.ts';
import { addressesOf, and, networksOf, type Way } from './way.ts';

/** The names by which a container may be meant: its own, its aliases, the asker's links, and lines in the asker's hosts file. */
export function namesFor(way: Way): string[] {
  const { world, from, fromOwner, to, toOwner } = way;
  const names = new Set([to.name, toOwner.name]);
  for (const network of networksOf(world, toOwner)) {
    const known = isUp(toOwner) ? endpointNames(world, network, toOwner)?.sure : undefined;
    for (const name of known ?? []) names.add(name);
  }
  const shortId = toOwner.id.slice(0, 12);
  names.delete(shortId);
  const details = world.details.get(fromOwner.id);
  for (const network of networksOf(world, fromOwner)) {
    for (const link of (details && endpointOn(details, network)?.links) ?? []) {
      if (names.has(link.container) || link.container === shortId) names.add(link.alias);
    }
  }
  const hosts = world.hosts.get(from.id) ?? world.hosts.get(fromOwner.id);
  const own = addressesOf(world, toOwner);
  for (const entry of hosts?.entries ?? []) {
    if (own.some((one) => sameAddress(one.address, entry.address))) {
      for (const name of entry.names) names.add(name);
    }
  }
  return [...names, shortId];
}

/** Whether a container is reached by a name: what the name means there, and whether those addresses are reached. */
export function judgeName(way: Way, name: string, byAddress: readonly Verdict[]): Verdict {
  const { world, from, to, toOwner } = way;
  const meaning = predictName(world, from.id, name);
  const { network } = meaning;
  if (meaning.addresses.length === 0) {
    return {
      target: name,
      network,
      predicted: meaning.source === 'unknown' ? 'unknown' : 'no',
      why: meaning.why,
    };
  }
  const verdicts = meaning.addresses.map((address) =>
    byAddress.find((one) => sameAddress(one.target, address)),
  );
  const others = meaning.addresses.filter((_, at) => !verdicts[at]);
  if (others.length === meaning.addresses.length) {
    const why = `${name} means ${and(others)} here, which is ${whose(way, others[0]!)} and not ${to.name}.`;
    return { target: name, network, predicted: 'no', why };
  }
  if (others.length > 0) {
    const why = `${name} means ${whose(way, others[0]!)} as well as ${toOwner.name}, and Docker answers in random order.`;
    return { target: name, network, predicted: 'unknown', why };
  }
  const best =
    verdicts.find((one) => one?.predicted === 'yes') ??
    verdicts.find((one) => one?.predicted === 'unknown') ??
    verdicts[0]!;
  return {
    target: name,
    network,
    predicted: best.predicted,
    why: best.predicted === 'yes' ? meaning.why : best.why,
  };
}

function whose({ world }: Way, address: string): string {
  const holder = world.snapshot.networks
    .flatMap((one) => one.endpoints)
    .find((one) => sameAddress(one.ipv4, address) || sameAddress(one.ipv6, address));
  return holder ? holder.name : 'no container';
}

/** A name that works instead. */
export function workingName(byName: readonly Verdict[], of: Container): string | undefined {
  return byName.find((one) => one.predicted === 'yes' && one.target !== of.name)?.target;
}
