import { type Address, formatAddress, parseAddress } from './address.ts';

/** A block of addresses: every address that shares the first `prefix` bits with `value`. */
export interface Cidr {
  readonly family: 4 | 6;
  /** As it was given, host bits included. */
  readonly value: bigint;
  readonly prefix: number;
}

/** The block that a text such as `10.9.0.0/24` spells strictly, host bits kept; else undefined. */
export function parseCidr(text: string): Cidr | undefined {
  const parts = typeof text === 'string' ? /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) : null;
  const address = parts ? parseAddress(parts[1]!) : undefined;
  if (!parts || !address) return undefined;
  const prefix = Number(parts[2]);
  return prefix > bits(address.family) ? undefined : { ...address, prefix };
}

/** The text of a block, without host bits. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(networkAddress(cidr))}/${cidr.prefix}`;
}

/** The first address of a block. */
export function networkAddress(cidr: Cidr): Address {
  return { family: cidr.family, value: cidr.value - (cidr.value % size(cidr)) };
}

/** The last address of a block; in IPv4 the one that reaches all. */
export function broadcastAddress(cidr: Cidr): Address {
  return { family: cidr.family, value: networkAddress(cidr).value + size(cidr) - 1n };
}

/** How many addresses a block has. */
export function size(cidr: Cidr): bigint {
  return 1n << BigInt(bits(cidr.family) - cidr.prefix);
}

/** Whether a block was given with bits set beyond its prefix, such as 10.9.0.5/24. */
export function hasHostBits(cidr: Cidr): boolean {
  return networkAddress(cidr).value !== cidr.value;
}

/** Whether the address lies in the block. */
export function contains(cidr: Cidr, address: Address): boolean {
  return (
    cidr.family === address.family &&
    address.value >= networkAddress(cidr).value &&
    address.value <= broadcastAddress(cidr).value
  );
}

/** Whether the whole of `inner` lies in `outer`. */
export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  return contains(outer, networkAddress(inner)) && contains(outer, broadcastAddress(inner));
}

/** Whether the two blocks share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, networkAddress(b)) || contains(b, networkAddress(a));
}

/** Whether Docker never gives this address of the block to anyone: its first, and in IPv4 its last. */
export function isEdge(cidr: Cidr, address: Address): boolean {
  return (
    address.value === networkAddress(cidr).value ||
    (cidr.family === 4 && address.value === broadcastAddress(cidr).value)
  );
}

/** How many addresses of the block can be given to gateway and containers. */
export function usableCount(cidr: Cidr): bigint {
  const usable = size(cidr) - (cidr.family === 4 ? 2n : 1n);
  return usable > 0n ? usable : 0n;
}

function bits(family: 4 | 6): 32 | 128 {
  return family === 4 ? 32 : 128;
}
