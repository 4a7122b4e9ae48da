import type { Container, ContainerDetails } from '../../../core/model.ts';
import type { EnginePort } from '../../../core/port.ts';
import type { Cell } from '../../../protocol/matrix.ts';
import type { Around } from './around.ts';

export interface MeasureRow {
  probeImage?: string;
  signal: AbortSignal;
  /** Called for each column as its result arrives. */
  onResult: (column: string) => void;
}

/** A cell that can be measured; `address` is what is reached for, where that is asked. */
export interface Question {
  column: string;
  address?: string;
}

/** What the matrix of a network can show: each of its containers by the columns of this table. */
export interface Table {
  readonly columns: readonly string[];
  /** A container has nothing to measure with. */
  readonly lacksTool: boolean;
  /** Takes a network as it is now; what was predicted for it before is forgotten, what was measured stays. */
  begin(around: Around): void;
  /** Predicts a row, once the files of its container are known. */
  predict(container: Container): void;
  isPredicted(container: Container): boolean;
  cell(container: Container, column: string): Cell;
  /** What a cell says and why; empty where nothing is known yet. */
  explanation(container: Container, column: string): string;
  /** What can be measured in a container whose row is predicted. */
  questions(container: Container): Question[];
  /** Measures these cells of a row by one exec. Rejects with `cancelled` when the signal aborts. */
  measure(
    engine: EnginePort,
    container: ContainerDetails,
    questions: readonly Question[],
    options: MeasureRow,
  ): Promise<void>;
  forgetMeasured(): void;
}

/** The key of a cell. */
export function keyOf(container: Pick<Container, 'id'>, column: string): string {
  return `${container.id} ${column}`;
}
