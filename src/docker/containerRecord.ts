import type { ContainerState, Port } from '../core/model.ts';
import type { ListedContainer } from '../core/port.ts';
import { type EndpointRecords, toListedEndpoints } from './endpointRecord.ts';
import { given, timeOf } from './wireText.ts';

/** A container in `GET /containers/json`. What is a map or a list may be null. */
export interface ContainerRecord {
  Id: string;
  Names?: string[] | null;
  Image: string;
  State: string;
  Created: number;
  Labels?: Record<string, string> | null;
  Ports?: PortRecord[] | null;
  HostConfig?: { NetworkMode?: string } | null;
  NetworkSettings?: { Networks?: EndpointRecords } | null;
}

interface PortRecord {
  IP?: string;
  PrivatePort: number;
  PublicPort?: number;
  Type?: string;
}

export function toListedContainer(record: ContainerRecord): ListedContainer {
  const linkedBy = (record.Names ?? []).flatMap(toLinkedBy);
  return {
    id: record.Id,
    name: nameOf(record.Names ?? []) ?? record.Id.slice(0, 12),
    ...(linkedBy.length > 0 ? { linkedBy } : {}),
    image: record.Image,
    state: toState(record.State),
    networkMode: given(record.HostConfig?.NetworkMode) ?? 'default',
    labels: record.Labels ?? {},
    ports: (record.Ports ?? []).map(toPort).sort(byPort),
    created: timeOf(record.Created),
    endpoints: toListedEndpoints(record.NetworkSettings?.Networks),
  };
}

/** A container's own name has one slash; `/linker/alias` are the links that lead to it. */
function nameOf(names: string[]): string | undefined {
  return names.find((name) => name.lastIndexOf('/') === 0)?.slice(1) ?? names[0];
}

function toLinkedBy(name: string): { container: string; alias: string }[] {
  const [, container, alias] = /^\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return container && alias ? [{ container, alias }] : [];
}

const states: readonly string[] = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
] satisfies ContainerState[];

/** Docker's states as they are, and Podman's by their nearest. */
export function toState(state: string): ContainerState {
  if (states.includes(state)) return state as ContainerState;
  if (state === 'configured' || state === 'initialized') return 'created';
  return state === 'stopping' ? 'running' : 'exited';
}

export function byPort(a: Port, b: Port): number {
  return (
    a.port - b.port ||
    a.protocol.localeCompare(b.protocol) ||
    (a.hostPort ?? 0) - (b.hostPort ?? 0) ||
    (a.hostIp ?? '').localeCompare(b.hostIp ?? '')
  );
}

function toPort(record: PortRecord): Port {
  return {
    port: record.PrivatePort,
    protocol: record.Type ?? 'tcp',
    hostPort: record.PublicPort || undefined,
    hostIp: given(record.IP),
  };
}
