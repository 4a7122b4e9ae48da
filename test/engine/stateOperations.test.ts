import assert from 'node:assert/strict';
import { connectContainer } from '../../src/state/operations/connectContainer.ts';
import { createNetwork } from '../../src/state/operations/createNetwork.ts';
import { createNetworkForBoth } from '../../src/state/operations/createNetworkForBoth.ts';
import { disconnectContainer } from '../../src/state/operations/disconnectContainer.ts';
import { inspectContainer, inspectNetwork } from '../../src/state/operations/inspect.ts';
import { pruneNetworks } from '../../src/state/operations/pruneNetworks.ts';
import { removeNetwork } from '../../src/state/operations/removeNetwork.ts';
import { repairContainer } from '../../src/state/operations/repairContainer.ts';
import { replaceLinks } from '../../src/state/operations/replaceLinks.ts';
import { runContainer } from '../../src/state/operations/runContainer.ts';
import {
  restartContainer,
  startContainer,
  unpauseContainer,
} from '../../src/state/operations/wakeContainer.ts';
import type { Store } from '../../src/state/store.ts';
import type { LabEngine } from '../lab/engine.ts';
import { execIn } from '../lab/engineApi.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { type InspectedEndpoint, Outside } from './stateOutside.ts';
import { storeOn } from './stateStore.ts';
import { assertTrue } from './stateTruth.ts';

