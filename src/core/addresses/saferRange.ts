import type { Network, Subnet } from '../model.ts';
import { type Address, parseAddress } from './address.ts';
import { type Cidr, contains, formatCidr, networkAddress, parseCidr, size } from './cidr.ts';

/**
 * The largest part of a subnet (CIDR; a half to a sixteenth, from the top) that holds neither this address nor a static
 * one of the network: dealing only from it, Docker would never give them away. Undefined where there is none.
 */
export function saferRange(network: Network, subnet: Subnet, address: Address): string | undefined {
  const whole = parseCidr(subnet.subnet);
  if (!whole) return undefined;
  const fixed = [address];
  for (const one of network.endpoints) {
    for (const text of [one.staticIpv4, one.staticIpv6]) {
      const other = text ? parseAddress(text) : undefined;
      if (other) fixed.push(other);
    }
  }
  const least = whole.family === 4 ? 30 : 126;
  for (let parts = 1; parts <= 4 && whole.prefix + parts <= least; parts++) {
    const found = topPart(whole, parts, fixed);
    if (found) return formatCidr(found);
  }
  return undefined;
}

function topPart(whole: Cidr, parts: number, fixed: readonly Address[]): Cidr | undefined {
  const first = networkAddress(whole).value;
  const step = size(whole) >> BigInt(parts);
  for (let value = first + size(whole) - step; value >= first; value -= step) {
    const part: Cidr = { family: whole.family, value, prefix: whole.prefix + parts };
    if (!fixed.some((address) => contains(part, address))) return part;
  }
  return undefined;
}
