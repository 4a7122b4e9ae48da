import type { HostRoute } from '../core/checks/check.ts';
import { EngineError, ExpectedError, messageOf } from '../core/errors.ts';
import type { ChangeSet, ContainerDetails, EngineStatus, Snapshot } from '../core/model.ts';
import type { EngineEvent, EnginePort, ListedContainer } from '../core/port.ts';
import { type Clock, realClock } from '../util/clock.ts';
import { type Coalesced, coalesce } from '../util/coalesce.ts';
import { type Disposable, toDisposable } from '../util/disposable.ts';
import { Emitter, type Event } from '../util/emitter.ts';
import type { Log } from '../util/log.ts';
import { oneAtATime } from '../util/oneAtATime.ts';
import { AliasBook, withAliases } from './aliasBook.ts';
import { buildSnapshot } from './buildSnapshot.ts';
import { changeSet, isEmpty, keepUnchanged, withStarted } from './changeSet.ts';
import { EndpointMemory, type EndpointStorage } from './endpointMemory.ts';
import { type Connected, EngineConnection } from './engineConnection.ts';
import { AwaitedPlaces, changesSnapshot, containerOf } from './engineEvents.ts';
import { followEngine } from './followEngine.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** Finds the engine and connects to it; rejects with `unreachable`, `denied` or `unsupported`. */
  connect(): Promise<EnginePort>;
  /** Which engine that is, without asking it; throws an ExpectedError where none can be told. */
  endpoint(): { endpoint: string; name?: string; tried?: string[] };
  log: Log;
  hostRoutes?(): Promise<HostRoute[] | undefined>;
  /** Where disconnected endpoints are remembered; in this window only where left out. */
  memory?: EndpointStorage;
  clock?: Clock;
}

/** Makes the store. Nothing is asked of an engine before somebody wants something. */
export function createStore(options: StoreOptions): Store {
  return new LiveStore(options);
}

/** After an event the container list is stale for a while: measured on 20.10 and 28.5. */
const afterEvent = { quiet: 250, atMost: 800 };
const afterContradiction = { quiet: 400, atMost: 400 };
const afterLearning = { quiet: 50, atMost: 200 };
const openLimit = 1_000;
/** More containers are not inspected for the sake of a refresh. */
const inspectLimit = 50;

