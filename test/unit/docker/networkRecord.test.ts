import assert from 'node:assert/strict';
import { toCreateNetworkBody, toListedNetwork, toNetworkDetails } from '../../../src/docker/networkRecord.ts';

const id = '51a2dab9b1a8e76fd65bbf63c0480cac68d0123aaccac3e047bce39e0e1e3cc9';

describe('network records', () => {
  it('are read with addresses, options and labels', () => {
    const network = toListedNetwork({
      Id: id,
      Name: 'mynet',
      Driver: 'bridge',
      Scope: 'local',
      Created: '2026-11-28T04:32:11.898123456+01:00',
      Internal: true,
      EnableIPv6: true,
      IPAM: {
        Config: [
          { Subnet: '10.77.0.0/24', Gateway: '10.77.0.1', AuxiliaryAddresses: { router: '10.77.0.9' } },
          { Subnet: 'fd00:77::/64', IPRange: 'fd00:77::/80', Gateway: 'fd00:77::1/64' },
        ],
      },
      Options: { 'com.docker.network.bridge.name': 'br9' },
      Labels: { tier: 'back' },
    });
    assert.deepEqual(network, {
      id,
      name: 'mynet',
      driver: 'bridge',
      scope: 'local',
      internal: true,
      attachable: false,
      ingress: false,
      ipv6: true,
      subnets: [
        {
          subnet: '10.77.0.0/24',
          gateway: '10.77.0.1',
          ipRange: undefined,
          reserved: { router: '10.77.0.9' },
        },
        { subnet: 'fd00:77::/64', gateway: 'fd00:77::1', ipRange: 'fd00:77::/80', reserved: {} },
      ],
      options: { 'com.docker.network.bridge.name': 'br9' },
      labels: { tier: 'back' },
      created: '2026-11-28T03:32:11.898Z',
    });
  });

  it('may have null for every list and map', () => {
    const details = toNetworkDetails({
      Id: 'x1',
      Name: 'ov',
      Driver: 'overlay',
      Scope: 'swarm',
      IPAM: { Config: null },
      Options: null,
      Labels: null,
      Containers: null,
      Peers: null,
      Services: null,
    });
    assert.deepEqual(
      [details.subnets, details.options, details.labels, details.attached, details.peers, details.services],
      [[], {}, {}, [], [], []],
    );
  });

  it('tell who is attached, and the peers and services of a swarm', () => {
    const details = toNetworkDetails({
      Id: 'x1',
      Name: 'ov',
      Driver: 'overlay',
      Scope: 'swarm',
      Containers: {
        c1: { Name: 'web.1.t', IPv4Address: '10.0.1.3/24', IPv6Address: '', MacAddress: '02:42' },
      },
      Peers: [{ Name: 'a1b2', IP: '192.0.2.7' }],
      Services: {
        '': { VIP: '<nil>', Tasks: [{}] },
        web: { VIP: '10.0.1.2', Ports: ['Target: 80, Publish: 8080'], Tasks: [{}, {}] },
      },
    });
    assert.deepEqual(details.attached, [
      { id: 'c1', name: 'web.1.t', ipv4: '10.0.1.3', ipv6: undefined, mac: '02:42' },
    ]);
    assert.deepEqual(details.peers, [{ name: 'a1b2', address: '192.0.2.7' }]);
    assert.deepEqual(details.services, [
      { name: 'web', virtualIp: '10.0.1.2', tasks: 2, ports: ['8080 → 80'] },
    ]);
  });

  it('are asked for as docker network create asks', () => {
    const body = toCreateNetworkBody({
      name: 'mynet',
      subnets: [
        { subnet: '10.9.0.0/24', gateway: '10.9.0.1', ipRange: '10.9.0.128/25', reserved: { a: '10.9.0.9' } },
      ],
      options: { 'com.docker.network.driver.mtu': '1400' },
      labels: { tier: 'back' },
      attachable: true,
    });
    assert.deepEqual(JSON.parse(JSON.stringify(body)), {
      Name: 'mynet',
      CheckDuplicate: true,
      Driver: 'bridge',
      Internal: false,
      Attachable: true,
      EnableIPv6: false,
      IPAM: {
        Driver: 'default',
        Config: [
          {
            Subnet: '10.9.0.0/24',
            Gateway: '10.9.0.1',
            IPRange: '10.9.0.128/25',
            AuxiliaryAddresses: { a: '10.9.0.9' },
          },
        ],
      },
      Options: { 'com.docker.network.driver.mtu': '1400' },
      Labels: { tier: 'back' },
    });
  });
});
