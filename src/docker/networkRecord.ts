import type { Subnet } from '../core/model.ts';
import type { ListedNetwork, NetworkDetails } from '../core/port.ts';
import type { NetworkSpec, SubnetSpec } from '../core/specs.ts';
import { addressOf, given, timeOf } from './wireText.ts';

/** A network in `GET /networks` and `GET /networks/{id}`. What is a map or a list may be null. */
export interface NetworkRecord {
  Id: string;
  Name: string;
  Driver: string;
  Scope: string;
  Created?: string;
  Internal?: boolean;
  Attachable?: boolean;
  Ingress?: boolean;
  EnableIPv6?: boolean;
  IPAM?: { Config?: IpamRecord[] | null } | null;
  Options?: Record<string, string> | null;
  Labels?: Record<string, string> | null;
  Containers?: Record<string, AttachedRecord> | null;
  Peers?: { Name: string; IP: string }[] | null;
  Services?: Record<string, ServiceRecord> | null;
}

interface IpamRecord {
  Subnet?: string;
  Gateway?: string;
  IPRange?: string;
  AuxiliaryAddresses?: Record<string, string> | null;
}

interface AttachedRecord {
  Name?: string;
  IPv4Address?: string;
  IPv6Address?: string;
  MacAddress?: string;
}

interface ServiceRecord {
  VIP?: string;
  Ports?: string[] | null;
  Tasks?: unknown[] | null;
}

export function toListedNetwork(record: NetworkRecord): ListedNetwork {
  return {
    id: record.Id,
    name: record.Name,
    driver: record.Driver,
    scope: record.Scope,
    internal: record.Internal ?? false,
    attachable: record.Attachable ?? false,
    ingress: record.Ingress ?? false,
    ipv6: record.EnableIPv6 ?? false,
    subnets: (record.IPAM?.Config ?? []).filter((block) => block.Subnet).map(toSubnet),
    options: record.Options ?? {},
    labels: record.Labels ?? {},
    created: timeOf(record.Created),
  };
}

export function toNetworkDetails(record: NetworkRecord): NetworkDetails {
  return {
    ...toListedNetwork(record),
    attached: Object.entries(record.Containers ?? {}).map(([id, attached]) => ({
      id,
      name: attached.Name ?? '',
      ipv4: addressOf(attached.IPv4Address),
      ipv6: addressOf(attached.IPv6Address),
      mac: given(attached.MacAddress),
    })),
    peers: (record.Peers ?? []).map((peer) => ({ name: peer.Name, address: peer.IP })),
    services: Object.entries(record.Services ?? {})
      .filter(([name]) => name !== '')
      .map(([name, service]) => ({
        name,
        virtualIp: addressOf(service.VIP) ?? '',
        tasks: service.Tasks?.length ?? 0,
        ports: (service.Ports ?? []).map(portText),
      })),
  };
}

/** The engine tells ports as a sentence of its own: `Target: 80, Publish: 8080`. */
function portText(told: string): string {
  const [, target, published] = /^Target: (\d+), Publish: (\d+)$/.exec(told) ?? [];
  return target ? `${published} → ${target}` : told;
}

/** The body of `POST /networks/create`. */
export function toCreateNetworkBody(spec: NetworkSpec): object {
  const subnets = spec.subnets ?? [];
  return {
    Name: spec.name,
    // Engines before 25.0 would make a second network of the same name.
    CheckDuplicate: true,
    Driver: spec.driver ?? 'bridge',
    Internal: spec.internal ?? false,
    Attachable: spec.attachable ?? false,
    EnableIPv6: spec.ipv6 ?? subnets.some(({ subnet }) => subnet.includes(':')),
    IPAM: { Driver: 'default', Config: subnets.map(toIpamBody) },
    Options: spec.options ?? {},
    Labels: spec.labels ?? {},
  };
}

function toIpamBody(spec: SubnetSpec): IpamRecord {
  return {
    Subnet: spec.subnet,
    Gateway: spec.gateway,
    IPRange: spec.ipRange,
    AuxiliaryAddresses: spec.reserved,
  };
}

function toSubnet(block: IpamRecord): Subnet {
  return {
    subnet: block.Subnet ?? '',
    gateway: addressOf(block.Gateway),
    ipRange: given(block.IPRange),
    reserved: block.AuxiliaryAddresses ?? {},
  };
}
