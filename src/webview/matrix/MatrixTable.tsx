import type { Sorting, View } from './arranged.ts';
import { Row } from './Row.tsx';

interface Props {
  view: View;
  label: string;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  onExplain: (container: string, column: string) => void;
}

/** The matrix as a grid: arrow keys walk its cells, Enter or a click explains one. */
export function MatrixTable({ view: { columns, rows }, label, sorting, onSort, onExplain }: Props) {
  if (rows.length === 0) return <p class="about">There is nothing to show.</p>;
  return (
    <div class="scroll">
      <table role="grid" aria-label={label} onKeyDown={walk}>
        <thead>
          <tr>
            <Head label="Container" by="name" sorting={sorting} onSort={onSort} />
            {columns.map((column) => (
              <Head key={column} label={column} by={{ column }} sorting={sorting} onSort={onSort} />
            ))}
            <Head label="Problems" by="problems" sorting={sorting} onSort={onSort} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={row.container} row={row} columns={columns} first={at === 0} onExplain={onExplain} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  label: string;
  by: Sorting['by'];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

function Head({ label, by, sorting, onSort }: HeadProps) {
  const own = JSON.stringify(sorting.by) === JSON.stringify(by);
  const direction = own ? (sorting.down ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" role="columnheader" aria-sort={direction}>
      <button type="button" class="quiet code" onClick={() => onSort({ by, down: own && !sorting.down })}>
        {label}
        <span aria-hidden="true">{own ? (sorting.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function walk(event: KeyboardEvent): void {
  const step = steps[event.key];
  const cell = event.target instanceof HTMLTableCellElement ? event.target : undefined;
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  const body = row.parentElement as HTMLTableSectionElement;
  const next = body.rows[row.sectionRowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  if (next?.tabIndex === undefined || next.dataset.cell === undefined) return;
  event.preventDefault();
  next.focus();
}
