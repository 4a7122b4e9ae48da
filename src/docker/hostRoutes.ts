import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { formatCidr, parseCidr } from '../core/addresses/cidr.ts';
import type { HostRoute } from '../core/checks/check.ts';

/** Where this machine's own packets go: its routes on Linux, elsewhere its interfaces' subnets; Docker's bridges are among them. */
export function hostRoutes(): HostRoute[] {
  const routes = process.platform === 'linux' ? linuxRoutes() : interfaceSubnets();
  return routes.filter((route) => !/^(lo|veth.*)$/.test(route.interface));
}

/** The routes in /proc/net/route: addresses as little-endian hex. */
export function parseRoutes4(text: string): HostRoute[] {
  return rowsOf(text)
    .slice(1)
    .filter(([name, destination]) => name && destination && destination !== '00000000')
    .map((row) => ({ subnet: `${ipv4Of(row[1]!)}/${bitsOf(row[7]!)}`, interface: row[0]! }));
}

/** The routes in /proc/net/ipv6_route, without link-local, multicast and single addresses. */
export function parseRoutes6(text: string): HostRoute[] {
  return rowsOf(text)
    .map((row) => ({ address: row[0] ?? '', prefix: Number.parseInt(row[1] ?? '0', 16), name: row[9] ?? '' }))
    .filter(({ address, prefix }) => prefix > 0 && prefix < 128 && !/^(fe[89ab]|ff)/.test(address))
    .map(({ address, prefix, name }) => ({ subnet: `${ipv6Of(address)}/${prefix}`, interface: name }));
}

function linuxRoutes(): HostRoute[] {
  return [...parseRoutes4(read('/proc/net/route')), ...parseRoutes6(read('/proc/net/ipv6_route'))];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => line.trim().split(/\s+/));
}

function ipv4Of(hex: string): string {
  return Buffer.from(hex, 'hex').reverse().join('.');
}

function bitsOf(hexMask: string): number {
  return [...Number.parseInt(hexMask, 16).toString(2)].filter((bit) => bit === '1').length;
}

function ipv6Of(hex: string): string {
  const groups = hex.match(/.{4}/g) ?? [];
  return networkOf(`${groups.join(':')}/128`)?.split('/')[0] ?? '';
}

function interfaceSubnets(): HostRoute[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter((address) => !address.internal && !/^fe[89ab]/i.test(address.address))
      .flatMap((address) => networkOf(address.cidr ?? '') ?? [])
      .map((subnet) => ({ subnet, interface: name })),
  );
}

function networkOf(text: string): string | undefined {
  const cidr = parseCidr(text);
  return cidr && formatCidr(cidr);
}