class LiveStore implements Store {
  readonly memory: EndpointMemory;
  readonly #options: StoreOptions;
  readonly #clock: Clock;
  readonly #connection: EngineConnection;
  readonly #changed: Emitter<ChangeSet>;
  readonly #wake = new Emitter<void>();
  readonly #read = oneAtATime(() => this.#readOnce());
  readonly #aliases = new AliasBook();
  readonly #awaited = new AwaitedPlaces();
  readonly #afterEvent: Coalesced;
  readonly #afterContradiction: Coalesced;
  readonly #afterLearning: Coalesced;
  #snapshot: Snapshot;
  /** What listeners know. */
  #told: Snapshot;
  /** Containers that were started since. */
  readonly #started = new Set<string>();
  #watchers = 0;
  #following: AbortController | undefined;
  /** Grows whenever the engine may be another one: what was asked before is of no interest then. */
  #era = 0;
  #disposed = false;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#clock = options.clock ?? realClock;
    this.#connection = new EngineConnection(() => options.connect());
    this.#changed = new Emitter((error) => options.log.error(`A listener failed: ${messageOf(error)}`));
    this.memory = new EndpointMemory(options.memory ?? { load: () => undefined, save: () => {} });
    this.#afterEvent = coalesce(() => void this.#read(), afterEvent, this.#clock);
    this.#afterContradiction = coalesce(() => void this.#read(), afterContradiction, this.#clock);
    this.#afterLearning = coalesce(() => this.#tell(), afterLearning, this.#clock);
    this.#snapshot = { engine: this.#status('connecting'), networks: [], containers: [] };
    this.#told = this.#snapshot;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  get onDidChange(): Event<ChangeSet> {
    return this.#changed.event;
  }

  watch(): Disposable {
    if (this.#watchers++ === 0) this.#follow();
    // Of changes to stopped containers no event tells, and who looks anew is to see them.
    else void this.#read();
    return toDisposable(() => {
      if (--this.#watchers === 0) this.#unfollow();
    });
  }

  async refresh(): Promise<Snapshot> {
    const snapshot = await this.#read();
    if (snapshot.engine.state === 'connected') this.#wake.fire();
    return snapshot;
  }

  /** Two lists are asked for anew even while events are followed: of changes to stopped containers there are none. */
  current(): Promise<Snapshot> {
    return this.#read();
  }

  async engine(): Promise<EnginePort> {
    return (await this.#connection.get()).port;
  }

  async details(containerId: string): Promise<ContainerDetails> {
    const details = await (await this.engine()).inspectContainer(containerId);
    this.#aliases.learn(details);
    const snapshot = withAliases(this.#snapshot, details);
    if (snapshot !== this.#snapshot) {
      this.#snapshot = snapshot;
      this.#afterLearning.request();
    }
    return details;
  }

  async change<T>(act: (engine: EnginePort) => Promise<T>): Promise<T> {
    const engine = await this.engine();
    try {
      return await act(engine);
    } finally {
      await this.#read();
    }
  }

  async hostRoutes(): Promise<HostRoute[] | undefined> {
    return this.#options.hostRoutes?.();
  }

  async reconnect(): Promise<void> {
    this.#era++;
    this.#connection.drop();
    this.#aliases.clear();
    this.#accept({ engine: this.#status('connecting'), networks: [], containers: [] });
    if (this.#watchers > 0) {
      this.#unfollow();
      this.#follow();
    }
    await this.#read();
  }

  dispose(): void {
    this.#disposed = true;
    this.#unfollow();
    this.#afterLearning.dispose();
    this.#connection.drop();
    this.#changed.dispose();
    this.#wake.dispose();
  }

  #follow(): void {
    if (this.#disposed) return;
    const following = new AbortController();
    this.#following = following;
    const stopWaiting = this.#clock.after(openLimit, () => void this.#read());
    following.signal.addEventListener('abort', stopWaiting);
    void followEngine({
      engine: () => this.engine(),
      onEvent: (event) => this.#onEvent(event),
      onOpen: () => {
        stopWaiting();
        this.#options.log.debug('Following the events of the engine.');
        void this.#read();
      },
      onBroken: (error) => {
        stopWaiting();
        const reason = error === undefined ? '' : `: ${messageOf(error)}`;
        this.#options.log.info(`The events of the engine ended${reason}`);
        void this.#read();
      },
      wake: this.#wake.event,
      clock: this.#clock,
      signal: following.signal,
    });
  }

  #unfollow(): void {
    this.#following?.abort();
    this.#following = undefined;
    this.#afterEvent.cancel();
    this.#afterContradiction.cancel();
    this.#awaited.clear();
  }

  #onEvent(event: EngineEvent): void {
    if (!changesSnapshot(event)) return;
    this.#options.log.debug(`Event: ${event.type} ${event.action} ${event.id.slice(0, 12)}`);
    const container = containerOf(event);
    if (container) this.#aliases.doubt(container);
    if (container && event.action === 'start') this.#started.add(container);
    this.#awaited.note(event);
    this.#afterEvent.request();
  }

  async #readOnce(): Promise<Snapshot> {
    if (this.#disposed) return this.#snapshot;
    const era = this.#era;
    this.#afterEvent.cancel();
    try {
      const connected = await this.#connection.get();
      const snapshot = await this.#ask(connected);
      if (era !== this.#era) return this.#snapshot;
      const back = this.#snapshot.engine.state !== 'connected';
      this.#accept(snapshot);
      if (back) this.#wake.fire();
    } catch (error) {
      if (era === this.#era) this.#fail(error);
    }
    return this.#snapshot;
  }

  async #ask({ port, version: { version, apiVersion } }: Connected): Promise<Snapshot> {
    const [networks, containers] = await Promise.all([port.listNetworks(), port.listContainers()]);
    await this.#inspectAgain(port, containers);
    if (this.#following && this.#awaited.compare(containers)) this.#afterContradiction.request();
    // Loaded here and not with the extension: address arithmetic is only wanted once there are addresses.
    const { deriveGateway } = await import('../core/addresses/deriveGateway.ts');
    const status = { ...this.#status('connected'), version, apiVersion };
    return buildSnapshot(status, { networks, containers }, deriveGateway, this.#aliases.known);
  }

  async #inspectAgain(port: EnginePort, containers: readonly ListedContainer[]): Promise<void> {
    const again = this.#aliases.review(containers);
    const inspected = again.length > inspectLimit ? [] : again;
    for (const id of again) if (!inspected.includes(id)) this.#aliases.forget(id);
    await Promise.all(
      inspected.map(async (id) => {
        try {
          this.#aliases.learn(await port.inspectContainer(id));
        } catch (error) {
          if (!(error instanceof EngineError)) throw error;
          this.#aliases.forget(id);
        }
      }),
    );
  }

  #fail(error: unknown): void {
    const state = error instanceof ExpectedError && error.code === 'denied' ? 'denied' : 'unreachable';
    const status = this.#status(state);
    const sentence =
      error instanceof EngineError
        ? `The engine at ${status.endpoint} does not list its networks and containers: ${error.message}`
        : messageOf(error);
    this.#options.log.warn(sentence);
    this.#aliases.clear();
    if (!(error instanceof EngineError)) this.#connection.drop();
    this.#accept({ engine: { ...status, error: sentence }, networks: [], containers: [] });
  }

  #status(state: EngineStatus['state']): EngineStatus {
    try {
      const { endpoint, name, tried } = this.#options.endpoint();
      return { state, endpoint, name, tried };
    } catch (error) {
      return { state: state === 'connecting' ? 'unreachable' : state, endpoint: '', error: messageOf(error) };
    }
  }

  #accept(snapshot: Snapshot): void {
    if (this.#disposed) return;
    this.#snapshot = keepUnchanged(this.#snapshot, snapshot);
    this.#tell();
  }

  #tell(): void {
    this.#afterLearning.cancel();
    const change = withStarted(changeSet(this.#told, this.#snapshot), this.#started, this.#snapshot);
    this.#started.clear();
    this.#told = this.#snapshot;
    if (!isEmpty(change)) this.#changed.fire(change);
  }
}
