import { formatAddress, parseAddress } from '../addresses/address.ts';
import { type Cidr, formatCidr, overlaps, parseCidr, size } from '../addresses/cidr.ts';
import { dealtRange, heldAddresses, keptAddresses } from '../addresses/dealt.ts';
import { firstFree } from '../addresses/firstFree.ts';
import type { Network } from '../model.ts';
import type { CheckWorld } from './check.ts';

/** Where free subnets are looked for, best first: away from what Docker and home routers choose by themselves. */
const grounds: Record<4 | 6, string[]> = {
  4: [
    '10.201.0.0/16',
    '10.202.0.0/15',
    '10.204.0.0/14',
    '10.128.0.0/9',
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
  ],
  6: ['fd00:201::/32', 'fd00::/16'],
};

/**
 * A subnet that overlaps no network and no route of the host, as CIDR.
 * It is of the family of `near` and, between /16 and /29 (IPv6: /48 and /64), of its size; else a /24 (IPv6: a /64).
 */
export function freeSubnet(world: CheckWorld, near?: string): string {
  const wanted = near ? parseCidr(near) : undefined;
  const family = wanted?.family ?? 4;
  const prefix = sized(family, wanted?.prefix);
  const taken = takenBlocks(world).filter((one) => one.family === family);
  for (const ground of grounds[family]) {
    const found = freeWithin(parseCidr(ground)!, prefix, taken);
    if (found) return formatCidr(found);
  }
  return grounds[family][0]!;
}

/** An address of the network that no container holds, beginning after `near` where that is given; undefined where none is left. */
export function freeAddress(network: Network, near?: string): string | undefined {
  const wanted = near ? parseAddress(near) : undefined;
  const held = heldAddresses(network);
  for (const subnet of network.subnets) {
    const whole = parseCidr(subnet.subnet);
    const range = dealtRange(subnet);
    if (!whole || !range || (wanted && wanted.family !== whole.family)) continue;
    const within = wanted ? whole : range;
    const found = firstFree(whole, within, new Set([...held, ...keptAddresses(subnet)]), wanted);
    if (found) return formatAddress(found);
  }
  return undefined;
}

function sized(family: 4 | 6, prefix: number | undefined): number {
  const [least, most, usual] = family === 4 ? [16, 29, 24] : [48, 64, 64];
  return prefix !== undefined && prefix >= least && prefix <= most ? prefix : usual;
}

function takenBlocks(world: CheckWorld): Cidr[] {
  const texts = [
    ...world.snapshot.networks.flatMap((network) => network.subnets.map((one) => one.subnet)),
    ...(world.hostRoutes ?? []).map((route) => route.subnet),
  ];
  return texts.map((text) => parseCidr(text)).filter((cidr) => cidr !== undefined);
}

/** Steps over whatever is in the way, so that it takes no more rounds than there are blocks taken. */
function freeWithin(ground: Cidr, prefix: number, taken: readonly Cidr[]): Cidr | undefined {
  if (prefix < ground.prefix) return undefined;
  const end = ground.value + size(ground);
  let candidate: Cidr = { family: ground.family, value: ground.value, prefix };
  while (candidate.value < end) {
    const here = candidate;
    const inTheWay = taken.find((one) => overlaps(one, here));
    if (!inTheWay) return candidate;
    const behind = inTheWay.value - (inTheWay.value % size(inTheWay)) + size(inTheWay);
    const step = size(candidate);
    const next = ((behind + step - 1n) / step) * step;
    candidate = { ...candidate, value: next > candidate.value ? next : candidate.value + step };
  }
  return undefined;
}
