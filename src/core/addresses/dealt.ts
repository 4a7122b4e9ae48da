import type { Network, Subnet } from '../model.ts';
import { formatAddress, parseAddress } from './address.ts';
import {
  broadcastAddress,
  type Cidr,
  contains,
  formatCidr,
  isEdge,
  networkAddress,
  parseCidr,
  size,
} from './cidr.ts';
import { deriveGateway } from './deriveGateway.ts';

/** The part of a subnet that Docker deals addresses from, and how much of it is gone. */
export interface Dealt {
  /** CIDR: the ip-range where there is one, else the subnet. */
  range: string;
  /** Addresses in the range that containers can have at all. */
  usable: bigint;
  /** Of these, held by a container that runs, or kept for one by a static address. */
  used: bigint;
  free: bigint;
}

/** What Docker deals out of one subnet of a network; undefined where the engine tells a subnet that is none. */
export function dealtOf(network: Network, subnet: Subnet): Dealt | undefined {
  const whole = parseCidr(subnet.subnet);
  const range = dealtRange(subnet);
  if (!whole || !range) return undefined;
  const kept = count(range, whole, keptAddresses(subnet));
  const used = count(range, whole, heldAddresses(network));
  const edges = edgesWithin(range, whole);
  const usable = size(range) - edges - kept;
  return { range: formatCidr(range), usable, used, free: usable > used ? usable - used : 0n };
}

/** The block that Docker deals from; undefined where the engine tells one that is none. */
export function dealtRange(subnet: Subnet): Cidr | undefined {
  return parseCidr(subnet.ipRange || subnet.subnet);
}

/** Addresses of a subnet that go to no container: its gateway and what is reserved. */
export function keptAddresses(subnet: Subnet): Set<string> {
  const gateway = subnet.gateway || deriveGateway(subnet.subnet, subnet.ipRange);
  return normalised([gateway, ...Object.values(subnet.reserved)]);
}

/** Addresses that the containers of a network hold, or will hold when they start. */
export function heldAddresses(network: Network): Set<string> {
  return normalised(network.endpoints.flatMap((one) => [one.ipv4, one.ipv6, one.staticIpv4, one.staticIpv6]));
}

function normalised(texts: readonly (string | undefined)[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    const address = text ? parseAddress(text) : undefined;
    if (address) found.add(formatAddress(address));
  }
  return found;
}

function count(range: Cidr, subnet: Cidr, addresses: ReadonlySet<string>): bigint {
  let within = 0n;
  for (const text of addresses) {
    const address = parseAddress(text)!;
    if (contains(range, address) && !isEdge(subnet, address)) within++;
  }
  return within;
}

function edgesWithin(range: Cidr, subnet: Cidr): bigint {
  let edges = 0n;
  for (const value of new Set([networkAddress(subnet).value, broadcastAddress(subnet).value])) {
    const address = { family: subnet.family, value };
    if (contains(range, address) && isEdge(subnet, address)) edges++;
  }
  return edges;
}
