import { setImmediate } from 'node:timers/promises';
import { messageOf } from '../../../core/errors.ts';
import type { ChangeSet, Container, Network, Snapshot } from '../../../core/model.ts';
import type { Cell, MatrixRow, MatrixState, TableName } from '../../../protocol/matrix.ts';
import { readNameFiles } from '../../../state/nameWorld.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import type { Store } from '../../../state/store.ts';
import { coalesce } from '../../../util/coalesce.ts';
import { type Disposable, DisposableStore } from '../../../util/disposable.ts';
import { inParallel } from '../../../util/inParallel.ts';
import { oneAtATime } from '../../../util/oneAtATime.ts';
import { type Around, isIdle, readAround, runs, warningsOf } from './around.ts';
import { NamesTable } from './namesTable.ts';
import { ReachTable } from './reachTable.ts';
import { keyOf, type Table } from './table.ts';

/** What the matrix of one network knows and does, in both of its tables; tells every new state. */
export class MatrixSession implements Disposable {
  readonly #store: Store;
  readonly #network: Pick<Network, 'id' | 'name'>;
  readonly #onState: (state: MatrixState) => void;
  readonly #owned = new DisposableStore();
  readonly #tables: Record<TableName, Table> = { names: new NamesTable(), reachability: new ReachTable() };
  readonly #asking = new Set<string>();
  readonly #telling = coalesce(() => this.#onState(this.state), { quiet: 60, atMost: 200 });
  readonly #reading = coalesce(() => void this.read(), { quiet: 200, atMost: 1000 });
  #shown: TableName;
  #around: Around | undefined;
  #warnings: string[] = [];
  /** Columns of those who do not run. */
  #idle = new Set<string>();
  /** Containers whose files were read. */
  #read = new Set<string>();
  #measuring: AbortController | undefined;
  #total = 0;
  #notice: string | undefined;
  #explained: { container: string; column: string } | undefined;

  constructor(
    store: Store,
    network: Pick<Network, 'id' | 'name'>,
    shown: TableName,
    onState: (state: MatrixState) => void,
  ) {
    this.#store = store;
    this.#network = network;
    this.#shown = shown;
    this.#onState = onState;
    this.#owned.add(this.#telling);
    this.#owned.add(this.#reading);
    this.#owned.add(store.onDidChange((changes) => this.#follow(changes)));
  }

  get state(): MatrixState {
    return {
      network: this.#network.id,
      title: this.#network.name,
      table: this.#shown,
      notice: this.#notice,
      columns: [...this.#table.columns],
      rows: (this.#around?.containers ?? []).map((one) => this.#row(one)),
      warnings: this.#warnings,
      progress: this.#measuring && { done: this.#total - this.#asking.size, total: this.#total },
      probeOffered: this.#table.lacksTool,
      explained: this.#explained && { ...this.#explained, text: this.#explanation(this.#explained) },
    };
  }

  get #table(): Table {
    return this.#tables[this.#shown];
  }

  #row(container: Container): MatrixRow {
    const { id, name, state } = container;
    const cells = this.#table.columns.map((column): Cell => {
      if (this.#asking.has(keyOf(container, column))) return { text: '…', kind: 'asking', measured: false };
      const cell = this.#table.cell(container, column);
      const idle = cell.kind === 'nothing' && (!runs(container) || this.#idle.has(column));
      return idle ? { ...cell, kind: 'idle' } : cell;
    });
    return { container: id, name, state, cells };
  }

  /** Reads the network anew, and predicts every cell of the table in sight. */
  readonly read: () => Promise<void> = oneAtATime(async () => {
    try {
      const snapshot = await connectedSnapshot(this.#store);
      const network = snapshot.networks.find((one) => one.id === this.#network.id);
      this.#notice = network ? undefined : `${this.#network.name} was removed.`;
      if (network) await this.#fill(snapshot, network);
    } catch (error) {
      this.#notice = messageOf(error);
    }
    this.#telling.request();
  });

  async #fill(snapshot: Snapshot, network: Network): Promise<void> {
    const around = await readAround(this.#store, snapshot, network);
    this.#around = around;
    this.#warnings = warningsOf(around);
    this.#read = new Set();
    for (const table of Object.values(this.#tables)) table.begin(around);
    const columns = Object.values(this.#tables).flatMap((table) => table.columns);
    this.#idle = new Set(columns.filter((column) => isIdle(around, column)));
    this.#telling.request();
    await inParallel(around.containers, 8, async (container) => {
      const files = await readNameFiles(this.#store, snapshot, container, around.details);
      if (files && !('error' in files.hosts)) around.hosts.set(container.id, files.hosts);
      if (files && !('error' in files.resolv)) around.resolv.set(container.id, files.resolv);
      this.#read.add(container.id);
      this.#table.predict(container);
      this.#telling.request();
    });
  }

  /** Shows the other table; what was being measured is ended. */
  async show(shown: TableName): Promise<void> {
    if (shown === this.#shown) return;
    this.cancel();
    this.#shown = shown;
    this.#explained = undefined;
    const around = this.#around;
    for (const container of around?.containers ?? []) {
      if (this.#around !== around || this.#shown !== shown) return;
      if (!this.#read.has(container.id) || this.#table.isPredicted(container)) continue;
      this.#table.predict(container);
      this.#telling.request();
      // A row takes its time, and others want to be heard in between.
      await setImmediate();
    }
  }

  /** Measures every cell of the table in sight: one exec for each container. Ends what was being measured. */
  async measure(probeImage?: string): Promise<void> {
    const around = this.#around;
    if (!around) return;
    this.cancel();
    const table = this.#table;
    const measuring = new AbortController();
    const { signal } = measuring;
    this.#measuring = measuring;
    const rows = around.containers.map((container) => {
      if (!table.isPredicted(container)) table.predict(container);
      return { container, questions: table.questions(container) };
    });
    for (const { container, questions } of rows) {
      for (const { column } of questions) this.#asking.add(keyOf(container, column));
    }
    this.#total = this.#asking.size;
    this.#telling.request();
    try {
      const engine = await this.#store.engine();
      await inParallel(rows, 4, async ({ container, questions }) => {
        const details = around.details.get(container.id);
        if (!details || questions.length === 0 || signal.aborted) return;
        const onResult = (column: string) => {
          this.#asking.delete(keyOf(container, column));
          this.#telling.request();
        };
        await table.measure(engine, details, questions, { probeImage, signal, onResult });
      });
    } finally {
      if (this.#measuring === measuring) this.cancel();
    }
  }

  cancel(): void {
    this.#measuring?.abort();
    this.#measuring = undefined;
    this.#asking.clear();
    this.#telling.request();
  }

  explain(container: string, column: string): void {
    this.#explained = { container, column };
    this.#telling.request();
  }

  dispose(): void {
    this.#measuring?.abort();
    this.#owned.dispose();
  }

  #explanation({ container, column }: { container: string; column: string }): string {
    const asker = this.#around?.containers.find((one) => one.id === container);
    return asker ? this.#table.explanation(asker, column) : '';
  }

  #follow({ engine, networks, containers }: ChangeSet): void {
    const near = new Set(this.#around?.containers.map((one) => one.id));
    const touched = (of: ChangeSet['networks']) => [...of.added, ...of.changed, ...of.removed];
    const concerns =
      engine ||
      touched(networks).includes(this.#network.id) ||
      touched(containers).some((id) => near.has(id));
    if (!concerns) return;
    for (const table of Object.values(this.#tables)) table.forgetMeasured();
    this.#reading.request();
  }
}
