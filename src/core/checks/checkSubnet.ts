import {
  type Cidr,
  containsCidr,
  formatCidr,
  hasHostBits,
  overlaps,
  parseCidr,
  size,
} from '../addresses/cidr.ts';
import type { Network } from '../model.ts';
import { type Check, type CheckWorld, fine, type HostRoute, refuse } from './check.ts';
import { foreignRoutes } from './foreignRoutes.ts';
import { freeSubnet } from './freeSubnet.ts';
import { listNames } from './listNames.ts';

/** Blocks that Docker takes and that then serve nobody. */
const useless: [block: string, what: string][] = [
  ['127.0.0.0/8', 'loopback addresses'],
  ['169.254.0.0/16', 'link-local addresses'],
  ['224.0.0.0/3', 'multicast and reserved addresses'],
  ['0.0.0.0/8', 'addresses that mean "this network"'],
  ['ff00::/8', 'multicast addresses'],
  ['fe80::/10', 'link-local addresses'],
  ['::/127', 'the unspecified and the loopback address'],
];

/** Whether a network of that driver can have this subnet beside those already given to it. */
export function checkSubnet(
  text: string,
  world: CheckWorld,
  alreadyGiven: readonly string[] = [],
  driver = 'bridge',
): Check {
  const cidr = parseCidr(text);
  if (!cidr) return notCidr(text);
  const proper = formatCidr(cidr);
  if (hasHostBits(cidr)) {
    return refuse('invalid', `${text} has host bits set. Did you mean ${proper}?`, { suggestion: proper });
  }
  const least = cidr.family === 4 ? 30 : 126;
  if (cidr.prefix > least) {
    return refuse(
      'invalid',
      `${text} is too small: nothing would be left for containers after the gateway. /${least} is the smallest that works.`,
    );
  }
  return (
    againstGiven(cidr, text, alreadyGiven, driver) ??
    againstNetworks(cidr, text, world, driver) ??
    againstHost(cidr, text, world, driver) ??
    fine(...oddities(cidr, text, world, driver))
  );
}

/** The networks of the engine whose subnets share addresses with this block, in one address space with that driver. */
export function overlapping(
  cidr: Cidr,
  world: CheckWorld,
  driver: string,
): { network: Network; subnet: string }[] {
  return world.snapshot.networks
    .filter((network) => (network.scope === 'swarm') === (driver === 'overlay'))
    .flatMap((network) => network.subnets.map(({ subnet }) => ({ network, subnet })))
    .filter(({ subnet }) => {
      const other = parseCidr(subnet);
      return other !== undefined && overlaps(cidr, other);
    });
}

function notCidr(text: string): Check {
  const given = String(text).trim();
  const trimmed = parseCidr(given);
  if (trimmed)
    return refuse('invalid', 'The subnet has spaces around it.', { suggestion: formatCidr(trimmed) });
  const guess = parseCidr(`${given}/24`);
  if (guess?.family === 4) {
    const meant = formatCidr(guess);
    return refuse('invalid', `${given} is an address without a length. Did you mean ${meant}?`, {
      suggestion: meant,
    });
  }
  return refuse('invalid', `${given || 'An empty text'} is no subnet. Write one like 10.9.0.0/24.`);
}

function againstGiven(cidr: Cidr, text: string, given: readonly string[], driver: string): Check | undefined {
  for (const other of given) {
    const block = parseCidr(other);
    if (!block) continue;
    if (overlaps(cidr, block)) {
      return refuse('conflict', `${text} overlaps ${other}, which this network has already.`);
    }
    if (driver === 'bridge' && block.family === cidr.family) {
      return refuse(
        'invalid',
        `A bridge network has one IPv${cidr.family} subnet, and ${other} is given already: ${text} cannot be added.`,
      );
    }
  }
  return undefined;
}

function againstNetworks(cidr: Cidr, text: string, world: CheckWorld, driver: string): Check | undefined {
  const others = overlapping(cidr, world, driver);
  if (others.length === 0) return undefined;
  const free = freeSubnet(world, text);
  const named = listNames(others.map((other) => `${other.network.name} (${other.subnet})`));
  return refuse('conflict', `${text} overlaps ${named}. ${free} is free.`, { suggestion: free });
}

/**
 * Docker takes a subnet that a network card of its machine has, and the machine then no longer reaches that card's net.
 * One that only overlaps is common (a large private net behind a router) and mostly works.
 */
function againstHost(cidr: Cidr, text: string, world: CheckWorld, driver: string): Check | undefined {
  for (const route of routesAgainst(driver, world)) {
    const block = parseCidr(route.subnet);
    if (block && block.family === cidr.family && block.value === cidr.value && block.prefix === cidr.prefix) {
      const free = freeSubnet(world, text);
      return refuse(
        'conflict',
        `${text} is the net that this machine reaches over ${route.interface}: it would be cut off from it. ${free} is free.`,
        { suggestion: free },
      );
    }
  }
  return undefined;
}

function oddities(cidr: Cidr, text: string, world: CheckWorld, driver: string): string[] {
  const found: string[] = [];
  for (const [block, what] of useless) {
    if (overlaps(cidr, parseCidr(block)!)) {
      found.push(`${text} has ${what} in it (${block}), which containers cannot use.`);
      break;
    }
  }
  for (const route of routesAgainst(driver, world)) {
    const block = parseCidr(route.subnet);
    if (!block || !overlaps(cidr, block)) continue;
    const part = containsCidr(cidr, block) ? 'takes in' : 'lies in';
    found.push(
      `${text} ${part} ${route.subnet}, which this machine reaches over ${route.interface}: what lies in both may be unreachable.`,
    );
    break;
  }
  if (cidr.family === 4 && size(cidr) > 1n << 24n) {
    found.push(`${text} takes more addresses than all of 10.0.0.0/8 has.`);
  }
  return found;
}

/** Networks that hang on an interface share its net on purpose. */
function routesAgainst(driver: string, world: CheckWorld): HostRoute[] {
  return driver === 'macvlan' || driver === 'ipvlan' ? [] : foreignRoutes(world);
}
