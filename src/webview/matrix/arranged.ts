import type { Cell, MatrixRow, MatrixState } from '../../protocol/matrix.ts';

export interface Sorting {
  /** Rows by the container's name, by its number of problems, or by what stands in a column. */
  by: 'name' | 'problems' | { column: string };
  down: boolean;
}

export interface View {
  columns: string[];
  rows: MatrixRow[];
}

/** Whether somebody would want to look at a cell. */
export function isProblem({ kind }: Cell): boolean {
  return kind === 'wrong' || kind === 'nothing' || kind === 'failed';
}

/** The matrix as it is looked at: sorted, and with only the rows and columns that have a problem where that is wanted. */
export function arranged({ columns, rows }: MatrixState, onlyProblems: boolean, sorting: Sorting): View {
  const sorted = [...rows].sort((a, b) => compare(a, b, columns, sorting) * (sorting.down ? -1 : 1));
  if (!onlyProblems) return { columns, rows: sorted };
  const kept = columns.flatMap((_, at) => (rows.some((row) => isProblem(row.cells[at]!)) ? [at] : []));
  return {
    columns: kept.map((at) => columns[at]!),
    rows: sorted
      .filter((row) => row.cells.some(isProblem))
      .map((row) => ({ ...row, cells: kept.map((at) => row.cells[at]!) })),
  };
}

function compare(a: MatrixRow, b: MatrixRow, columns: readonly string[], { by }: Sorting): number {
  if (by === 'problems') return problems(b) - problems(a) || a.name.localeCompare(b.name);
  if (by === 'name') return a.name.localeCompare(b.name);
  const at = columns.indexOf(by.column);
  const order = (a.cells[at]?.text ?? '').localeCompare(b.cells[at]?.text ?? '', undefined, {
    numeric: true,
  });
  return order || a.name.localeCompare(b.name);
}

function problems(row: MatrixRow): number {
  return row.cells.filter(isProblem).length;
}
