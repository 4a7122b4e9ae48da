import type { Subnet } from '../model.ts';

/** What a subnet is set to besides its block: the range that is dealt from, and the addresses that never are; empty for neither. */
export function dealingTexts({ ipRange, reserved }: Subnet): string[] {
  const kept = Object.entries(reserved).map(([name, address]) => `${address} reserved for ${name}`);
  return ipRange ? [`deals from ${ipRange}`, ...kept] : kept;
}

/** A subnet in a few words, for one line among others: `10.9.0.0/24 (deals from 10.9.0.128/25, 1 reserved)`. */
export function shortSubnet({ subnet, ipRange, reserved }: Subnet): string {
  const count = Object.keys(reserved).length;
  const parts = [ipRange && `deals from ${ipRange}`, count > 0 && `${count} reserved`].filter(Boolean);
  return parts.length > 0 ? `${subnet} (${parts.join(', ')})` : subnet;
}
