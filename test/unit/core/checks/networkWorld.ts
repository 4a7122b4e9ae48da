import type { CheckWorld } from '../../../../src/core/checks/check.ts';
import type { NetworkSpec } from '../../../../src/core/specs.ts';
import { aNetwork, aSnapshot } from '../../builders/model.ts';

const standard = aNetwork({
  name: 'bridge',
  builtIn: true,
  subnets: [{ subnet: '172.17.0.0/16', gateway: '172.17.0.1', reserved: {} }],
  options: { 'com.docker.network.bridge.name': 'docker0' },
});
const mynet = aNetwork({ subnets: [{ subnet: '192.168.0.0/16', gateway: '192.168.0.1', reserved: {} }] });
const wire = aNetwork({
  name: 'wire',
  driver: 'macvlan',
  subnets: [{ subnet: '10.50.0.0/24', gateway: '10.50.0.1', reserved: {} }],
  options: { parent: 'eth1' },
});

export const world = (given: Partial<CheckWorld> = {}): CheckWorld => ({
  snapshot: aSnapshot({ networks: [mynet, wire, standard] }),
  drivers: ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'],
  swarm: { active: false, manager: false },
  ...given,
});

export const withSubnet = (subnet: string, more: object = {}): NetworkSpec => ({
  name: 'new',
  subnets: [{ subnet, ...more }],
});
export const withOption = (key: string, value: string, more: object = {}): NetworkSpec => ({
  name: 'new',
  options: { [key]: value },
  ...more,
});
export const bridge = 'com.docker.network.bridge';
