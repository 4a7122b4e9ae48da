import type { Container, ContainerDetails } from '../../../core/model.ts';
import { ownerOf } from '../../../core/names/sharing.ts';
import type { EnginePort } from '../../../core/port.ts';
import { predictReachability } from '../../../core/reachability/predictReachability.ts';
import { addressesOf } from '../../../core/reachability/way.ts';
import type { Verdict } from '../../../core/report.ts';
import type { Cell } from '../../../protocol/matrix.ts';
import { measureReach, nothingToTryWith, type Tried } from '../../../state/measure/measureReach.ts';
import type { Around } from './around.ts';
import { bestVerdict, explainReach, toReachCell } from './reachCell.ts';
import { keyOf, type MeasureRow, type Question, type Table } from './table.ts';

interface Way {
  verdict: Verdict;
  /** The address that is pinged: only one that the container holds on a network. */
  address?: string;
}

/** Each container by each other one on the network: whether it is reached, by the best of its addresses. */
export class ReachTable implements Table {
  columns: readonly string[] = [];
  readonly #ways = new Map<string, Way>();
  readonly #measured = new Map<string, Tried>();
  #around: Around | undefined;

  get lacksTool(): boolean {
    return [...this.#measured.values()].some((one) => 'error' in one && one.error === nothingToTryWith);
  }

  begin(around: Around): void {
    this.#around = around;
    this.columns = around.containers.map((one) => one.name);
    this.#ways.clear();
  }

  predict(from: Container): void {
    const around = this.#around;
    if (!around) return;
    for (const to of around.containers) {
      if (to.id === from.id) continue;
      const { byAddress } = predictReachability(around, from.id, to.id);
      const held = addressesOf(around, ownerOf(around, to) ?? to).map((one) => one.address);
      const verdict = bestVerdict(byAddress, held, around.network.name);
      const address = held.includes(verdict.target) ? verdict.target : undefined;
      this.#ways.set(keyOf(from, to.name), { verdict, address });
    }
  }

  isPredicted(from: Container): boolean {
    return this.columns.every((to) => to === from.name || this.#ways.has(keyOf(from, to)));
  }

  cell(from: Container, to: string): Cell {
    if (from.name === to) return { text: '–', kind: 'self', measured: false };
    const key = keyOf(from, to);
    return toReachCell(this.#ways.get(key)?.verdict, this.#measured.get(key));
  }

  explanation(from: Container, to: string): string {
    if (from.name === to) return `${to} reaches itself.`;
    const key = keyOf(from, to);
    const way = this.#ways.get(key);
    return way ? explainReach(from.name, to, way.verdict, this.#measured.get(key)) : '';
  }

  questions(from: Container): Question[] {
    if (from.state !== 'running') return [];
    return this.columns.flatMap((column) => {
      const address = this.#ways.get(keyOf(from, column))?.address;
      return address === undefined ? [] : [{ column, address }];
    });
  }

  async measure(
    engine: EnginePort,
    from: ContainerDetails,
    questions: readonly Question[],
    { onResult, ...options }: MeasureRow,
  ): Promise<void> {
    const targets = questions.map(({ address = '' }) => ({ address }));
    await measureReach(engine, from, targets, {
      ...options,
      onResult: (index, tried) => {
        if (options.signal.aborted) return;
        const { column } = questions[index]!;
        this.#measured.set(keyOf(from, column), tried);
        onResult(column);
      },
    });
  }

  forgetMeasured(): void {
    this.#measured.clear();
  }
}
