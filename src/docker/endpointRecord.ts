import { ExpectedError } from '../core/errors.ts';
import type { EndpointDetails, Link } from '../core/model.ts';
import type { ListedEndpoint } from '../core/port.ts';
import type { EndpointSpec } from '../core/specs.ts';
import { isBelow } from './apiVersion.ts';
import { addressOf, given } from './wireText.ts';

/** A container's place on a network, as lists and inspections tell it; the list leaves out much. */
export interface EndpointRecord {
  NetworkID?: string;
  EndpointID?: string;
  IPAddress?: string;
  IPPrefixLen?: number;
  GlobalIPv6Address?: string;
  GlobalIPv6PrefixLen?: number;
  Gateway?: string;
  IPv6Gateway?: string;
  MacAddress?: string;
  GwPriority?: number;
  IPAMConfig?: { IPv4Address?: string; IPv6Address?: string } | null;
  Aliases?: string[] | null;
  DNSNames?: string[] | null;
  Links?: string[] | null;
  DriverOpts?: Record<string, string> | null;
}

export type EndpointRecords = Record<string, EndpointRecord | null> | null | undefined;

export function toListedEndpoints(records: EndpointRecords): ListedEndpoint[] {
  return distinct(records).map(([networkName, record]) => ({
    networkId: record.NetworkID ?? '',
    networkName,
    endpointId: record.EndpointID ?? '',
    ipv4: addressOf(record.IPAddress),
    ipv6: addressOf(record.GlobalIPv6Address),
    mac: given(record.MacAddress),
    gateway: given(record.Gateway),
    staticIpv4: given(record.IPAMConfig?.IPv4Address),
    staticIpv6: given(record.IPAMConfig?.IPv6Address),
    gatewayPriority: record.GwPriority,
  }));
}

export function toEndpointDetails(
  records: EndpointRecords,
  of: { id: string; hostname: string },
): EndpointDetails[] {
  return distinct(records).map(([networkName, record]) => ({
    networkId: record.NetworkID ?? '',
    networkName,
    ipv4: addressOf(record.IPAddress),
    ipv4PrefixLength: record.IPPrefixLen || undefined,
    ipv6: addressOf(record.GlobalIPv6Address),
    ipv6PrefixLength: record.GlobalIPv6PrefixLen || undefined,
    mac: given(record.MacAddress),
    gateway: given(record.Gateway),
    ipv6Gateway: given(record.IPv6Gateway),
    staticIpv4: given(record.IPAMConfig?.IPv4Address),
    staticIpv6: given(record.IPAMConfig?.IPv6Address),
    aliases: userAliases(record.Aliases ?? [], of),
    dnsNames: record.DNSNames ?? undefined,
    links: (record.Links ?? []).map(toLink),
    gatewayPriority: record.GwPriority,
    driverOptions: record.DriverOpts ?? {},
  }));
}

/** A link as the engine writes it: `db:alias`, and for the default bridge `/db:/container/alias`. */
export function toLink(text: string): Link {
  const [container = '', alias = container] = text.split(':');
  return { container: lastPart(container), alias: lastPart(alias) };
}

/** The endpoint's part of a body. Throws `unsupported` for what the engine is too old for. */
export function toEndpointBody(spec: EndpointSpec, apiVersion: string): object {
  if (spec.gatewayPriority && isBelow(apiVersion, '1.48')) {
    throw new ExpectedError(
      'unsupported',
      'This engine knows no gateway priority: Docker Engine 28.0 (API 1.48) is the first that does.',
    );
  }
  return {
    IPAMConfig: spec.ipv4 || spec.ipv6 ? { IPv4Address: spec.ipv4, IPv6Address: spec.ipv6 } : undefined,
    Aliases: spec.aliases?.length ? spec.aliases : undefined,
    Links: spec.links?.map(({ container, alias }) => `${container}:${alias ?? container}`),
    GwPriority: spec.gatewayPriority || undefined,
    DriverOpts: spec.driverOptions,
  };
}

/** A network that was given by a short id is listed under that and under its name: the name stays (measured on 20.10 and 28.5). */
function distinct(records: EndpointRecords): [string, EndpointRecord][] {
  const all = Object.entries(records ?? {}).map(([key, record]): [string, EndpointRecord] => [
    key,
    record ?? {},
  ]);
  const byId = ([key, record]: [string, EndpointRecord]) => record.NetworkID?.startsWith(key) ?? false;
  return all.filter(
    (one) =>
      !byId(one) ||
      !one[1].EndpointID ||
      !all.some((other) => other !== one && other[1].EndpointID === one[1].EndpointID && !byId(other)),
  );
}

/** Below API 1.45 the short id follows the user's aliases, and then the host name where it is another. */
function userAliases(aliases: string[], of: { id: string; hostname: string }): string[] {
  const shortId = aliases.indexOf(of.id.slice(0, 12));
  if (shortId < 0) return aliases;
  return aliases.filter((alias, at) => at < shortId || (at > shortId && alias !== of.hostname));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
