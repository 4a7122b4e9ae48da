import assert from 'node:assert/strict';
import {
  readConnectSpec,
  readContainerRef,
  readDisconnectSpec,
  readNetworkSpec,
  readPruneSpec,
  readRemoveSpec,
  readRunSpec,
} from '../../../src/state/operations/readSpec.ts';

describe('reading the argument of a command', () => {
  it('takes what the scripting contract allows, as it is', () => {
    const network = {
      name: 'mynet',
      driver: 'bridge',
      subnets: [
        { subnet: '10.9.0.0/24', gateway: '10.9.0.1', ipRange: '10.9.0.0/25', reserved: { a: '10.9.0.9' } },
      ],
      ipv6: false,
      internal: true,
      attachable: true,
      options: { 'com.docker.network.driver.mtu': '1400' },
      labels: { team: 'blue' },
    };
    assert.deepEqual(readNetworkSpec(network), network);
    const connect = {
      ...{ network: 'n', container: 'c', ipv4: '10.9.0.5', ipv6: 'fd00::5', aliases: ['www'] },
      ...{ links: [{ container: 'db', alias: 'data' }], gatewayPriority: -1, driverOptions: { a: 'b' } },
    };
    assert.deepEqual(readConnectSpec(connect), connect);
    const run = {
      ...{ image: 'box', name: 'x1', network: { shareWith: 'web' }, command: ['sleep', '1'] },
      ...{ publish: [{ port: 80, protocol: 'tcp', hostPort: 8080, hostIp: '127.0.0.1' }], publishAll: true },
    };
    assert.deepEqual(readRunSpec(run), run);
    assert.deepEqual(readPruneSpec(undefined), {});
  });

  const wrong: [title: string, read: (value: unknown) => unknown, value: unknown, names: RegExp][] = [
    ['no object', readNetworkSpec, 'mynet', /must be an object.*the text “mynet”/],
    ['nothing at all', readNetworkSpec, undefined, /must be an object.*missing/],
    ['a list', readNetworkSpec, [], /must be an object.*a list/],
    ['no name', readNetworkSpec, {}, /“name” is missing/],
    ['a number for a name', readNetworkSpec, { name: 5 }, /“name” must be text.*number 5/],
    ['a field that is not known', readNetworkSpec, { name: 'a', subnet: '10.0.0.0/24' }, /“subnet”/],
    ['a text for a flag', readNetworkSpec, { name: 'a', internal: 'yes' }, /“internal”.*“yes”/],
    ['null for a driver', readNetworkSpec, { name: 'a', driver: null }, /“driver”.*null/],
    [
      'a text for subnets',
      readNetworkSpec,
      { name: 'a', subnets: '10.0.0.0/24' },
      /“subnets” must be a list/,
    ],
    ['texts as subnets', readNetworkSpec, { name: 'a', subnets: ['10.0.0.0/24'] }, /“subnets\[0\]”/],
    ['a subnet without its CIDR', readNetworkSpec, { name: 'a', subnets: [{}] }, /“subnets\[0\]\.subnet”/],
    [
      'a number for a gateway',
      readNetworkSpec,
      { name: 'a', subnets: [{ subnet: '10.0.0.0/24', gateway: 1 }] },
      /“subnets\[0\]\.gateway”/,
    ],
    [
      'a list of reserved addresses',
      readNetworkSpec,
      { name: 'a', subnets: [{ subnet: '10.0.0.0/24', reserved: ['10.0.0.2'] }] },
      /“subnets\[0\]\.reserved”/,
    ],
    ['numbers as labels', readNetworkSpec, { name: 'a', labels: { x: 1 } }, /“labels\.x”/],
    ['a list of options', readNetworkSpec, { name: 'a', options: ['x=1'] }, /“options”/],
    ['no container', readConnectSpec, { network: 'n' }, /“container” is missing/],
    ['a blank network', readConnectSpec, { network: ' ', container: 'c' }, /“network” is empty/],
    ['a text for aliases', readConnectSpec, { network: 'n', container: 'c', aliases: 'www' }, /“aliases”/],
    ['numbers as aliases', readConnectSpec, { network: 'n', container: 'c', aliases: [1] }, /“aliases\[0\]”/],
    ['texts as links', readConnectSpec, { network: 'n', container: 'c', links: ['db:d'] }, /“links\[0\]”/],
    [
      'half a priority',
      readConnectSpec,
      { network: 'n', container: 'c', gatewayPriority: 1.5 },
      /“gatewayPriority”/,
    ],
    ['a number for an address', readConnectSpec, { network: 'n', container: 'c', ipv4: 10 }, /“ipv4”/],
    ['a text for force', readDisconnectSpec, { network: 'n', container: 'c', force: 'true' }, /“force”/],
    ['a list for a network', readRemoveSpec, { network: ['n'] }, /“network” must be text/],
    ['a text for networks', readPruneSpec, { networks: 'n' }, /“networks” must be a list/],
    ['numbers as networks', readPruneSpec, { networks: [1] }, /“networks\[0\]”/],
    ['a container that is no text', readContainerRef, { container: {} }, /“container”.*an object/],
    ['a blank image', readRunSpec, { image: ' ' }, /“image” is empty/],
    ['an unknown mode', readRunSpec, { image: 'a', network: { mode: 'fast' } }, /“network\.mode”/],
    [
      'a mode and a shared network',
      readRunSpec,
      { image: 'a', network: { mode: 'host', shareWith: 'x' } },
      /either/,
    ],
    ['a text for a command', readRunSpec, { image: 'a', command: 'sleep 1' }, /“command”/],
    ['port 0', readRunSpec, { image: 'a', publish: [{ port: 0 }] }, /“publish\[0\]\.port”/],
    ['port 70000', readRunSpec, { image: 'a', publish: [{ port: 80, hostPort: 70000 }] }, /hostPort/],
    ['no protocol', readRunSpec, { image: 'a', publish: [{ port: 80, protocol: 'http' }] }, /protocol/],
  ];
  for (const [title, read, value, names] of wrong) {
    it(`refuses ${title}, naming the field`, () => {
      assert.throws(() => read(value), { code: 'invalid', message: names });
    });
  }
});
