import assert from 'node:assert/strict';
import { EngineError, ExpectedError } from '../../src/core/errors.ts';
import type { EngineEvent, EnginePort } from '../../src/core/port.ts';
import { isBelow } from '../../src/docker/apiVersion.ts';
import { until } from '../lab/until.ts';
import { aBox, adapterWorld, isRefusal, type World } from './adapterWorld.ts';

describe('the adapter on a real engine', function () {
  this.timeout(120_000);
  let world: World;
  let engine: EnginePort;
  before(async () => {
    world = await adapterWorld();
    engine = world.engine;
  });
  after(() => world?.close());

  it('tells which engine it is and what it can', async () => {
    const version = await engine.version();
    assert.match(version.version, /^\d+\.\d+/);
    assert.match(version.apiVersion, /^1\.\d+$/);
    assert.equal(version.os, 'linux');
    const facts = await engine.facts();
    for (const driver of ['bridge', 'macvlan', 'overlay'])
      assert.ok(facts.networkDrivers.includes(driver), driver);
    assert.equal(facts.swarmActive, false);
  });

  it('makes a network with exactly what was asked for', async () => {
    const id = await engine.createNetwork({
      name: 'adapter-whole',
      subnets: [
        {
          subnet: '10.205.0.0/24',
          gateway: '10.205.0.254',
          ipRange: '10.205.0.128/25',
          reserved: { router: '10.205.0.9' },
        },
        { subnet: 'fd00:205::/64' },
      ],
      ipv6: true,
      internal: true,
      options: { 'com.docker.network.driver.mtu': '1400' },
      labels: { ...world.labels, tier: 'back' },
    });
    const network = (await engine.listNetworks()).find((one) => one.id === id);
    assert.ok(network);
    assert.deepEqual(
      [network.name, network.driver, network.scope, network.internal, network.ipv6, network.labels.tier],
      ['adapter-whole', 'bridge', 'local', true, true, 'back'],
    );
    assert.equal(network.options['com.docker.network.driver.mtu'], '1400');
    assert.deepEqual(network.subnets[0], {
      subnet: '10.205.0.0/24',
      gateway: '10.205.0.254',
      ipRange: '10.205.0.128/25',
      reserved: { router: '10.205.0.9' },
    });
    assert.equal(network.subnets[1]?.subnet, 'fd00:205::/64');
    assert.deepEqual(await engine.inspectNetwork('adapter-whole'), {
      ...network,
      attached: [],
      peers: [],
      services: [],
    });
    await engine.removeNetwork(id);
    assert.ok(!(await engine.listNetworks()).some((one) => one.id === id));
  });

  it('connects with address, aliases and links, which work, and disconnects', async () => {
    const target = await world.run({
      name: 'adapter-target',
      networkMode: world.network,
      endpoint: { aliases: ['db'] },
    });
    const id = await world.run({ name: 'adapter-client' });
    await engine.connect(world.networkId, id, {
      ipv4: '10.204.0.77',
      aliases: ['front'],
      links: [{ container: 'adapter-target', alias: 'mine' }],
    });
    const details = await engine.inspectContainer(id);
    const endpoint = details.endpoints.find((one) => one.networkName === world.network);
    assert.deepEqual(
      [
        endpoint?.networkId,
        endpoint?.ipv4,
        endpoint?.ipv4PrefixLength,
        endpoint?.staticIpv4,
        endpoint?.gateway,
      ],
      [world.networkId, '10.204.0.77', 24, '10.204.0.77', '10.204.0.1'],
    );
    assert.deepEqual(endpoint?.aliases, ['front']);
    assert.deepEqual(endpoint?.links, [{ container: 'adapter-target', alias: 'mine' }]);
    const found = (await engine.inspectContainer(target)).endpoints[0]?.ipv4;
    for (const name of ['db', 'mine', 'adapter-target']) {
      const asked = await engine.exec(id, ['ping', '-c', '1', '-w', '20', name], {
        timeout: 30_000,
        maxBytes: 4096,
      });
      assert.ok(asked.stdout.includes(`(${found})`), `${name}: ${asked.stdout}${asked.stderr}`);
    }
    const attached = (await engine.inspectNetwork(world.networkId)).attached.find((one) => one.id === id);
    assert.deepEqual([attached?.name, attached?.ipv4], ['adapter-client', '10.204.0.77']);
    const listed = (await engine.listContainers()).find((one) => one.id === id);
    const place = listed?.endpoints.find((one) => one.networkId === world.networkId);
    assert.deepEqual(
      [place?.ipv4, place?.staticIpv4, place?.mac],
      ['10.204.0.77', '10.204.0.77', endpoint?.mac],
    );

    await engine.disconnect(world.networkId, id, false);
    const left = await engine.inspectContainer(id);
    assert.deepEqual(
      left.endpoints.map((one) => one.networkName),
      ['bridge'],
    );
  });

  it('sets a gateway priority where the engine knows it, and else says that it does not', async () => {
    const id = await world.run({ name: 'adapter-priority' });
    const { apiVersion } = await engine.version();
    const connected = engine.connect(world.networkId, id, { gatewayPriority: 7 });
    if (isBelow(apiVersion, '1.48')) {
      await assert.rejects(
        connected,
        (error) => error instanceof ExpectedError && error.code === 'unsupported',
      );
      return;
    }
    await connected;
    const { endpoints } = await engine.inspectContainer(id);
    assert.equal(endpoints.find((one) => one.networkId === world.networkId)?.gatewayPriority, 7);
  });

  it('tells events of changes from elsewhere until it is told to stop', async () => {
    const id = await world.run({ name: 'adapter-events' });
    const seen: EngineEvent[] = [];
    const stop = new AbortController();
    let opened: () => void = () => {};
    const open = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const following = engine.events((event) => seen.push(event), opened, stop.signal);
    await open;
    const elsewhere = await world.another();
    await elsewhere.connect(world.networkId, id, {});
    await elsewhere.disconnect(world.networkId, id, false);
    await elsewhere.removeContainer(id);
    elsewhere.close();
    const has = (type: string, action: string, subject: string) =>
      seen.some((event) => event.type === type && event.action === action && event.id === subject);
    await until(() => has('container', 'destroy', id));
    for (const action of ['connect', 'disconnect']) {
      assert.ok(has('network', action, world.networkId), action);
    }
    const connect = seen.find((event) => event.action === 'connect');
    assert.deepEqual([connect?.attributes.container, connect?.attributes.name], [id, world.network]);
    assert.ok(Math.abs(Date.now() - (connect?.time ?? 0)) < 24 * 3600 * 1000);
    stop.abort();
    await following;
  });

  it('runs a container with published ports, waits for its end, and removes it once or twice', async () => {
    const id = await world.run({
      name: 'adapter-ports',
      command: ['sh', '-c', 'while [ ! -e /tmp/end ]; do sleep 1; done; exit 5'],
      portBindings: { '80/tcp': [{ hostIp: '127.0.0.1', hostPort: '18080' }], '81/udp': [{}] },
    });
    const details = await engine.inspectContainer(id);
    assert.deepEqual(details.portBindings['80/tcp'], ['18080']);
    assert.ok(
      details.ports.some(
        (port) => port.port === 80 && port.hostPort === 18080 && port.hostIp === '127.0.0.1',
      ),
    );
    assert.ok(details.ports.some((port) => port.port === 81 && port.protocol === 'udp' && port.hostPort));
    const ended = engine.waitContainer(id);
    await engine.exec(id, ['sh', '-c', '> /tmp/end'], { timeout: 30_000, maxBytes: 1000 });
    assert.equal(await ended, 5);
    await engine.restartContainer(id);
    assert.notEqual((await engine.inspectContainer(id)).startedAt, details.startedAt);
    await engine.removeContainer(id);
    await engine.removeContainer(id);
    await assert.rejects(engine.inspectContainer(id), isRefusal(404));
  });

  it('shares a network, links on the default bridge, and follows a short id', async () => {
    const owner = await world.run({ name: 'adapter-owner' });
    const sharer = await world.run({ name: 'adapter-sharer', networkMode: `container:${owner}` });
    const shared = await engine.inspectContainer(sharer);
    assert.deepEqual([shared.mode, shared.sharesWith, shared.endpoints], ['container', owner, []]);
    const linked = await world.run({
      name: 'adapter-linked',
      legacyLinks: [{ container: 'adapter-owner', alias: 'own' }],
    });
    assert.deepEqual((await engine.inspectContainer(linked)).legacyLinks, [
      { container: 'adapter-owner', alias: 'own' },
    ]);
    assert.match((await engine.readFile(linked, '/etc/hosts', 10_000)).text, /\sown /);
    const names = (await engine.listContainers()).map((one) => one.name);
    assert.ok(names.includes('adapter-owner'), names.join(', '));
    const short = await world.run({ name: 'adapter-short', networkMode: world.networkId.slice(0, 12) });
    const listed = (await engine.listContainers()).find((one) => one.id === short);
    assert.deepEqual(
      listed?.endpoints.map((one) => one.networkName),
      [world.network],
    );
  });

  it("passes on the engine's own words when it refuses", async () => {
    await assert.rejects(engine.removeNetwork('adapter-nothing'), (error) => {
      assert.ok(error instanceof EngineError);
      assert.deepEqual([error.status, error.code], [404, 'not-found']);
      assert.match(error.message, /^network adapter-nothing not found$/);
      return true;
    });
    const again = engine.createNetwork({ name: world.network, labels: world.labels });
    await assert.rejects(again, isRefusal(409));
    await assert.rejects(engine.removeNetwork('bridge'), isRefusal(403));
    await assert.rejects(engine.startContainer('adapter-nobody'), isRefusal(404));
  });

  it('lists images, and says why one cannot be pulled', async () => {
    const images = await engine.listImages();
    assert.ok(images.some((image) => image.tags.includes(aBox({ name: 'x' }).image) && image.size > 0));
    await assert.rejects(
      engine.pullImage('127.0.0.1:1/no/such:1', () => {}),
      EngineError,
    );
  });
});
