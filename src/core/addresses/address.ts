import { Address4, Address6 } from 'ip-address';

/** An IP address as a number, of one family. */
export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** The address that a text spells strictly (four decimal parts, or IPv6 without zone and prefix); else undefined. */
export function parseAddress(text: string): Address | undefined {
  if (typeof text !== 'string' || /[/%]/.test(text)) return undefined;
  try {
    return text.includes(':')
      ? { family: 6, value: new Address6(text).bigInt() }
      : { family: 4, value: new Address4(text).bigInt() };
  } catch {
    return undefined;
  }
}

/** The usual text of an address; IPv6 shortened as RFC 5952 has it. */
export function formatAddress(address: Address): string {
  return address.family === 4
    ? Address4.fromBigInt(address.value).address
    : Address6.fromBigInt(address.value).correctForm();
}

/** Whether two texts spell the same address; false where one of them spells none. */
export function sameAddress(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  if (a === b) return true;
  const [one, other] = [parseAddress(a), parseAddress(b)];
  return !!one && !!other && one.family === other.family && one.value === other.value;
}
