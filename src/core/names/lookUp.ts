import type { Container, Link, Network } from '../model.ts';
import { endpointNames, engineMajor } from './endpointNames.ts';
import { type Place, placesInOrder } from './endpointOrder.ts';
import { isUp, type NameWorld } from './world.ts';

/** Who answers to a name on one network. */
export interface Found {
  kind: 'found';
  place: Place;
  holders: Holder[];
  /** The name that was looked up there: the question without the network, or what a link leads to. */
  asked: string;
  /** The asking container's own link that the name is. */
  link?: Link;
}

export interface Holder {
  container: Container;
  ipv4?: string;
  ipv6?: string;
}

export interface Unsure {
  kind: 'unsure';
  why: string;
}

type Family = 'ipv4' | 'ipv6';

/**
 * What Docker's embedded DNS answers to a question from a container: the finds that give its IPv4 and its IPv6 addresses,
 * an unsure answer, or undefined where it knows no such name and forwards the question.
 */
export function lookUp(
  world: NameWorld,
  asker: Container,
  question: string,
): { finds: Found[] } | Unsure | undefined {
  const places = placesInOrder(world, asker);
  if (!places) return notInspected(asker);
  const engine = engineMajor(world);
  if (engine < 17) {
    return { kind: 'unsure', why: 'This engine is not a Docker Engine, and answers names in its own way.' };
  }
  const half = halfConnected(world, asker, places);
  if (half) return half;
  // Newer engines let the first network that knows the name answer for both families (measured on 20.10 and 28.5).
  if (engine >= 26) {
    const found = walk(world, places, question, () => 'answers');
    return found?.kind === 'found' ? { finds: [found] } : found;
  }
  return lookUpByFamily(world, places, question);
}

/**
 * Connecting a container with links of the default bridge to a network whose containers are kept apart may fail half-way,
 * and the engine then lists it there although it is not (measured on 28.5).
 */
function halfConnected(world: NameWorld, container: Container, places: readonly Place[]): Unsure | undefined {
  const linked = (world.details.get(container.id)?.legacyLinks.length ?? 0) > 0;
  const place = linked ? places.find(({ network }) => !network.builtIn && isQuiet(network)) : undefined;
  if (!place) return undefined;
  const why = `${container.name} has links, and the engine may have failed to connect it to ${place.network.name} although it lists it there.`;
  return { kind: 'unsure', why };
}

function isQuiet({ options }: Network): boolean {
  return options['com.docker.network.bridge.enable_icc'] === 'false';
}

/** Each family is looked for by itself; a network without IPv6 that knows the name ends the search for IPv6 after its round. */
function lookUpByFamily(world: NameWorld, places: Place[], question: string) {
  const finds: Found[] = [];
  for (const family of ['ipv4', 'ipv6'] as Family[]) {
    const found = walk(world, places, question, (one) => {
      if (one.holders.some((holder) => holder[family])) return 'answers';
      return family === 'ipv6' && !one.place.network.ipv6 ? 'ends' : 'passes';
    });
    if (found?.kind === 'unsure') return found;
    if (found) finds.push(onlyFamily(found, family));
  }
  return finds.length > 0 ? { finds } : undefined;
}

function onlyFamily(found: Found, family: Family): Found {
  const holders = found.holders.filter((one) => one[family]);
  return { ...found, holders: holders.map((one) => ({ container: one.container, [family]: one[family] })) };
}

type Judgement = 'answers' | 'passes' | 'ends';

/**
 * moby: libnetwork/sandbox.go, ResolveName. The whole name on any network, then each split at a dot, from the right,
 * into a name and a network's name; in each step first the asker's links, then the names.
 */
function walk(
  world: NameWorld,
  places: Place[],
  question: string,
  judge: (found: Found) => Judgement,
): Found | Unsure | undefined {
  for (const [name, networkName] of splits(question)) {
    const here = places.filter((one) => networkName === undefined || one.network.name === networkName);
    for (const round of [linked(here, name), here.filter((one) => !linkOf(one, name))]) {
      let ends = false;
      for (const place of round) {
        const link = linkOf(place, name);
        const found = onNetwork(world, place, link?.container ?? name);
        if (found?.kind === 'unsure') return found;
        const judgement = found ? judge(found) : 'passes';
        if (found && judgement === 'answers') return { ...found, link };
        ends ||= judgement === 'ends';
      }
      if (ends) return undefined;
    }
  }
  return undefined;
}

function linked(places: Place[], name: string): Place[] {
  return places.filter((one) => linkOf(one, name));
}

function linkOf(place: Place, name: string): Link | undefined {
  return place.endpoint.links.find((one) => one.alias === name);
}

function splits(question: string): [name: string, network: string | undefined][] {
  const all: [string, string | undefined][] = [[question, undefined]];
  for (let dot = question.lastIndexOf('.'); dot > 0; dot = question.lastIndexOf('.', dot - 1)) {
    all.push([question.slice(0, dot), question.slice(dot + 1)]);
  }
  return all;
}

/** Who has that name on that network, in whatever case. */
export function onNetwork(world: NameWorld, place: Place, asked: string): Found | Unsure | undefined {
  const { network } = place;
  const wanted = asked.toLowerCase();
  const holders: Holder[] = [];
  for (const endpoint of network.endpoints) {
    const container = world.snapshot.containers.find((one) => one.id === endpoint.container);
    if (!container || !isUp(container)) continue;
    const names = endpointNames(world, network, container);
    if (!names) return notInspected(container);
    if (names.sure.some((name) => name.toLowerCase() === wanted)) {
      const half = halfConnected(world, container, [place]);
      if (half) return half;
      holders.push({ container, ipv4: endpoint.ipv4, ipv6: endpoint.ipv6 });
    } else if (names.perhaps.some((name) => name.toLowerCase() === wanted)) {
      return { kind: 'unsure', why: perhapsNamed(asked, network.builtIn) };
    }
  }
  if (holders.length > 0) return { kind: 'found', place, holders, asked };
  if (network.scope !== 'swarm') return undefined;
  return {
    kind: 'unsure',
    why: `A service or a container on another machine of the swarm may be called ${asked} on ${network.name}.`,
  };
}

function perhapsNamed(name: string, builtIn: boolean): string {
  return builtIn
    ? `This engine answers to ${name} only if the container was renamed while it ran, which it does not tell.`
    : `${name} may be a name that the engine made up itself, to which engines before 25 do not answer.`;
}

function notInspected(container: Container): Unsure {
  return { kind: 'unsure', why: `${container.name} was not inspected, so its names are not known.` };
}
