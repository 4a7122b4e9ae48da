import assert from 'node:assert/strict';
import type { Container, Network } from '../../src/core/model.ts';
import { execIn } from '../lab/engineApi.ts';
import { busyboxImage } from '../lab/images.ts';
import { engine, inspectContainer, inspectNetwork, label, removeAll } from './engine.ts';
import { api, command, refusal } from './scripting.ts';

/** Runs a container that only sleeps, by our own command; gives its id. */
async function run(name: string, more: object = {}): Promise<string> {
  const given = { image: busyboxImage, name, command: ['sleep', '3600'], labels: label, ...more };
  return (await command<{ id: string; name: string }>('runContainer', given)).id;
}

async function shownNetwork(name: string): Promise<Network> {
  const found = (await (await api()).snapshot()).networks.filter((one) => one.name === name);
  assert.equal(found.length, 1, `one network ${name}`);
  return found[0]!;
}

async function shownContainer(id: string): Promise<Container> {
  const found = (await (await api()).snapshot()).containers.find((one) => one.id === id);
  assert.ok(found);
  return found;
}

async function namesOn(network: string): Promise<string[]> {
  return (await shownNetwork(network)).endpoints.map(({ name }) => name);
}

async function entriesOf(container: string) {
  const { hosts } = await (await api()).report(container);
  assert.ok('entries' in hosts, JSON.stringify(hosts));
  return hosts;
}

/** The answer once it is as it should be, at most a minute later: a busy machine may give no measurement in time. */
async function settled<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer) || Date.now() > end) return answer;
  }
}

/** Holds that a name leads to exactly this address in a container, predicted and measured. */
async function assertResolves(container: string, name: string, address: string): Promise<void> {
  const { resolve } = await api();
  const found = await settled(
    () => resolve({ container, name }),
    ({ measured }) => measured !== undefined && 'addresses' in measured,
  );
  assert.deepEqual(found.predicted.addresses, [address], found.predicted.why);
  assert.ok(found.measured && 'addresses' in found.measured, JSON.stringify(found.measured));
  assert.deepEqual(found.measured.addresses, [address]);
  assert.equal(found.agrees, true);
}

/** Holds that one container reaches another over a network: predicted, and tried, by address and by name. */
async function assertReaches(from: string, to: string, network: string): Promise<void> {
  const { reachability } = await api();
  const ways = await settled(
    async () => {
      const { byAddress, byName } = await reachability({ from, to });
      return [byAddress.find((one) => one.network === network), byName.find((one) => one.target === to)];
    },
    (verdicts) => verdicts.every((verdict) => verdict?.measured === 'yes'),
  );
  for (const way of ways) {
    assert.equal(way?.predicted, 'yes', JSON.stringify(ways));
    assert.equal(way.measured, 'yes', JSON.stringify(ways));
  }
}

async function clear(): Promise<void> {
  for (const prefix of ['tut-', 'my_net', 'mynet']) await removeAll(prefix);
}

