import { createHash } from 'node:crypto';
import type {
  Container,
  ContainerDetails,
  Endpoint,
  EndpointDetails,
  EngineStatus,
  Network,
  Snapshot,
} from '../../../src/core/model.ts';

/** An id of 64 hex digits that is always the same for the same name. */
export function anId(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

export function aNetwork(given: Partial<Network> = {}): Network {
  const name = given.name ?? 'mynet';
  return {
    id: anId(name),
    name,
    driver: 'bridge',
    scope: 'local',
    builtIn: false,
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    subnets: [{ subnet: '172.20.0.0/16', gateway: '172.20.0.1', reserved: {} }],
    options: {},
    labels: {},
    created: '2026-01-01T00:00:00.000Z',
    endpoints: [],
    ...given,
  };
}

export function anEndpoint(given: Partial<Endpoint> = {}): Endpoint {
  const name = given.name ?? 'web';
  return { container: anId(name), name, state: 'running', ...given };
}

export function aContainer(given: Partial<Container> = {}): Container {
  const name = given.name ?? 'web';
  return {
    id: anId(name),
    name,
    image: 'box:latest',
    state: 'running',
    mode: 'user-defined',
    networks: [],
    labels: {},
    ports: [],
    created: '2026-01-01T00:00:00.000Z',
    ...given,
  };
}

export function aDetails(given: Partial<ContainerDetails> = {}): ContainerDetails {
  const name = given.name ?? 'web';
  const id = given.id ?? anId(name);
  return {
    id,
    name,
    image: 'box:latest',
    state: 'running',
    mode: 'user-defined',
    networkMode: 'mynet',
    created: '2026-01-01T00:00:00.000Z',
    startedAt: '2026-01-01T00:00:01.000Z',
    pid: 4711,
    hostname: id.slice(0, 12),
    domainname: '',
    extraHosts: [],
    dns: [],
    dnsSearch: [],
    dnsOptions: [],
    legacyLinks: [],
    env: [],
    labels: {},
    ports: [],
    portBindings: {},
    publishAll: false,
    sysctls: {},
    hostsPath: `/var/lib/docker/containers/${id}/hosts`,
    hostsMounted: false,
    endpoints: [],
    ...given,
  };
}

export function anEndpointDetails(given: Partial<EndpointDetails> = {}): EndpointDetails {
  const networkName = given.networkName ?? 'mynet';
  return {
    networkId: anId(networkName),
    networkName,
    aliases: [],
    links: [],
    driverOptions: {},
    ...given,
  };
}

export function anEngine(given: Partial<EngineStatus> = {}): EngineStatus {
  return {
    state: 'connected',
    endpoint: 'unix:///var/run/docker.sock',
    name: 'default',
    version: '28.5.2',
    apiVersion: '1.51',
    ...given,
  };
}

export function aSnapshot(given: Partial<Snapshot> = {}): Snapshot {
  return { engine: anEngine(), networks: [], containers: [], ...given };
}
