import assert from 'node:assert/strict';
import { deriveGateway } from '../../../src/core/addresses/deriveGateway.ts';
import type { ListedContainer, ListedNetwork } from '../../../src/core/port.ts';
import { probeLabel } from '../../../src/core/probeLabel.ts';
import { buildSnapshot, type KnownAliases } from '../../../src/state/buildSnapshot.ts';
import { aListedContainer, aListedEndpoint, aListedNetwork, builtInNetworks } from '../builders/listed.ts';
import { anEngine, anId } from '../builders/model.ts';

function build(networks: ListedNetwork[], containers: ListedContainer[], aliases?: KnownAliases) {
  return buildSnapshot(anEngine(), { networks, containers }, deriveGateway, aliases);
}

describe('building the snapshot', () => {
  it('sorts user-defined networks first, then bridge, host and none, and containers by name', () => {
    const snapshot = build(
      [...builtInNetworks(), aListedNetwork({ name: 'zoo' }), aListedNetwork({ name: 'app' })],
      [aListedContainer({ name: 'b', endpoints: [] }), aListedContainer({ name: 'a', endpoints: [] })],
    );
    assert.deepEqual(
      snapshot.networks.map(({ name, builtIn }) => `${name} ${builtIn}`),
      ['app false', 'zoo false', 'bridge true', 'host true', 'none true'],
    );
    assert.deepEqual(
      snapshot.containers.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('is without our own probe containers', () => {
    const probe = aListedContainer({ name: 'probe', labels: { [probeLabel]: 'here/1/x' } });
    const { networks, containers } = build([aListedNetwork()], [aListedContainer({ name: 'web' }), probe]);
    assert.deepEqual(
      containers.map(({ name }) => name),
      ['web'],
    );
    assert.deepEqual(
      networks[0]!.endpoints.map(({ name }) => name),
      ['web'],
    );
  });

  it('puts every container on its network, whatever its state, with addresses only where it runs', () => {
    const address = { ipv4: '172.20.0.9', mac: '02:42:ac:14:00:09', gateway: '172.20.0.1' };
    const { networks } = build(
      [aListedNetwork()],
      [
        aListedContainer({ name: 'runs', endpoints: [aListedEndpoint(address)] }),
        aListedContainer({ name: 'paused', state: 'paused', endpoints: [aListedEndpoint(address)] }),
        aListedContainer({
          name: 'stopped',
          state: 'exited',
          endpoints: [aListedEndpoint({ ...address, staticIpv4: '172.20.0.9' })],
        }),
        aListedContainer({
          name: 'never',
          state: 'created',
          endpoints: [aListedEndpoint({ networkId: '', endpointId: '' })],
        }),
      ],
    );
    assert.deepEqual(
      networks[0]!.endpoints.map(({ container: _, ...rest }) => rest),
      [
        { name: 'never', state: 'created' },
        { name: 'paused', state: 'paused', ...address },
        { name: 'runs', state: 'running', ...address },
        { name: 'stopped', state: 'exited', staticIpv4: '172.20.0.9' },
      ],
    );
  });

  it('shows one endpoint where a container lists it under two keys', () => {
    const id = anId('mynet');
    const endpoints = [
      aListedEndpoint({ networkName: id.slice(0, 12), networkId: id, ipv4: '172.20.0.2' }),
      aListedEndpoint({ ipv4: '172.20.0.2' }),
    ];
    const { networks, containers } = build([aListedNetwork()], [aListedContainer({ endpoints })]);
    assert.equal(networks[0]!.endpoints.length, 1);
    assert.deepEqual(containers[0]!.networks, [id]);
  });

  it('does not take the trace of a refused connect in a running container for an endpoint', () => {
    const endpoints = [
      aListedEndpoint({ ipv4: '172.20.0.2' }),
      aListedEndpoint({ networkName: 'other', endpointId: '', staticIpv4: '10.0.0.9' }),
    ];
    const networks = [aListedNetwork(), aListedNetwork({ name: 'other' })];
    const places = (state: 'running' | 'exited') =>
      build(networks, [aListedContainer({ state, endpoints })]).containers[0]!.networks;
    assert.deepEqual(places('running'), [anId('mynet')]);
    assert.deepEqual(places('exited'), [anId('mynet'), anId('other')]);
  });

  it('finds the network of a container that was made with a short id and never started', () => {
    const endpoints = [
      aListedEndpoint({ networkName: anId('mynet').slice(0, 12), networkId: '', endpointId: '' }),
    ];
    const { containers } = build([aListedNetwork()], [aListedContainer({ state: 'created', endpoints })]);
    assert.deepEqual(containers[0]!.networks, [anId('mynet')]);
  });

  it('tells a network that was removed and made anew from the one that a stopped container knows', () => {
    const { containers, networks } = build(
      [aListedNetwork({ id: anId('the second mynet') })],
      [aListedContainer({ state: 'exited' })],
    );
    assert.deepEqual(containers[0]!.networks, []);
    assert.deepEqual(containers[0]!.goneNetworks, ['mynet']);
    assert.deepEqual(networks[0]!.endpoints, []);
  });

  it('keeps a stopped container on the default bridge, which the engine made anew when it was restarted', () => {
    const endpoints = [aListedEndpoint({ networkName: 'bridge', networkId: anId('the bridge before') })];
    const { containers } = build(
      [aListedNetwork({ name: 'bridge', id: anId('the bridge now') })],
      [aListedContainer({ state: 'exited', endpoints })],
    );
    assert.deepEqual(containers[0]!.networks, [anId('the bridge now')]);
    assert.equal(containers[0]!.goneNetworks, undefined);
  });

  it('lets the older of two networks of one name stand for it', () => {
    const older = aListedNetwork({ id: anId('one'), created: '2026-01-01T00:00:00.000Z' });
    const newer = aListedNetwork({ id: anId('two'), created: '2026-02-01T00:00:00.000Z' });
    const never = aListedContainer({ state: 'created', endpoints: [aListedEndpoint({ networkId: '' })] });
    for (const networks of [
      [older, newer],
      [newer, older],
    ]) {
      assert.deepEqual(build(networks, [never]).containers[0]!.networks, [older.id]);
    }
  });

  it('knows each mode, and whose network a container shares', () => {
    const on = (networkName: string) => [aListedEndpoint({ networkName })];
    const web = aListedContainer({ name: 'web' });
    const { containers, networks } = build(
      [...builtInNetworks(), aListedNetwork()],
      [
        web,
        aListedContainer({ name: 'plain', networkMode: 'default', endpoints: on('bridge') }),
        aListedContainer({ name: 'hosted', networkMode: 'host', endpoints: on('host') }),
        aListedContainer({ name: 'alone', networkMode: 'none', endpoints: on('none') }),
        aListedContainer({ name: 'by-id', networkMode: `container:${web.id}`, endpoints: [] }),
        aListedContainer({ name: 'by-name', networkMode: 'container:web', endpoints: [] }),
        aListedContainer({ name: 'orphan', networkMode: 'container:gone', endpoints: [] }),
      ],
    );
    assert.deepEqual(
      containers.map(({ name, mode, sharesWith }) => [name, mode, sharesWith]),
      [
        ['alone', 'none', undefined],
        ['by-id', 'container', web.id],
        ['by-name', 'container', web.id],
        ['hosted', 'host', undefined],
        ['orphan', 'container', 'gone'],
        ['plain', 'bridge', undefined],
        ['web', 'user-defined', undefined],
      ],
    );
    assert.deepEqual(
      networks.map(({ name, endpoints }) => [name, endpoints.map((endpoint) => endpoint.name)]),
      [
        ['mynet', ['web']],
        ['bridge', ['plain']],
        ['host', ['hosted']],
        ['none', ['alone']],
      ],
    );
  });

  it('derives the gateway where the engine leaves it out, but none where the bridge has no address', () => {
    const subnets = [
      { subnet: '10.88.0.0/24', reserved: {} },
      { subnet: '10.89.0.0/24', ipRange: '10.89.0.128/30', reserved: {} },
      { subnet: '10.90.0.0/24', gateway: '10.90.0.254', reserved: {} },
      { subnet: 'fd00:7::/64', reserved: {} },
    ];
    const isolated = { 'com.docker.network.bridge.gateway_mode_ipv4': 'isolated' };
    const { networks } = build(
      [
        aListedNetwork({ name: 'a', subnets }),
        aListedNetwork({
          name: 'b',
          options: isolated,
          subnets: [{ subnet: '10.91.0.0/24', reserved: {} }],
        }),
      ],
      [],
    );
    assert.deepEqual(
      networks.map((network) => network.subnets.map(({ gateway }) => gateway)),
      [['10.88.0.1', '10.89.0.128', '10.90.0.254', 'fd00:7::1'], [undefined]],
    );
  });

  it('does not take an address for a wish on a network of the swarm', () => {
    const endpoints = [aListedEndpoint({ ipv4: '10.0.1.5', staticIpv4: '10.0.1.5' })];
    const { networks } = build([aListedNetwork({ scope: 'swarm' })], [aListedContainer({ endpoints })]);
    assert.equal(networks[0]!.endpoints[0]!.ipv4, '10.0.1.5');
    assert.equal(networks[0]!.endpoints[0]!.staticIpv4, undefined);
  });

  it('shows the aliases that were learnt', () => {
    const aliases = new Map([[anId('web'), new Map([['mynet', ['www']]])]]);
    const { networks } = build([aListedNetwork()], [aListedContainer()], aliases);
    assert.deepEqual(networks[0]!.endpoints[0]!.aliases, ['www']);
  });
});
