/** The addresses once each: IPv4 before IPv6, both in the order of their numbers. */
export function sortAddresses(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => address.toLowerCase()))].sort(
    (a, b) =>
      Number(a.includes(':')) - Number(b.includes(':')) || a.localeCompare(b, 'en', { numeric: true }),
  );
}
