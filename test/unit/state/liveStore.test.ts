import assert from 'node:assert/strict';
import { EngineError, ExpectedError } from '../../../src/core/errors.ts';
import type { ChangeSet } from '../../../src/core/model.ts';
import { createStore, type StoreOptions } from '../../../src/state/liveStore.ts';
import type { Store } from '../../../src/state/store.ts';
import { HandClock } from '../builders/handClock.ts';
import { aListedContainer, aListedEndpoint, aListedNetwork } from '../builders/listed.ts';
import { aDetails, anEndpointDetails, anId } from '../builders/model.ts';
import { StandInEngine } from '../builders/standInEngine.ts';
import { until } from '../builders/until.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

describe('the live store', () => {
  let engine: StandInEngine;
  let clock: HandClock;
  let connects: number;
  let store: Store;

  function make(options: Partial<StoreOptions> = {}): Store {
    return createStore({
      connect: async () => {
        connects++;
        if (engine.failure) throw engine.failure;
        return engine.port;
      },
      endpoint: () => ({ endpoint: 'unix:///stand-in.sock', name: 'stand-in', tried: ['DOCKER_HOST'] }),
      log,
      clock,
      ...options,
    });
  }

  /** Watches, and resolves when the first reading is in and events are followed. */
  async function live() {
    const watching = store.watch();
    await until(() => engine.followed && store.snapshot.engine.state === 'connected', 'the first reading');
    return watching;
  }

  /** Resolves when so many lists of containers were asked for. */
  const lists = (count: number) =>
    until(() => engine.count('listContainers') >= count, `${count} container lists`);

  beforeEach(() => {
    engine = new StandInEngine();
    engine.networks = [aListedNetwork()];
    engine.containers = [aListedContainer()];
    clock = new HandClock();
    connects = 0;
    store = make();
  });

  afterEach(() => store.dispose());

  it('asks nothing before somebody wants something', () => {
    assert.equal(connects, 0);
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
    await live();
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
    await live();
    for (let i = 0; i < 10; i++) {
      engine.tell('container', 'start', anId('web'));
      clock.pass(100);
    }
    await lists(2);
    clock.pass(10_000);
    await lists(3);
    assert.equal(engine.count('listContainers'), 3);
  });

  it('does nothing about reading files and running programs', async () => {
    await live();
    for (const action of ['archive-path', 'exec_create: sh -c true', 'exec_start: sh', 'exec_die', 'top']) {
      engine.tell('container', action, anId('web'));
    }
    engine.tell('image', 'pull', 'box:latest');
    assert.equal(clock.waiting, 0);
  });

  it('reads again while the container list contradicts a connect', async () => {
    engine.networks = [aListedNetwork(), aListedNetwork({ name: 'other' })];
    await live();
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
    await live();
    engine.tell('network', 'disconnect', anId('mynet'), { container: anId('web') });
    let count = engine.count('listContainers');
    for (let round = 0; round < 6; round++) {
      clock.pass(1_000);
      await lists(++count);
      await until(() => clock.waiting === (round < 5 ? 1 : 0), 'the decision about another reading');
    }
  });

  it('asks nothing more when nobody watches', async () => {
    const watching = await live();
    engine.tell('container', 'die', anId('web'));
    watching.dispose();
    clock.pass(60_000);
    await until(() => !engine.followed, 'the stream closing');
    assert.equal(engine.count('listContainers'), 1);
    assert.equal(clock.waiting, 0);
  });

  it('follows until the last watcher has gone', async () => {
    const first = await live();
    const second = store.watch();
    first.dispose();
    first.dispose();
    assert.ok(engine.followed);
    assert.equal(engine.count('events'), 1);
    second.dispose();
    await until(() => !engine.followed, 'the stream closing');
  });

  it('opens a broken stream anew and reads what was missed', async () => {
    await live();
    engine.breakStream();
    await until(() => clock.waiting === 1 && !engine.followed, 'the pause');
    engine.networks = [];
    clock.pass(500);
    await until(() => engine.followed && store.snapshot.networks.length === 0, 'what was missed');
  });

  it('makes a state of an engine that is down, tries with growing pauses, and recovers', async () => {
    await live();
    const down = new ExpectedError('unreachable', 'No Docker engine answers.');
    engine.failure = down;
    engine.breakStream();
    await until(() => store.snapshot.engine.state === 'unreachable', 'the engine being down');
    assert.equal(store.snapshot.engine.error, 'No Docker engine answers.');
    assert.deepEqual(store.snapshot.engine.tried, ['DOCKER_HOST']);
    assert.deepEqual(store.snapshot.networks, []);

    const before = connects;
    for (const wait of [500, 1_000, 2_000, 4_000]) {
      await until(() => clock.waiting === 1, 'a pause');
      const now = connects;
      clock.pass(wait - 1);
      assert.equal(connects, now);
      clock.pass(1);
      await until(() => connects > now, 'a try');
    }
    assert.ok(connects > before);

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

  it('has the effect of a change in the snapshot once it resolves, and after a failure, too', async () => {
    await store.change(async () => {
      engine.networks = [];
    });
    assert.equal(store.snapshot.networks.length, 0);
    const failing = store.change(async () => {
      engine.networks = [aListedNetwork({ name: 'half-done' })];
      throw new EngineError(500, 'no');
    });
    await assert.rejects(failing, { message: 'no' });
    assert.equal(store.snapshot.networks[0]!.name, 'half-done');
  });

  it('tells what changed, and nothing where nothing did', async () => {
    const changes: ChangeSet[] = [];
    store.onDidChange((change) => changes.push(change));
    await store.refresh();
    await store.refresh();
    assert.equal(changes.length, 1);
    assert.equal(changes[0]!.engine, true);
    assert.deepEqual(changes[0]!.networks.added, [anId('mynet')]);
  });

  it('tells of a restart that left the lists as they were', async () => {
    const told: ChangeSet[] = [];
    await live();
    store.onDidChange((change) => told.push(change));
    engine.tell('container', 'start', anId('web'));
    engine.tell('container', 'start', anId('gone again'));
    clock.pass(300);
    await until(() => told.length > 0, 'the change');
    assert.deepEqual(told[0], {
      engine: false,
      networks: { added: [], changed: [], removed: [] },
      containers: { added: [], changed: [anId('web')], removed: [] },
    });
  });

  it('puts learnt aliases into the snapshot, and learns them anew when something happened', async () => {
    const told: ChangeSet[] = [];
    await live();
    store.onDidChange((change) => told.push(change));
    const details = (alias: string) =>
      aDetails({ endpoints: [anEndpointDetails({ networkName: 'mynet', aliases: [alias] })] });
    const shown = () => store.snapshot.networks[0]!.endpoints[0]!.aliases;

    engine.details.set(anId('web'), details('www'));
    await store.details(anId('web'));
    assert.deepEqual(shown(), ['www']);
    clock.pass(1_000);
    assert.deepEqual(told[0]!.networks.changed, [anId('mynet')]);

    await store.refresh();
    assert.equal(engine.count('inspectContainer'), 1);

    engine.details.set(anId('web'), details('shop'));
    engine.tell('container', 'rename', anId('web'));
    clock.pass(300);
    await until(() => shown()?.[0] === 'shop', 'the new alias');
  });

  it('turns to another engine', async () => {
    await live();
    engine.breakStream();
    engine.networks = [aListedNetwork({ name: 'elsewhere' })];
    await store.reconnect();
    assert.equal(connects, 2);
    assert.equal(engine.count('close'), 1);
    assert.deepEqual(
      store.snapshot.networks.map(({ name }) => name),
      ['elsewhere'],
    );
    await until(() => engine.followed, 'the events of the other engine');
  });

  it('says what is wrong where it cannot be told which engine is meant', async () => {
    store.dispose();
    store = make({
      endpoint: () => {
        throw new ExpectedError('invalid', 'There is no context moon.');
      },
    });
    assert.equal(store.snapshot.engine.error, 'There is no context moon.');
    assert.equal(store.snapshot.engine.state, 'unreachable');
  });
});
