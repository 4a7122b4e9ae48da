/** Where programs listen for TCP on a port: on every address, on the loopback alone, on single addresses, or nowhere. */
export type Listening = 'everywhere' | 'loopback' | 'some' | 'nowhere';

/** Reads /proc/net/tcp and tcp6, which the kernel writes as one table each. */
export function listening(tables: string, port: number): Listening {
  const found = new Set<Listening>();
  for (const line of tables.split('\n')) {
    const [, local, localPort, state] =
      /^\s*\d+: ([\dA-F]{8}|[\dA-F]{32}):([\dA-F]{4}) \S+ ([\dA-F]{2})\b/i.exec(line) ?? [];
    if (state?.toUpperCase() !== '0A' || Number.parseInt(localPort!, 16) !== port) continue;
    found.add(scopeOf(local!));
  }
  if (found.has('everywhere')) return 'everywhere';
  if (found.has('some')) return 'some';
  return found.has('loopback') ? 'loopback' : 'nowhere';
}

/** The kernel writes addresses as 32-bit words of the machine's own byte order. */
function scopeOf(address: string): Listening {
  if (/^0+$/.test(address)) return 'everywhere';
  const ipv4 = address.length === 8 ? address : /^0{16}FFFF0000(.{8})$/i.exec(address)?.[1];
  if (ipv4) return ipv4.endsWith('7F') || ipv4.startsWith('7F') ? 'loopback' : 'some';
  return /^0{24}(01000000|00000001)$/.test(address) ? 'loopback' : 'some';
}
