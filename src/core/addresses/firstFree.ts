import { type Address, formatAddress } from './address.ts';
import { broadcastAddress, type Cidr, isEdge, networkAddress } from './cidr.ts';

/**
 * The lowest address of `within` that Docker can give away and that `taken` does not hold; undefined where all are taken.
 * `from` starts the search there, going on at the beginning when the end is reached.
 */
export function firstFree(
  subnet: Cidr,
  within: Cidr,
  taken: ReadonlySet<string>,
  from?: Address,
): Address | undefined {
  const first = networkAddress(within).value;
  const last = broadcastAddress(within).value;
  const start = from && from.value >= first && from.value <= last ? from.value : first;
  return search(start, last) ?? search(first, start - 1n);

  function search(low: bigint, high: bigint): Address | undefined {
    for (let value = low; value <= high; value++) {
      const address: Address = { family: subnet.family, value };
      if (!isEdge(subnet, address) && !taken.has(formatAddress(address))) return address;
    }
    return undefined;
  }
}
