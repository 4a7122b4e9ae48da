import type { ContainerDetails, Port } from '../model.ts';

/**
 * The environment variables that Docker sets in a container for its links of the default bridge when it starts
 * (moby: daemon/links), by the addresses that the linked containers have now. A link whose container is not known gives its name alone.
 */
export function linkVariables(
  of: ContainerDetails,
  find: (reference: string) => ContainerDetails | undefined,
): { name: string; value: string }[] {
  return of.legacyLinks.flatMap(({ container, alias }) => {
    const start = alias.toUpperCase().replaceAll('-', '_');
    const target = find(container);
    const address = target?.endpoints.find((one) => one.networkName === 'bridge')?.ipv4;
    return [
      { name: `${start}_NAME`, value: `/${of.name}/${alias}` },
      ...(target && address ? ports(start, address, target.ports) : []),
      ...(target?.env ?? []).flatMap((line) => environment(start, line)),
    ];
  });
}

function ports(start: string, address: string, all: readonly Port[]): { name: string; value: string }[] {
  const once = new Map(all.map((one) => [`${one.port}/${one.protocol}`, one]));
  const sorted = [...once.values()].sort(
    (a, b) => Number(b.protocol === 'tcp') - Number(a.protocol === 'tcp') || a.port - b.port,
  );
  const url = ({ port, protocol }: Port) => `${protocol}://${address}:${port}`;
  const main = sorted[0] ? [{ name: `${start}_PORT`, value: url(sorted[0]) }] : [];
  const each = sorted.flatMap((one) => {
    const name = `${start}_PORT_${one.port}_${one.protocol.toUpperCase()}`;
    return [
      { name, value: url(one) },
      { name: `${name}_ADDR`, value: address },
      { name: `${name}_PORT`, value: String(one.port) },
      { name: `${name}_PROTO`, value: one.protocol },
    ];
  });
  return [...main, ...each];
}

function environment(start: string, line: string): { name: string; value: string }[] {
  const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(line) ?? [];
  return ['', 'HOME', 'PATH'].includes(name) ? [] : [{ name: `${start}_ENV_${name}`, value }];
}
