import { isObject, isText, type Shapes } from './messages.ts';

/** The tables of the matrix: each container by each name, or by each other container. */
export type TableName = 'names' | 'reachability';

/**
 * How a cell stands: as wanted, not as predicted, without an address or not reached, the same because one of both does
 * not run, not known, could not be measured, a container by itself, or being asked.
 */
export type CellKind = 'fine' | 'wrong' | 'nothing' | 'idle' | 'unknown' | 'failed' | 'self' | 'asking';

/** What a name means in a container, or whether another one is reached; measured where that was done. */
export interface Cell {
  text: string;
  kind: CellKind;
  measured: boolean;
}

export interface MatrixRow {
  container: string;
  name: string;
  state: string;
  /** One for each column, in order. */
  cells: Cell[];
}

/** Everything that the Name Matrix page shows. */
export interface MatrixState {
  network: string;
  title: string;
  table: TableName;
  notice?: string;
  /** Names, or names of containers. */
  columns: string[];
  rows: MatrixRow[];
  warnings: string[];
  /** Cells that are measured, of all that are asked; undefined while nothing is measured. */
  progress?: { done: number; total: number };
  /** A container has no tool; probe containers can ask in the place of such. */
  probeOffered: boolean;
  /** The cell that was asked about. */
  explained?: { container: string; column: string; text: string };
}

/** What brings a page back after a reload. */
export interface SavedMatrix {
  id: string;
  name: string;
  table: TableName;
}

/** What a page keeps of its state. */
export function savedMatrix({ network, title, table }: MatrixState): SavedMatrix {
  return { id: network, name: title, table };
}

/** What a page kept; undefined where it is nothing of the kind. */
export function readSavedMatrix(value: unknown): SavedMatrix | undefined {
  const { id, name, table } = (value ?? {}) as Record<string, unknown>;
  return isText(id) && isText(name) && isTableName(table) ? { id, name, table } : undefined;
}

export type ToMatrixPage = { type: 'state'; state: MatrixState };

export type FromMatrixPage =
  | { type: 'ready' }
  | { type: 'show'; table: TableName }
  | { type: 'measure' }
  | { type: 'probe' }
  | { type: 'cancel' }
  | { type: 'explain'; container: string; column: string }
  | { type: 'copy'; as: 'markdown' | 'csv' };

export const toMatrixPage: Shapes<ToMatrixPage> = { state: { state: isObject } };

export const fromMatrixPage: Shapes<FromMatrixPage> = {
  ready: {},
  show: { table: isTableName },
  measure: {},
  probe: {},
  cancel: {},
  explain: { container: isText, column: isText },
  copy: { as: (value) => value === 'markdown' || value === 'csv' },
};

function isTableName(value: unknown): value is TableName {
  return value === 'names' || value === 'reachability';
}
