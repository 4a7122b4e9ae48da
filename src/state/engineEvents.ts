import type { EngineEvent, ListedContainer } from '../core/port.ts';

const relevant: Record<string, ReadonlySet<string>> = {
  network: new Set(['create', 'connect', 'disconnect', 'destroy', 'remove', 'update', 'prune']),
  container: new Set(['create', 'start', 'die', 'destroy', 'rename', 'pause', 'unpause', 'stop', 'restart']),
};

/** Whether an event may change networks, containers or who is where. Reading a file or running a program does not. */
export function changesSnapshot({ type, action }: EngineEvent): boolean {
  return relevant[type]?.has(action) ?? false;
}

/** The container that an event is about; undefined where it is about none. */
export function containerOf({ type, id, attributes }: EngineEvent): string | undefined {
  return type === 'container' ? id : attributes.container;
}

/** How many lists may contradict an event before the list is believed. */
const doubts = 6;

/**
 * What connect and disconnect events have told and the container list does not show yet: at the instant of such an event
 * the list is stale (measured on 20.10 and 28.5).
 */
export class AwaitedPlaces {
  readonly #awaited = new Map<string, { network: string; container: string; on: boolean; left: number }>();

  note({ type, action, id, attributes: { container } }: EngineEvent): void {
    if (type !== 'network' || !container || !(action === 'connect' || action === 'disconnect')) return;
    const awaited = { network: id, container, on: action === 'connect', left: doubts };
    this.#awaited.set(`${id} ${container}`, awaited);
  }

  /** Drops what a fresh list shows; whether something is left that a later list should show. */
  compare(containers: readonly ListedContainer[]): boolean {
    if (this.#awaited.size === 0) return false;
    const running = new Map(
      containers.filter(({ state }) => state === 'running' || state === 'paused').map((one) => [one.id, one]),
    );
    for (const [key, awaited] of this.#awaited) {
      // The event of a start or an end follows, and makes the list be read again.
      const endpoints = running.get(awaited.container)?.endpoints;
      const seen =
        !endpoints || endpoints.some(({ networkId }) => networkId === awaited.network) === awaited.on;
      if (seen || --awaited.left === 0) this.#awaited.delete(key);
    }
    return this.#awaited.size > 0;
  }

  clear(): void {
    this.#awaited.clear();
  }
}
