import { Component } from 'preact';
import type { Cell, MatrixRow } from '../../protocol/matrix.ts';
import { isProblem } from './arranged.ts';

interface Props {
  row: MatrixRow;
  columns: readonly string[];
  /** Its first cell is where the Tab key enters the grid. */
  first: boolean;
  onExplain: (container: string, column: string) => void;
}

/** One container; drawn anew only where one of its cells is another. */
export class Row extends Component<Props> {
  override shouldComponentUpdate({ row, columns, first }: Props): boolean {
    const { props } = this;
    return (
      first !== props.first ||
      row.name !== props.row.name ||
      row.state !== props.row.state ||
      !sameTexts(columns, props.columns) ||
      row.cells.some((cell, at) => !same(cell, props.row.cells[at]))
    );
  }

  render({ row, columns, first, onExplain }: Props) {
    return (
      <tr>
        <th scope="row" class="code">
          {row.name}
          {row.state === 'running' ? '' : <span class="faint"> {row.state}</span>}
        </th>
        {row.cells.map((cell, at) => {
          const explain = () => onExplain(row.container, columns[at]!);
          return (
            <td
              key={columns[at]}
              role="gridcell"
              data-cell
              tabIndex={first && at === 0 ? 0 : -1}
              class={`code ${cell.kind} ${cell.measured ? 'measured' : ''}`}
              onClick={explain}
              onKeyDown={(event) => {
                if (event.key === 'Enter') explain();
              }}
            >
              {sign(cell)}
              {cell.text}
            </td>
          );
        })}
        <td class="number">{row.cells.filter(isProblem).length}</td>
      </tr>
    );
  }
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

function same(a: Cell, b: Cell | undefined): boolean {
  return !!b && a.text === b.text && a.kind === b.kind && a.measured === b.measured;
}

function sign({ kind }: Cell): string {
  return kind === 'wrong' ? '✗ ' : '';
}
