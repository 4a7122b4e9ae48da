import type { ContainerDetails, Snapshot } from '../../core/model.ts';
import type { Problem } from '../../core/problems/findProblems.ts';
import type { Store } from '../../state/store.ts';
import { type Coalesced, coalesce } from '../../util/coalesce.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import { Emitter } from '../../util/emitter.ts';

/** More containers that share networks are not inspected. */
const inspectLimit = 50;

/** Looks for problems after each change. Only containers that share a network are inspected: their restarts tell. */
export class ProblemWatch implements Disposable {
  readonly #store: Store;
  readonly #owned = new DisposableStore();
  readonly #found = this.#owned.add(new Emitter<readonly Problem[]>());
  readonly #look: Coalesced;
  readonly onDidFind = this.#found.event;

  constructor(store: Store) {
    this.#store = store;
    this.#look = this.#owned.add(coalesce(() => void this.#find(), { quiet: 100, atMost: 500 }));
    this.#owned.add(store.onDidChange(() => this.#look.request()));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #find(): Promise<void> {
    const { findProblems } = await import('../../core/problems/findProblems.ts');
    const { snapshot } = this.#store;
    const details = await this.#inspect(sharersAndOwners(snapshot).slice(0, inspectLimit));
    // What was inspected belongs to that snapshot; a later one asks again.
    if (snapshot !== this.#store.snapshot) return this.#look.request();
    this.#found.fire(findProblems(snapshot, details));
  }

  async #inspect(ids: readonly string[]): Promise<Map<string, ContainerDetails>> {
    const found = await Promise.all(ids.map((id) => this.#store.details(id).catch(() => undefined)));
    return new Map(found.filter((one) => one !== undefined).map((one) => [one.id, one]));
  }
}

function sharersAndOwners({ containers }: Snapshot): string[] {
  const known = new Set(containers.map(({ id }) => id));
  const sharing = containers.filter(({ mode }) => mode === 'container');
  const ids = sharing.flatMap(({ id, sharesWith }) => [id, sharesWith]);
  return [...new Set(ids)].filter((id) => id !== undefined && known.has(id)) as string[];
}
