import { createStore, type StoreOptions } from '../../../src/state/liveStore.ts';
import type { Store } from '../../../src/state/store.ts';
import { HandClock } from '../builders/handClock.ts';
import { aListedContainer, aListedNetwork } from '../builders/listed.ts';
import { StandInEngine } from '../builders/standInEngine.ts';
import { until } from '../builders/until.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A live store on a stand-in for an engine, with a clock that is moved by hand. */
export class LiveWorld {
  readonly engine = new StandInEngine();
  readonly clock = new HandClock();
  /** How often the store connected. */
  connects = 0;
  readonly store: Store;

  constructor() {
    this.engine.networks = [aListedNetwork()];
    this.engine.containers = [aListedContainer()];
    this.store = this.make();
  }

  make(options: Partial<StoreOptions> = {}): Store {
    const { engine, clock } = this;
    return createStore({
      connect: async () => {
        this.connects++;
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
  async live() {
    const { engine, store } = this;
    const watching = store.watch();
    await until(() => engine.followed && store.snapshot.engine.state === 'connected', 'the first reading');
    return watching;
  }

  /** Resolves when so many lists of containers were asked for. */
  lists(count: number): Promise<void> {
    return until(() => this.engine.count('listContainers') >= count, `${count} container lists`);
  }
}
