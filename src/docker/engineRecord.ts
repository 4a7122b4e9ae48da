import type { EngineFacts, EngineVersion } from '../core/port.ts';
import { isBelow } from './apiVersion.ts';

/** `GET /version`. */
export interface VersionRecord {
  Version?: string;
  ApiVersion?: string;
  MinAPIVersion?: string;
  Os?: string;
  KernelVersion?: string;
}

/** `GET /info`. */
export interface InfoRecord {
  Name?: string;
  OperatingSystem?: string;
  Plugins?: { Network?: string[] | null } | null;
  Swarm?: { LocalNodeState?: string; ControlAvailable?: boolean } | null;
  FirewallBackend?: { Driver?: string } | null;
  IPv4Forwarding?: boolean;
  BridgeNfIptables?: boolean;
}

export function toEngineVersion(record: VersionRecord, apiVersion: string): EngineVersion {
  return {
    version: record.Version ?? '',
    apiVersion,
    os: record.Os ?? '',
    kernel: record.KernelVersion ?? '',
  };
}

export function toEngineFacts(record: InfoRecord, apiVersion: string): EngineFacts {
  return {
    networkDrivers: record.Plugins?.Network ?? [],
    swarmActive: record.Swarm?.LocalNodeState === 'active',
    swarmManager: record.Swarm?.ControlAvailable ?? false,
    firewall: record.FirewallBackend?.Driver || undefined,
    ipv4Forwarding: record.IPv4Forwarding ?? true,
    // Always false from 28.0 on, where the engine loads the kernel's module when it needs it.
    bridgeIptables: isBelow(apiVersion, '1.48') ? (record.BridgeNfIptables ?? true) : true,
    operatingSystem: record.OperatingSystem ?? '',
    hostName: record.Name ?? '',
  };
}
