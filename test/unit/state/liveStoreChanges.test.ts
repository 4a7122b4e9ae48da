import assert from 'node:assert/strict';
import { EngineError } from '../../../src/core/errors.ts';
import type { ChangeSet } from '../../../src/core/model.ts';
import type { Store } from '../../../src/state/store.ts';
import type { HandClock } from '../builders/handClock.ts';
import { aListedNetwork } from '../builders/listed.ts';
import { aDetails, anEndpointDetails, anId } from '../builders/model.ts';
import type { StandInEngine } from '../builders/standInEngine.ts';
import { until } from '../builders/until.ts';
import { LiveWorld } from './liveWorld.ts';

describe('what the live store tells', () => {
  let world: LiveWorld;
  let engine: StandInEngine;
  let clock: HandClock;
  let store: Store;

  beforeEach(() => {
    world = new LiveWorld();
    ({ engine, clock, store } = world);
  });

  afterEach(() => store.dispose());

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
    await world.live();
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
    await world.live();
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
});
