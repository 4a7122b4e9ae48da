import { isObject, isText, type Shapes } from './messages.ts';

/** How a cell stands: as wanted, not as predicted, without an address, not known, could not be measured, or being asked. */
export type CellKind = 'fine' | 'wrong' | 'nothing' | 'unknown' | 'failed' | 'asking';

/** What a name means in a container: its addresses as one text, measured where that was done. */
export interface Cell {
  text: string;
  kind: CellKind;
  measured: boolean;
}

export interface MatrixRow {
  container: string;
  name: string;
  state: string;
  /** One for each name, in order. */
  cells: Cell[];
}

/** Everything that the Name Matrix page shows. */
export interface MatrixState {
  network: string;
  title: string;
  notice?: string;
  names: string[];
  rows: MatrixRow[];
  warnings: string[];
  /** Cells that are measured, of all that are asked; undefined while nothing is measured. */
  progress?: { done: number; total: number };
  /** A container has no tool; probe containers can ask in the place of such. */
  probeOffered: boolean;
  /** The cell that was asked about. */
  explained?: { container: string; name: string; text: string };
}

export type ToMatrixPage = { type: 'state'; state: MatrixState };

export type FromMatrixPage =
  | { type: 'ready' }
  | { type: 'measure' }
  | { type: 'probe' }
  | { type: 'cancel' }
  | { type: 'explain'; container: string; name: string }
  | { type: 'copy'; as: 'markdown' | 'csv' };

export const toMatrixPage: Shapes<ToMatrixPage> = { state: { state: isObject } };

export const fromMatrixPage: Shapes<FromMatrixPage> = {
  ready: {},
  measure: {},
  probe: {},
  cancel: {},
  explain: { container: isText, name: isText },
  copy: { as: (value) => value === 'markdown' || value === 'csv' },
};
