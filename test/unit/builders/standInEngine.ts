import type { ContainerDetails } from '../../../src/core/model.ts';
import type {
  EngineEvent,
  EnginePort,
  EngineVersion,
  ListedContainer,
  ListedNetwork,
} from '../../../src/core/port.ts';

/** A stand-in for an engine, for what no real one does on demand: stale lists, broken streams, answers held back. */
export class StandInEngine {
  networks: ListedNetwork[] = [];
  containers: ListedContainer[] = [];
  readonly details = new Map<string, ContainerDetails>();
  /** Every call by its name, in order. */
  readonly calls: string[] = [];
  /** Set to make every call fail. */
  failure: Error | undefined;
  /** Awaited by the container list before it answers. */
  held: Promise<void> | undefined;
  #onEvent: ((event: EngineEvent) => void) | undefined;
  #end: (() => void) | undefined;

  readonly port = {
    endpoint: 'unix:///stand-in.sock',
    version: (): Promise<EngineVersion> =>
      this.#answer('version', { version: '28.5.2', apiVersion: '1.51', os: 'linux', kernel: '6' }),
    listNetworks: () => this.#answer('listNetworks', this.networks),
    listContainers: async () => {
      // What is told is what was when it was asked for.
      const { containers } = this;
      await this.held;
      return this.#answer('listContainers', containers);
    },
    inspectContainer: (id: string) => this.#answer('inspectContainer', this.details.get(id)!),
    events: async (onEvent: (event: EngineEvent) => void, onOpen: () => void, signal: AbortSignal) => {
      await this.#answer('events', undefined);
      onOpen();
      this.#onEvent = onEvent;
      await new Promise<void>((resolve) => {
        this.#end = resolve;
        signal.addEventListener('abort', () => resolve());
      });
      this.#onEvent = undefined;
    },
    close: () => this.calls.push('close'),
  } as unknown as EnginePort;

  /** How often something was asked for. */
  count(call: string): number {
    return this.calls.filter((one) => one === call).length;
  }

  /** Whether somebody follows the events. */
  get followed(): boolean {
    return this.#onEvent !== undefined;
  }

  tell(type: string, action: string, id: string, attributes: Record<string, string> = {}): void {
    this.#onEvent?.({ type, action, id, attributes, time: 0 });
  }

  breakStream(): void {
    this.#end?.();
  }

  async #answer<T>(call: string, value: T): Promise<T> {
    this.calls.push(call);
    if (this.failure) throw this.failure;
    return value;
  }
}
