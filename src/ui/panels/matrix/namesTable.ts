import { disagreement } from '../../../core/measure/disagreement.ts';
import type { Container, ContainerDetails, Network } from '../../../core/model.ts';
import { endpointOn } from '../../../core/names/endpointNames.ts';
import { predictName } from '../../../core/names/predictName.ts';
import { ownerOf } from '../../../core/names/sharing.ts';
import type { EnginePort } from '../../../core/port.ts';
import type { Resolution } from '../../../core/report.ts';
import type { Cell } from '../../../protocol/matrix.ts';
import { type Measured, measureNames } from '../../../state/measure/measureNames.ts';
import { wantsProbe } from '../../../state/measure/wantsProbe.ts';
import { withMeasured } from '../../../state/report.ts';
import type { Around } from './around.ts';
import { keyOf, type MeasureRow, type Question, type Table } from './table.ts';
import { toCell } from './toCell.ts';

/** Each container by each name on the network: what the name means there. */
export class NamesTable implements Table {
  columns: readonly string[] = [];
  readonly #predicted = new Map<string, Resolution>();
  readonly #measured = new Map<string, Measured>();
  #around: Around | undefined;

  get lacksTool(): boolean {
    return wantsProbe(this.#measured.values());
  }

  begin(around: Around): void {
    this.#around = around;
    this.columns = namesOn(around.network, around.details);
    this.#predicted.clear();
  }

  predict(container: Container): void {
    if (!this.#around) return;
    for (const name of this.columns) {
      const predicted = predictName(this.#around, container.id, name);
      this.#predicted.set(keyOf(container, name), { name, predicted });
    }
  }

  isPredicted(container: Container): boolean {
    return this.columns.every((name) => this.#predicted.has(keyOf(container, name)));
  }

  cell(container: Container, name: string): Cell {
    return toCell(this.#resolution(container, name));
  }

  explanation(container: Container, name: string): string {
    const resolution = this.#resolution(container, name);
    if (!resolution) return '';
    const { predicted, measured, agrees } = resolution;
    const loud = agrees === false && measured && !('error' in measured);
    const more =
      measured && 'error' in measured ? measured.error : loud ? disagreement(predicted, measured) : '';
    return [`${name} in ${container.name}:`, predicted.why, more].filter(Boolean).join(' ');
  }

  questions({ state }: Container): Question[] {
    return state === 'running' ? this.columns.map((column) => ({ column })) : [];
  }

  async measure(
    engine: EnginePort,
    container: ContainerDetails,
    questions: readonly Question[],
    { onResult, ...options }: MeasureRow,
  ): Promise<void> {
    const names = questions.map((one) => one.column);
    await measureNames(engine, container, names, {
      ...options,
      onResult: (name, result) => {
        if (options.signal.aborted) return;
        this.#measured.set(keyOf(container, name), result);
        onResult(name);
      },
    });
  }

  forgetMeasured(): void {
    this.#measured.clear();
  }

  #resolution(container: Container, name: string): Resolution | undefined {
    const resolution = this.#predicted.get(keyOf(container, name));
    const world = this.#around;
    if (!resolution || !world) return undefined;
    const owner = ownerOf(world, container) ?? container;
    return withMeasured({ world, owner }, resolution, this.#measured.get(keyOf(container, name)));
  }
}

/** The names of all who are on the network, with the aliases that they have there. */
function namesOn(network: Network, details: ReadonlyMap<string, ContainerDetails>): string[] {
  const names = network.endpoints.flatMap((endpoint) => {
    const of = details.get(endpoint.container);
    const aliases = (of && endpointOn(of, network)?.aliases) ?? endpoint.aliases ?? [];
    return [endpoint.name, ...aliases.filter((alias) => !endpoint.container.startsWith(alias))];
  });
  return [...new Set(names)].filter((name) => name !== '').sort((a, b) => a.localeCompare(b));
}
