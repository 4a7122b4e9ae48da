import assert from 'node:assert/strict';
import { connectable } from '../../src/core/checks/connectable.ts';
import { connectContainer } from '../../src/state/operations/connectContainer.ts';
import { api } from '../lab/engineApi.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { until } from '../lab/until.ts';
import { aBox, adapterWorld, type World } from './adapterWorld.ts';
import { storeOn } from './stateStore.ts';

describe('the adapter on an engine in swarm mode', function () {
  this.timeout(180_000);
  let world: World;
  let ask: <T = unknown>(method: string, path: string, body?: object) => Promise<T>;
  before(async () => {
    world = await adapterWorld();
    const { socket } = await labEngine();
    ask = <T>(method: string, path: string, body?: object) => api<T>(socket, method, `/v1.41${path}`, body);
    await ask('POST', '/swarm/init', { ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' });
  });
  after(async () => {
    if (!world) return;
    for (const container of await world.engine.listContainers()) {
      if (container.name === 'adapter-attached') await world.engine.removeContainer(container.id);
    }
    await ask('POST', '/swarm/leave?force=true');
    await until(() => world.engine.removeNetwork('docker_gwbridge').then(() => true, isGone));
    await world.close();
  });

  it('tells overlay networks with their peers, services and containers', async () => {
    const { engine, labels } = world;
    const facts = await engine.facts();
    assert.deepEqual([facts.swarmActive, facts.swarmManager], [true, true]);
    const id = await engine.createNetwork({
      name: 'adapter-overlay',
      driver: 'overlay',
      attachable: true,
      labels,
    });
    const listed = (await engine.listNetworks()).find((network) => network.id === id);
    assert.deepEqual([listed?.scope, listed?.driver, listed?.attachable], ['swarm', 'overlay', true]);
    assert.ok((await engine.listNetworks()).some((network) => network.ingress));
    await engine.createNetwork({ name: 'adapter-services', driver: 'overlay', labels });

    const attached = await engine.createContainer(
      aBox({ name: 'adapter-attached', networkMode: 'adapter-overlay' }),
    );
    await engine.startContainer(attached);
    await ask('POST', '/services/create', {
      Name: 'adapter-service',
      Labels: labels,
      TaskTemplate: {
        ContainerSpec: { Image: busyboxImage, Command: ['sleep', '1000'], Labels: labels },
        Networks: [{ Target: id }],
      },
    });
    await until(async () => (await engine.inspectNetwork(id)).services.some((service) => service.tasks > 0));
    const details = await engine.inspectNetwork(id);
    assert.equal(details.services[0]?.name, 'adapter-service');
    assert.match(details.services[0]?.virtualIp ?? '', /^10\.\d+\.\d+\.\d+$/);
    assert.equal(details.peers.length, 1);
    assert.ok(details.attached.some((one) => one.id === attached && one.ipv4));
  });

  it('lets containers come to attachable overlay networks alone', async () => {
    const { store } = storeOn(world.engine.endpoint);
    try {
      const snapshot = await store.current();
      const on = (name: string) => snapshot.networks.find((network) => network.name === name)!;
      const container = snapshot.containers.find(({ name }) => name === 'adapter-attached')!;
      const elsewhere = { ...container, id: 'another', networks: [] };
      assert.equal(connectable(on('adapter-overlay'), elsewhere, snapshot), undefined);
      assert.match(connectable(on('adapter-services'), elsewhere, snapshot)!, /not made attachable/);
      assert.match(connectable(on('ingress'), elsewhere, snapshot)!, /the swarm's own network/);
      await assert.rejects(
        connectContainer(store, { network: 'adapter-services', container: 'adapter-attached' }),
        /adapter-services is for services of the swarm only/,
      );
      await assert.rejects(
        world.engine.connect(on('adapter-services').id, container.id, {}),
        /not manually attachable/,
      );
      const place = on('adapter-overlay').endpoints.find((one) => one.container === container.id);
      assert.match(place?.ipv4 ?? '', /^10\.\d+\.\d+\.\d+$/);
    } finally {
      store.dispose();
    }
  });
});

function isGone(error: unknown): boolean {
  return (error as { status?: number }).status === 404;
}