describe('the tutorials’ walk, by commands alone', function () {
  this.timeout(180_000);
  before(clear);
  after(clear);

  const addressOn = async (name: string, network: string) =>
    (await inspectContainer(name)).NetworkSettings.Networks[network]?.IPAddress ?? '';

  it('lists the three networks that Docker has made', async () => {
    const snapshot = await (await api()).snapshot();
    assert.deepEqual(snapshot, JSON.parse(JSON.stringify(snapshot)));
    const builtIn = snapshot.networks.filter((one) => one.builtIn).map(({ name, driver }) => [name, driver]);
    assert.deepEqual(builtIn, [
      ['bridge', 'bridge'],
      ['host', 'host'],
      ['none', 'null'],
    ]);
    const bridge = await shownNetwork('bridge');
    const [subnet] = (await inspectNetwork('bridge'))!.IPAM.Config;
    assert.equal(bridge.subnets[0]?.subnet, subnet?.Subnet);
  });

  it('links a container to another, one-way, by a line of its hosts file', async () => {
    await run('tut-web');
    await run('tut-linked', { links: [{ container: 'tut-web', alias: 'site' }] });
    const linked = (await entriesOf('tut-linked')).entries.filter(({ origin }) => origin === 'link');
    assert.equal(linked.length, 1);
    assert.equal(linked[0]!.address, await addressOn('tut-web', 'bridge'));
    assert.ok(linked[0]!.names.includes('site') && linked[0]!.names.includes('tut-web'));
    assert.deepEqual(linked[0]!.link, { container: 'tut-web', alias: 'site' });
    const other = await entriesOf('tut-web');
    assert.ok(!other.entries.some(({ origin }) => origin === 'link'), other.text);
    assert.ok(!other.text.includes('tut-linked'), other.text);
    await assertResolves('tut-linked', 'site', linked[0]!.address);
  });

  it('makes mynet with exactly the subnet and the gateway that were given', async () => {
    const given = { subnet: '192.168.0.0/16', gateway: '192.168.0.1' };
    await command('createNetwork', { name: 'mynet', subnets: [given], labels: label });
    const inspected = await inspectNetwork('mynet');
    assert.equal(inspected?.Driver, 'bridge');
    assert.deepEqual(inspected.IPAM.Config, [{ Subnet: given.subnet, Gateway: given.gateway }]);
    assert.deepEqual((await shownNetwork('mynet')).subnets, [{ ...given, reserved: {} }]);
  });

  it('runs two containers there that know each other by name', async () => {
    await run('tut-a', { network: 'mynet' });
    await run('tut-b', { network: 'mynet' });
    await assertResolves('tut-a', 'tut-b', await addressOn('tut-b', 'mynet'));
    await assertResolves('tut-b', 'tut-a', await addressOn('tut-a', 'mynet'));
    await assertReaches('tut-a', 'tut-b', 'mynet');
  });

  it('gives containers the addresses that were asked for', async () => {
    await command('createNetwork', {
      name: 'my_net2',
      subnets: [{ subnet: '172.21.0.0/16', gateway: '172.21.0.1' }],
      labels: label,
    });
    await run('tut-7', { network: 'my_net2', ipv4: '172.21.0.7' });
    await run('tut-8', { network: 'my_net2', ipv4: '172.21.0.8' });
    assert.equal(await addressOn('tut-7', 'my_net2'), '172.21.0.7');
    assert.equal(await addressOn('tut-8', 'my_net2'), '172.21.0.8');
    const shown = (await shownNetwork('my_net2')).endpoints.map(({ name, ipv4 }) => [name, ipv4]);
    assert.deepEqual(shown, [
      ['tut-7', '172.21.0.7'],
      ['tut-8', '172.21.0.8'],
    ]);
  });

  it('makes my_net1 without options, and tells the gateway that the engine chose', async () => {
    await command('createNetwork', { name: 'my_net1', labels: label });
    const [chosen] = (await inspectNetwork('my_net1'))!.IPAM.Config;
    assert.ok(chosen?.Gateway);
    const { subnets } = await shownNetwork('my_net1');
    assert.deepEqual(subnets, [{ subnet: chosen.Subnet, gateway: chosen.Gateway, reserved: {} }]);
  });

  it('connects a container of one network to the other, and it reaches both', async () => {
    await command('connectContainer', { network: 'my_net2', container: 'tut-a' });
    assert.deepEqual(await namesOn('my_net2'), ['tut-7', 'tut-8', 'tut-a']);
    await assertReaches('tut-a', 'tut-b', 'mynet');
    await assertReaches('tut-a', 'tut-7', 'my_net2');
  });

  it('disconnects it', async () => {
    await command('disconnectContainer', { network: 'my_net2', container: 'tut-a' });
    assert.deepEqual(await namesOn('my_net2'), ['tut-7', 'tut-8']);
    assert.ok(!('my_net2' in (await inspectContainer('tut-a')).NetworkSettings.Networks));
    assert.deepEqual(
      (await shownNetwork('mynet')).endpoints.map(({ name }) => name),
      ['tut-a', 'tut-b'],
    );
  });

  it('refuses to remove a network while containers are on it, and then removes it with them', async () => {
    const refused = await refusal(command('removeNetwork', { network: 'my_net2' }));
    assert.equal(refused.code, 'in-use', refused.message);
    for (const name of ['my_net2', 'tut-7', 'tut-8'])
      assert.ok(refused.message.includes(name), refused.message);
    assert.ok(await inspectNetwork('my_net2'));
    await command('removeNetwork', { network: 'my_net2', disconnectContainers: true });
    assert.equal(await inspectNetwork('my_net2'), undefined);
    assert.equal((await inspectContainer('tut-7')).State.Status, 'running');
    await command('removeNetwork', { network: 'my_net1' });
    assert.equal(await inspectNetwork('my_net1'), undefined);
  });

  it('runs containers on none, on host, and on the network of another', async () => {
    const alone = await run('tut-none', { network: { mode: 'none' } });
    const hosted = await run('tut-host', { network: { mode: 'host' } });
    const sharing = await run('tut-sharing', { network: { shareWith: 'tut-a' } });
    const owner = (await inspectContainer('tut-a')).Id;
    assert.equal((await shownContainer(alone)).mode, 'none');
    assert.equal((await shownContainer(hosted)).mode, 'host');
    const shared = await shownContainer(sharing);
    assert.equal(shared.mode, 'container');
    assert.equal(shared.sharesWith, owner);
    const hosts = await entriesOf('tut-sharing');
    assert.equal(hosts.sharedWith, owner);
    assert.equal(hosts.text, (await entriesOf('tut-a')).text);
    for (const name of ['tut-none', 'tut-host']) {
      const { stdout } = await execIn(engine(), name, ['cat', '/etc/hosts']);
      assert.equal((await entriesOf(name)).text, stdout);
    }
    await assertResolves('tut-sharing', 'tut-b', await addressOn('tut-b', 'mynet'));
  });
});
