import type { ListedContainer, ListedEndpoint, ListedNetwork } from '../../../src/core/port.ts';
import { anId } from './model.ts';

/** A network as the engine's list tells it. */
export function aListedNetwork(given: Partial<ListedNetwork> = {}): ListedNetwork {
  const name = given.name ?? 'mynet';
  return {
    id: anId(name),
    name,
    driver: 'bridge',
    scope: 'local',
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    subnets: [{ subnet: '172.20.0.0/16', gateway: '172.20.0.1', reserved: {} }],
    options: {},
    labels: {},
    created: '2026-01-01T00:00:00.000Z',
    ...given,
  };
}

/** A container as the engine's list tells it. */
export function aListedContainer(given: Partial<ListedContainer> = {}): ListedContainer {
  const name = given.name ?? 'web';
  return {
    id: anId(name),
    name,
    image: 'box:latest',
    state: 'running',
    networkMode: 'mynet',
    labels: {},
    ports: [],
    created: '2026-01-01T00:00:00.000Z',
    endpoints: [aListedEndpoint()],
    ...given,
  };
}

export function aListedEndpoint(given: Partial<ListedEndpoint> = {}): ListedEndpoint {
  const networkName = given.networkName ?? 'mynet';
  return { networkId: anId(networkName), networkName, endpointId: anId(`on ${networkName}`), ...given };
}

/** Docker's own three, as every engine lists them. */
export function builtInNetworks(): ListedNetwork[] {
  return [
    aListedNetwork({ name: 'none', driver: 'null', subnets: [] }),
    aListedNetwork({ name: 'host', driver: 'host', subnets: [] }),
    aListedNetwork({
      name: 'bridge',
      subnets: [{ subnet: '172.17.0.0/16', gateway: '172.17.0.1', reserved: {} }],
    }),
  ];
}
