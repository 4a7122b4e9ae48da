import assert from 'node:assert/strict';
import { EngineError, ExpectedError } from '../../../src/core/errors.ts';
import type { Store } from '../../../src/state/store.ts';
import type { HandClock } from '../builders/handClock.ts';
import { aListedContainer, aListedEndpoint, aListedNetwork } from '../builders/listed.ts';
import { anId } from '../builders/model.ts';
import type { StandInEngine } from '../builders/standInEngine.ts';
import { until } from '../builders/until.ts';
import { LiveWorld } from './liveWorld.ts';

describe('the live store', () => {
  let world: LiveWorld;
  let engine: StandInEngine;
  let clock: HandClock;
  let store: Store;

  beforeEach(() => {
    world = new LiveWorld();
    ({ engine, clock, store } = world);
  });

  afterEach(() => store.dispose());

  it('asks nothing before somebody wants something', () => {
    assert.equal(world.connects, 0);
    assert.equal(store.snapshot.engine.state, 'connecting');
    assert.equal(store.snapshot.engine.name, 'stand-in');
  });

  it('reads everything with two lists', async () => {
    const snapshot = await store.refresh();
    assert.deepEqual(engine.calls, ['version', 'listNetworks', 'listContainers']);
    assert.equal(snapshot.engine.version, '28.5.2');
    assert.equal(snapshot.networks[0]!.endpoints[0]!.name, 'web');
  });

  it('reads once when watching begins, and again a while after an event', async () => {
    await world.live();
    assert.equal(engine.count('listContainers'), 1);
    engine.containers = [];
    engine.tell('container', 'destroy', anId('web'));
    clock.pass(200);
    assert.equal(engine.count('listContainers'), 1);
    clock.pass(100);
    await until(() => store.snapshot.containers.length === 0, 'the container going');
    assert.equal(engine.count('listContainers'), 2);
  });

  it('makes one reading of many events, though they do not end', async () => {
    await world.live();
    for (let i = 0; i < 10; i++) {
      engine.tell('container', 'start', anId('web'));
      clock.pass(100);
    }
    await world.lists(2);
    clock.pass(10_000);
    await world.lists(3);
    assert.equal(engine.count('listContainers'), 3);
  });

  it('does nothing about reading files and running programs', async () => {
    await world.live();
    for (const action of ['archive-path', 'exec_create: sh -c true', 'exec_start: sh', 'exec_die', 'top']) {
      engine.tell('container', action, anId('web'));
    }
    engine.tell('image', 'pull', 'box:latest');
    assert.equal(clock.waiting, 0);
  });

  it('reads again while the container list contradicts a connect', async () => {
    engine.networks = [aListedNetwork(), aListedNetwork({ name: 'other' })];
    await world.live();
    engine.tell('network', 'connect', anId('other'), { container: anId('web') });
    clock.pass(300);
    await until(() => clock.waiting === 1, 'another reading being due');
    engine.containers = [
      aListedContainer({ endpoints: [aListedEndpoint(), aListedEndpoint({ networkName: 'other' })] }),
    ];
    clock.pass(500);
    await until(
      () => store.snapshot.networks.some(({ name, endpoints }) => name === 'other' && endpoints.length === 1),
      'the endpoint on the other network',
    );
    assert.equal(clock.waiting, 0);
  });

  it('believes the list in the end', async () => {
    await world.live();
    engine.tell('network', 'disconnect', anId('mynet'), { container: anId('web') });
    let count = engine.count('listContainers');
    for (let round = 0; round < 6; round++) {
      clock.pass(1_000);
      await world.lists(++count);
      await until(() => clock.waiting === (round < 5 ? 1 : 0), 'the decision about another reading');
    }
  });

  it('asks nothing more when nobody watches', async () => {
    const watching = await world.live();
    engine.tell('container', 'die', anId('web'));
    watching.dispose();
    clock.pass(60_000);
    await until(() => !engine.followed, 'the stream closing');
    assert.equal(engine.count('listContainers'), 1);
    assert.equal(clock.waiting, 0);
  });

  it('follows until the last watcher has gone', async () => {
    const first = await world.live();
    const second = store.watch();
    first.dispose();
    first.dispose();
    assert.ok(engine.followed);
    assert.equal(engine.count('events'), 1);
    second.dispose();
    await until(() => !engine.followed, 'the stream closing');
  });

  it('reads anew for whoever begins to watch as well', async () => {
    await world.live();
    const before = engine.count('listContainers');
    engine.containers = [];
    const second = store.watch();
    await world.lists(before + 1);
    await until(() => store.snapshot.containers.length === 0, 'what no event told');
    second.dispose();
  });

  it('opens a broken stream anew and reads what was missed', async () => {
    await world.live();
    engine.breakStream();
    await until(() => clock.waiting === 1 && !engine.followed, 'the pause');
    engine.networks = [];
    clock.pass(500);
    await until(() => engine.followed && store.snapshot.networks.length === 0, 'what was missed');
  });

  it('makes a state of an engine that is down, tries with growing pauses, and recovers', async () => {
    await world.live();
    const down = new ExpectedError('unreachable', 'No Docker engine answers.');
    engine.failure = down;
    engine.breakStream();
    await until(() => store.snapshot.engine.state === 'unreachable', 'the engine being down');
    assert.equal(store.snapshot.engine.error, 'No Docker engine answers.');
    assert.deepEqual(store.snapshot.engine.tried, ['DOCKER_HOST']);
    assert.deepEqual(store.snapshot.networks, []);

    const before = world.connects;
    for (const wait of [500, 1_000, 2_000, 4_000]) {
      await until(() => clock.waiting === 1, 'a pause');
      const now = world.connects;
      clock.pass(wait - 1);
      assert.equal(world.connects, now);
      clock.pass(1);
      await until(() => world.connects > now, 'a try');
    }
    assert.ok(world.connects > before);

    engine.failure = undefined;
    await until(() => clock.waiting === 1, 'a pause');
    await store.refresh();
    await until(() => engine.followed, 'the stream, without waiting for the end of the pause');
    assert.equal(store.snapshot.networks.length, 1);
  });

  it('tells a denied socket from an engine that is down', async () => {
    engine.failure = new ExpectedError('denied', 'You may not use the Docker socket.');
    assert.equal((await store.refresh()).engine.state, 'denied');
    await assert.rejects(store.engine(), { code: 'denied' });
  });

  it('makes a state of a list that the engine refuses', async () => {
    await store.refresh();
    engine.failure = new EngineError(500, 'network inspection mismatch');
    const { engine: status } = await store.refresh();
    assert.equal(status.state, 'unreachable');
    assert.match(status.error!, /network inspection mismatch/);
  });

  it('begins a reading after each call, and shares it', async () => {
    await store.refresh();
    let release = () => {};
    engine.held = new Promise((resolve) => {
      release = resolve;
    });
    const early = store.current();
    await until(() => engine.count('listNetworks') === 2, 'the first reading');
    engine.containers = [];
    const [second, third] = [store.current(), store.current()];
    release();
    assert.equal((await early).containers.length, 1);
    assert.equal((await second).containers.length, 0);
    assert.equal((await third).containers.length, 0);
    assert.equal(engine.count('listContainers'), 3);
  });

  it('turns to another engine', async () => {
    await world.live();
    engine.breakStream();
    engine.networks = [aListedNetwork({ name: 'elsewhere' })];
    await store.reconnect();
    assert.equal(world.connects, 2);
    assert.equal(engine.count('close'), 1);
    assert.deepEqual(
      store.snapshot.networks.map(({ name }) => name),
      ['elsewhere'],
    );
    await until(() => engine.followed, 'the events of the other engine');
  });

  it('says what is wrong where it cannot be told which engine is meant', async () => {
    store.dispose();
    store = world.make({
      endpoint: () => {
        throw new ExpectedError('invalid', 'There is no context moon.');
      },
    });
    assert.equal(store.snapshot.engine.error, 'There is no context moon.');
    assert.equal(store.snapshot.engine.state, 'unreachable');
  });
});