describe('operations on a real engine', function () {
  this.timeout(300_000);
  let engine: LabEngine;
  let outside: Outside;
  let store: Store;

  before(async () => {
    engine = await labEngine();
  });

  beforeEach(() => {
    outside = new Outside(engine.socket, busyboxImage);
    ({ store } = storeOn(engine.endpoint));
  });

  afterEach(async () => {
    store.dispose();
    await outside.clear();
  });

  const shown = (name: string) => store.snapshot.networks.find((network) => network.name === name);
  const names = (network: string) => shown(network)?.endpoints.map(({ name }) => name);

  async function endpoint(container: string, network: string): Promise<InspectedEndpoint> {
    return (await outside.container(container)).NetworkSettings.Networks[network]!;
  }

  /** Whether the name leads to the container, asked in the other one. */
  async function assertReaches(from: string, name: string): Promise<void> {
    const { stdout, exitCode } = await execIn(engine, from, ['ping', '-c', '1', '-w', '20', name]);
    assert.equal(exitCode, 0, stdout);
  }

  it('makes a network with exactly the given values', async () => {
    const name = outside.name('mynet');
    const given = { subnet: '192.168.0.0/16', gateway: '192.168.0.1', ipRange: '192.168.4.0/24' };
    const { id } = await createNetwork(store, {
      ...{ name, driver: 'bridge', subnets: [{ ...given, reserved: { router: '192.168.4.9' } }] },
      ...{ options: { 'com.docker.network.driver.mtu': '1400' }, labels: { team: 'blue' } },
    });
    assert.equal(shown(name)?.id, id);
    assert.deepEqual(shown(name)?.subnets, [{ ...given, reserved: { router: '192.168.4.9' } }]);
    const inspected = await outside.inspectNetwork(id);
    assert.equal(inspected.Driver, 'bridge');
    assert.equal(inspected.Options['com.docker.network.driver.mtu'], '1400');
    assert.equal(inspected.Labels.team, 'blue');
    assert.deepEqual(inspected.IPAM.Config, [
      {
        Subnet: given.subnet,
        IPRange: given.ipRange,
        Gateway: given.gateway,
        AuxiliaryAddresses: { router: '192.168.4.9' },
      },
    ]);
    assert.equal(((await inspectNetwork(store, { network: name })).json as { Id: string }).Id, id);
  });

  it('connects, running or not, and disconnects', async () => {
    const [network, web, idle] = [outside.name('n'), outside.name('web'), outside.name('idle')];
    await outside.network(network, outside.subnet('10.77.50.0/24'));
    await outside.run(web, 'bridge');
    await outside.create(idle, 'bridge');
    await connectContainer(store, { network, container: web, ipv4: '10.77.50.9', aliases: ['www'] });
    await connectContainer(store, { network, container: idle, links: [{ container: web, alias: 'site' }] });
    assert.deepEqual(names(network), [idle, web]);
    const inspected = await endpoint(web, network);
    assert.equal(inspected.IPAddress, '10.77.50.9');
    assert.ok(inspected.Aliases?.includes('www'));
    await startContainer(store, { container: idle });
    await assertReaches(idle, 'site');
    await disconnectContainer(store, { network, container: web });
    assert.deepEqual(names(network), [idle]);
    await assertTrue(store.snapshot, outside);
  });

  it('removes a network with who is on it, running or stopped, and remembers them', async () => {
    const [network, web, idle] = [outside.name('n'), outside.name('web'), outside.name('idle')];
    const id = await outside.network(network);
    await outside.run(web, network, { endpoint: { Aliases: ['www'] } });
    await outside.create(idle, network);
    await removeNetwork(store, { network, disconnectContainers: true });
    assert.equal(shown(network), undefined);
    const container = (await outside.container(web)).Id;
    assert.deepEqual(store.memory.recall(container, { id, name: network })?.endpoint.aliases, ['www']);
    assert.deepEqual((await outside.container(idle)).NetworkSettings.Networks, {});
    await assertTrue(store.snapshot, outside);
  });

  it('prunes exactly the given networks, or what nobody uses', async () => {
    const [empty, left, other, used] = ['empty', 'left', 'other', 'used'].map((name) =>
      outside.name(name),
    ) as [string, string, string, string];
    const ids = new Map<string, string>();
    for (const name of [empty, left, other, used]) ids.set(name, await outside.network(name));
    await outside.create(outside.name('idle'), left);
    await outside.run(outside.name('web'), used);
    const { removed } = await pruneNetworks(store, { networks: [ids.get(empty)!] });
    assert.deepEqual(removed, [ids.get(empty)]);
    assert.ok(shown(left) && shown(other) && shown(used));
    const rest = await pruneNetworks(store);
    assert.ok(rest.removed.includes(other));
    assert.ok(shown(left) && shown(used) && !shown(other));
    await pruneNetworks(store, { networks: [left] });
    assert.ok(!shown(left) && shown(used));
  });

  it('runs a container on a network, in each mode and beside another', async () => {
    const network = outside.name('n');
    await outside.network(network, outside.subnet('10.77.52.0/24'));
    const run = async (name: string, more: object) => {
      const command = ['sleep', '100000'];
      const given = { image: busyboxImage, name: outside.name(name), command, ...more };
      return (await runContainer(store, given)).id;
    };
    const fixed = await run('fixed', { network, ipv4: '10.77.52.9', aliases: ['www'] });
    const linked = await run('linked', { network, links: [{ container: fixed, alias: 'site' }] });
    const beside = await run('beside', { network: { shareWith: outside.name('fixed') } });
    const plain = await run('plain', {});
    const old = await run('old', { links: [{ container: plain, alias: 'pl' }], publish: [{ port: 80 }] });
    const hosted = await run('hosted', { network: { mode: 'host' } });
    const alone = await run('alone', { network: { mode: 'none' } });

    const found = (id: string) => store.snapshot.containers.find((container) => container.id === id)!;
    assert.equal((await endpoint(fixed, network)).IPAddress, '10.77.52.9');
    await assertReaches(linked, 'site');
    await assertReaches(linked, 'www');
    await assertReaches(old, 'pl');
    assert.deepEqual(
      [fixed, beside, plain, hosted, alone].map((id) => found(id).mode),
      ['user-defined', 'container', 'bridge', 'host', 'none'],
    );
    assert.equal(found(beside).sharesWith, fixed);
    assert.ok(found(old).ports.some(({ port, hostPort }) => port === 80 && hostPort));
    assert.equal(((await inspectContainer(store, { container: plain })).json as { Id: string }).Id, plain);
    await assertTrue(store.snapshot, outside);
  });

  it('leaves nothing of a container that cannot start', async () => {
    const name = outside.name('broken');
    const given = { image: busyboxImage, name, command: ['/no/such/program'] };
    await assert.rejects(runContainer(store, given), { message: /no\/such\/program/ });
    await assert.rejects(runContainer(store, { image: 'no/such:image', name }), {
      code: 'not-found',
      message: /no\/such:image/,
    });
    assert.ok(!(await outside.containers()).some(({ Names }) => Names.includes(`/${name}`)));
  });

  it('starts, restarts and unpauses', async () => {
    const name = outside.name('web');
    const id = await outside.create(name, 'bridge');
    const state = () => store.snapshot.containers.find((container) => container.id === id)?.state;
    await startContainer(store, { container: name });
    assert.equal(state(), 'running');
    await outside.act(id, 'pause');
    await unpauseContainer(store, { container: name });
    assert.equal(state(), 'running');
    await restartContainer(store, { container: name });
    assert.equal(state(), 'running');
    await assert.rejects(startContainer(store, { container: 'nosuch' }), { code: 'not-found' });
  });

  it('makes a network for two containers, which then know each other', async () => {
    const [a, b] = [outside.name('a'), outside.name('b')];
    await outside.run(a, 'bridge');
    await outside.run(b, 'bridge');
    const name = outside.name('both');
    await createNetworkForBoth(store, { name, containers: [a, b] });
    assert.deepEqual(names(name), [a, b]);
    await assertReaches(a, b);
    await assertReaches(b, a);
  });

  it('leaves nothing of a network that one of two cannot be connected to', async () => {
    const [a, hosted, name] = [outside.name('a'), outside.name('hosted'), outside.name('both')];
    await outside.run(a, 'bridge');
    await outside.run(hosted, 'host');
    await assert.rejects(createNetworkForBoth(store, { name, containers: [a, hosted] }), { code: 'invalid' });
    assert.equal(shown(name), undefined);
  });

  it('cures a stopped container whose network was removed and made anew', async () => {
    const [network, name] = [outside.name('n'), outside.name('web')];
    const body = outside.subnet('10.77.53.0/24');
    const old = await outside.network(network, body);
    const endpointConfig = { IPAMConfig: { IPv4Address: '10.77.53.9' }, Aliases: ['www'] };
    const id = await outside.run(name, network, { endpoint: endpointConfig });
    await outside.act(id, 'kill');
    await outside.removeNetwork(old);
    await assert.rejects(repairContainer(store, { container: name }), {
      code: 'not-found',
      message: new RegExp(network),
    });
    const anew = await outside.network(network, body);
    await assert.rejects(startContainer(store, { container: name }));
    assert.deepEqual(await repairContainer(store, { container: name }), { networks: [anew] });
    await startContainer(store, { container: name });
    const cured = await endpoint(id, network);
    assert.equal(cured.NetworkID, anew);
    assert.equal(cured.IPAddress, '10.77.53.9');
    assert.ok(cured.Aliases?.includes('www'));
    await assertTrue(store.snapshot, outside);
  });

  it('connects anew a stopped container that lists a removed network of that name', async () => {
    const [network, name] = [outside.name('n'), outside.name('web')];
    const old = await outside.network(network);
    const id = await outside.run(name, network);
    await outside.act(id, 'kill');
    await outside.removeNetwork(old);
    const anew = await outside.network(network);
    await connectContainer(store, { network, container: name });
    await startContainer(store, { container: name });
    assert.equal((await endpoint(id, network)).NetworkID, anew);
  });

  it('replaces links by a network on which the names lead both ways', async () => {
    const [target, linker] = [outside.name('db'), outside.name('app')];
    await outside.run(target, 'bridge');
    await outside.run(linker, 'bridge', { host: { Links: [`${target}:data`] } });
    const done = await replaceLinks(store, { container: linker });
    assert.equal(shown(done.network.name)?.id, done.network.id);
    assert.deepEqual(names(done.network.name), [linker, target]);
    for (const { container, name } of done.names) {
      await assertReaches(container, name);
      await assertReaches(container, `${name}.${done.network.name}`);
    }
    const again = await replaceLinks(store, { container: linker });
    assert.deepEqual(again.connect, []);
    assert.equal(again.network.id, done.network.id);
  });

  it('adds the aliases of links where both ends are on a network without them', async () => {
    const [network, target, linker] = [outside.name('n'), outside.name('db'), outside.name('app')];
    await outside.network(network, outside.subnet('10.77.54.0/24'));
    await outside.run(target, 'bridge');
    await outside.run(linker, 'bridge', { host: { Links: [`${target}:data`] } });
    await outside.connect(network, target, {
      IPAMConfig: { IPv4Address: '10.77.54.9' },
      Aliases: ['store'],
    });
    await replaceLinks(store, { container: linker, network });
    const { Aliases, IPAddress } = await endpoint(target, network);
    assert.ok(Aliases?.includes('store') && Aliases.includes('data'));
    assert.equal(IPAddress, '10.77.54.9');
    await assertReaches(linker, `data.${network}`);
  });
});
