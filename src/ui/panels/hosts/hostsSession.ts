import { ExpectedError, messageOf } from '../../../core/errors.ts';
import type { ChangeSet, Container } from '../../../core/model.ts';
import { candidateNames } from '../../../core/names/candidateNames.ts';
import type { Resolution } from '../../../core/report.ts';
import type { HostsState } from '../../../protocol/hosts.ts';
import { type Measured, measureNames } from '../../../state/measure/measureNames.ts';
import { wantsProbe } from '../../../state/measure/wantsProbe.ts';
import { whyNotMeasured } from '../../../state/measure/whyNotMeasured.ts';
import { type ContainerWorld, readContainerWorld } from '../../../state/nameWorld.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { predicted, withMeasured } from '../../../state/report.ts';
import type { Store } from '../../../state/store.ts';
import { coalesce } from '../../../util/coalesce.ts';
import { type Disposable, DisposableStore } from '../../../util/disposable.ts';
import { oneAtATime } from '../../../util/oneAtATime.ts';
import { emptyState, hostsState } from './hostsState.ts';

/** What the Hosts and DNS page of one container knows and does; tells every new state. */
export class HostsSession implements Disposable {
  readonly #store: Store;
  readonly #container: Pick<Container, 'id' | 'name'>;
  readonly #onState: (state: HostsState) => void;
  readonly #owned = new DisposableStore();
  readonly #typed: Set<string>;
  readonly #asking = new Set<string>();
  readonly #measured = new Map<string, Measured>();
  readonly #reading = coalesce(() => void this.read(), { quiet: 100, atMost: 500 });
  readonly #telling = coalesce(() => this.#tell(), { quiet: 40, atMost: 80 });
  #around: ContainerWorld | undefined;
  #measuring: AbortController | undefined;
  #notice: string | undefined;
  #disposed = false;

  constructor(
    store: Store,
    container: Pick<Container, 'id' | 'name'>,
    onState: (state: HostsState) => void,
    typed: readonly string[] = [],
  ) {
    this.#store = store;
    this.#container = container;
    this.#onState = onState;
    this.#typed = new Set(typed);
    this.#owned.add(this.#reading);
    this.#owned.add(this.#telling);
    this.#owned.add(store.onDidChange((changes) => this.#follow(changes)));
  }

  get state(): HostsState {
    const around = this.#around;
    if (!around) return emptyState(this.#container, this.#notice ?? 'Reading…');
    return hostsState(around, {
      names: this.#names(around),
      typed: this.#typed,
      asking: this.#asking,
      notMeasured: whyNotMeasured(around.details),
      probeOffered: wantsProbe(this.#measured.values()),
      notice: this.#notice,
    });
  }

  /** Reads the container anew; what was measured stays. */
  readonly read: () => Promise<void> = oneAtATime(() => this.#read());

  async #read(): Promise<void> {
    try {
      const snapshot = await connectedSnapshot(this.#store);
      this.#around = await readContainerWorld(this.#store, snapshot, this.#container.id);
      this.#notice = undefined;
    } catch (error) {
      this.#notice = this.#whyUnread(error);
    }
    this.#tell();
  }

  #whyUnread(error: unknown): string {
    const gone = error instanceof ExpectedError && error.code === 'not-found';
    if (!gone) return messageOf(error);
    return `${this.#container.name} was removed.${this.#around ? ' This is what was known of it.' : ''}`;
  }

  /** Adds a name and measures it. */
  async ask(name: string, probeImage?: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') return;
    this.#typed.add(trimmed);
    await this.measure([trimmed], probeImage);
  }

  forget(name: string): void {
    this.#typed.delete(name);
    this.#measured.delete(name);
    this.#tell();
  }

  /** Measures the names, or all that are shown; with a probe image where the container has no tool. Ends what was being measured. */
  async measure(names?: readonly string[], probeImage?: string): Promise<void> {
    const around = this.#around;
    if (!around) return;
    this.cancel();
    const measuring = new AbortController();
    this.#measuring = measuring;
    const asked = names ?? this.#names(around).map((one) => one.name);
    for (const name of asked) this.#asking.add(name);
    this.#tell();
    try {
      await measureNames(await this.#store.engine(), around.details, asked, {
        probeImage,
        signal: measuring.signal,
        onResult: (name, result) => {
          if (this.#measuring === measuring) this.#take(name, result);
        },
      });
    } finally {
      if (this.#measuring === measuring) this.cancel();
    }
  }

  cancel(): void {
    this.#measuring?.abort();
    this.#measuring = undefined;
    this.#asking.clear();
    this.#tell();
  }

  dispose(): void {
    this.#disposed = true;
    this.#measuring?.abort();
    this.#owned.dispose();
  }

  #take(name: string, result: Measured): void {
    this.#asking.delete(name);
    this.#measured.set(name, result);
    this.#telling.request();
  }

  #names(around: ContainerWorld): Resolution[] {
    const candidates = candidateNames(around.world, this.#container.id);
    const usual = engineNames(around);
    const names = new Set([
      ...candidates.filter((name) => !usual.has(name)),
      ...this.#typed,
      ...candidates.filter((name) => usual.has(name)),
    ]);
    return [...names].map((name) => withMeasured(around, predicted(around, name), this.#measured.get(name)));
  }

  /** What was measured before a change around the container is no longer true. */
  #follow(changes: ChangeSet): void {
    if (!this.#concerns(changes)) return;
    this.#measured.clear();
    this.#reading.request();
  }

  #concerns({ engine, networks, containers }: ChangeSet): boolean {
    if (engine) return true;
    const ids = new Set([this.#container.id, this.#around?.owner.id]);
    const near = new Set([
      ...(this.#around?.container.networks ?? []),
      ...(this.#around?.owner.networks ?? []),
    ]);
    const touched = ({ added, changed, removed }: ChangeSet['networks']) => [
      ...added,
      ...changed,
      ...removed,
    ];
    return touched(containers).some((id) => ids.has(id)) || touched(networks).some((id) => near.has(id));
  }

  #tell(): void {
    if (this.#disposed) return;
    this.#telling.cancel();
    this.#onState(this.state);
  }
}

/** The names that the engine writes into every hosts file, which nobody looks for first. */
function engineNames({ hosts }: ContainerWorld): Set<string> {
  const entries = 'error' in hosts ? [] : hosts.entries;
  return new Set(entries.filter((one) => one.origin === 'engine').flatMap((one) => one.names));
}
