import type { EnginePort } from '../../src/core/port.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { createStore } from '../../src/state/liveStore.ts';
import type { Store } from '../../src/state/store.ts';

const changing = new Set<PropertyKey>([
  ...['createNetwork', 'removeNetwork', 'connect', 'disconnect', 'createContainer', 'startContainer'],
  ...['restartContainer', 'unpauseContainer', 'removeContainer', 'pullImage', 'exec'],
]);

/** A store on the engine, and every request through it that changes something, in order. */
export function storeOn(endpoint: string): { store: Store; changes: string[] } {
  const changes: string[] = [];
  const target = { endpoint, name: 'lab', source: 'the lab', tried: [] };
  const store = createStore({
    connect: async () => counting(await connectEngine(target), changes),
    endpoint: () => target,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return { store, changes };
}

function counting(port: EnginePort, changes: string[]): EnginePort {
  return new Proxy(port, {
    get(engine, key) {
      const value: unknown = Reflect.get(engine, key, engine);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (changing.has(key)) changes.push(String(key));
        return Reflect.apply(value, engine, args);
      };
    },
  });
}
