import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/core/model.ts';
import type { Store } from '../../src/state/store.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { Outside } from './stateOutside.ts';
import { storeOn } from './stateStore.ts';
import { assertTrue, eventually } from './stateTruth.ts';

describe('the snapshot of a real engine', function () {
  this.timeout(300_000);
  let outside: Outside;
  let store: Store;

  before(async () => {
    const engine = await labEngine();
    outside = new Outside(engine.socket, busyboxImage);
    ({ store } = storeOn(engine.endpoint));
  });

  after(async () => {
    store.dispose();
    await outside.clear();
  });

  it('is what inspecting tells, after whatever was changed outside', async () => {
    const random = randomFrom(Number(process.env.SEED ?? 20_261_128));
    const world = await World.make(outside);
    for (let round = 0; round < 4; round++) {
      for (let step = 0; step < 6; step++) await world.change(random);
      await assertTrue(await store.current(), outside);
    }
    await world.clear();
    await assertTrue(await store.current(), outside);
  });

  it('follows while it is watched, whoever changes something', async () => {
    const name = outside.name('live');
    const watching = store.watch();
    const shown = (snapshot: Snapshot) => snapshot.networks.find((network) => network.name === name);
    const endpoint = () => shown(store.snapshot)?.endpoints[0];

    const network = await outside.network(name, outside.subnet('10.77.31.0/24'));
    await eventually(() => assert.equal(shown(store.snapshot)?.id, network));
    assert.equal(shown(store.snapshot)?.subnets[0]?.gateway, '10.77.31.1');
    const container = await outside.run(outside.name('one'), 'bridge');
    await outside.connect(network, container, { IPAMConfig: { IPv4Address: '10.77.31.9' } });
    await eventually(() => assert.equal(endpoint()?.ipv4, '10.77.31.9'));
    await outside.act(container, 'pause');
    await eventually(() => assert.equal(endpoint()?.state, 'paused'));
    await outside.act(container, 'unpause');
    await outside.act(container, `rename?name=${outside.name('other')}`);
    await eventually(() => assert.equal(endpoint()?.name, outside.name('other')));
    await outside.act(container, 'kill');
    await eventually(() => assert.equal(endpoint()?.state, 'exited'));
    assert.equal(endpoint()?.ipv4, undefined);
    assert.equal(endpoint()?.staticIpv4, '10.77.31.9');
    await outside.act(container, 'start');
    await eventually(() => assert.equal(endpoint()?.ipv4, '10.77.31.9'));
    await outside.disconnect(network, container);
    await eventually(() => assert.equal(endpoint(), undefined));
    await outside.removeContainer(container);
    await outside.removeNetwork(network);
    await eventually(() => assert.equal(shown(store.snapshot), undefined));
    await eventually(() => assertTrue(store.snapshot, outside));
    watching.dispose();
  });

  it('tells who shares whose network, and which network a stopped container misses', async () => {
    const name = outside.name('gone');
    const network = await outside.network(name);
    const owner = await outside.run(outside.name('owner'), name);
    const sharer = await outside.run(outside.name('sharer'), `container:${owner}`);
    const left = await outside.run(outside.name('left'), name);
    for (const container of [left, sharer, owner]) await outside.act(container, 'kill');
    await outside.removeNetwork(network);
    await outside.network(name);
    const { containers } = await store.current();
    const found = (id: string) => containers.find((container) => container.id === id)!;
    assert.equal(found(sharer).mode, 'container');
    assert.equal(found(sharer).sharesWith, owner);
    assert.deepEqual(found(left).goneNetworks, [name]);
    assert.deepEqual(found(left).networks, []);
  });

  it('knows the aliases of an inspected container, and keeps them true', async () => {
    const name = outside.name('known');
    const network = await outside.network(name);
    const container = await outside.run(outside.name('alias'), name, { endpoint: { Aliases: ['www'] } });
    const shown = () => store.snapshot.networks.find(({ id }) => id === network)?.endpoints[0]?.aliases;
    const watching = store.watch();
    await eventually(() => assert.ok(store.snapshot.containers.some(({ id }) => id === container)));
    await store.details(container);
    assert.deepEqual(shown(), ['www']);
    await outside.disconnect(network, container);
    await outside.connect(network, container, { Aliases: ['shop'] });
    await eventually(() => assert.deepEqual(shown(), ['shop']));
    watching.dispose();
  });
});

describe('an engine that goes down and comes back', function () {
  this.timeout(300_000);

  it('is a state of the snapshot, and what is there afterwards is read anew', async () => {
    const engine = await labEngine();
    const outside = new Outside(engine.socket, busyboxImage);
    const { store } = storeOn(engine.endpoint);
    const watching = store.watch();
    await eventually(() => assert.equal(store.snapshot.engine.state, 'connected'));
    await engine.down();
    await eventually(() => assert.equal(store.snapshot.engine.state, 'unreachable'));
    assert.deepEqual(store.snapshot.networks, []);
    await engine.up();
    const name = outside.name('later');
    await outside.network(name);
    await eventually(() => assert.ok(store.snapshot.networks.some((network) => network.name === name)));
    watching.dispose();
    store.dispose();
    await outside.clear();
  });
});

/** Networks and containers that are changed at random, as several people at once would. */
class World {
  readonly #outside: Outside;
  readonly #networks: string[];
  readonly #containers: string[];
  #made = 0;

  private constructor(outside: Outside, networks: string[], containers: string[]) {
    this.#outside = outside;
    this.#networks = networks;
    this.#containers = containers;
  }

  static async make(outside: Outside): Promise<World> {
    const networks = [
      await outside.network(outside.name('r1')),
      await outside.network(
        outside.name('r2'),
        outside.subnet('10.77.32.0/24', { IPRange: '10.77.32.64/26' }),
      ),
      await outside.network(outside.name('r3'), { Internal: true }),
    ];
    const containers = [
      await outside.run(outside.name('c1'), outside.name('r1')),
      await outside.run(outside.name('c2'), 'bridge'),
      await outside.run(outside.name('c3'), networks[1]!, { endpoint: {} }),
      await outside.create(outside.name('c4'), networks[2]!.slice(0, 12)),
      await outside.run(outside.name('c5'), 'host'),
      await outside.run(outside.name('c6'), 'none'),
    ];
    return new World(outside, networks, containers);
  }

  /** One change. What the engine refuses is a change that somebody tried. */
  async change(random: (below: number) => number): Promise<void> {
    const outside = this.#outside;
    const container = this.#containers[random(this.#containers.length)]!;
    const network = this.#networks[random(this.#networks.length)]!;
    const changes = [
      () => outside.connect(network, container),
      () => outside.connect(this.#networks[1]!, container, { IPAMConfig: { IPv4Address: '10.77.32.9' } }),
      () => outside.disconnect(network, container),
      () => outside.act(container, 'kill'),
      () => outside.act(container, 'start'),
      () => outside.act(container, 'pause'),
      () => outside.act(container, 'unpause'),
      () => outside.act(container, `rename?name=${outside.name(`n${++this.#made}`)}`),
      async () => {
        this.#containers.push(await outside.run(outside.name(`n${++this.#made}`), network));
      },
      async () => {
        this.#networks.push(await outside.network(outside.name(`x${++this.#made}`)));
      },
    ];
    await changes[random(changes.length)]!().catch(() => {});
  }

  async clear(): Promise<void> {
    await this.#outside.clear();
  }
}

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
