import type { PublishSpec } from '../../core/specs.ts';

/** Ports to publish as they are typed: `8080:80, 53:53/udp, 80`. Undefined where a part cannot be read. */
export function parsePorts(text: string): PublishSpec[] | undefined {
  const parts = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(parsePort);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

export function formatPorts(ports: readonly PublishSpec[]): string {
  return ports
    .map(({ port, protocol, hostPort, hostIp }) => {
      const host = [bracketed(hostIp), hostPort ?? (hostIp === undefined ? undefined : '')];
      const front = host.filter((one) => one !== undefined).join(':');
      return `${front === '' ? '' : `${front}:`}${port}${protocol && protocol !== 'tcp' ? `/${protocol}` : ''}`;
    })
    .join(', ');
}

function bracketed(address: string | undefined): string | undefined {
  return address?.includes(':') ? `[${address}]` : address;
}

function parsePort(part: string): PublishSpec | undefined {
  const match = /^(?:(?:(\[[^\]]+\]|[^:]+):)?(\d*):)?(\d+)(?:\/(tcp|udp|sctp))?$/.exec(part);
  if (!match) return undefined;
  const [, address, hostPort, port, protocol] = match;
  if (!isPort(port!) || (hostPort && !isPort(hostPort))) return undefined;
  return {
    port: Number(port),
    ...(protocol ? { protocol: protocol as 'tcp' | 'udp' | 'sctp' } : {}),
    ...(hostPort ? { hostPort: Number(hostPort) } : {}),
    ...(address ? { hostIp: address.replaceAll(/[[\]]/g, '') } : {}),
  };
}

function isPort(text: string): boolean {
  const port = Number(text);
  return port >= 1 && port <= 65_535;
}
