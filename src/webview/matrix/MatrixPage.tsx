import { useState } from 'preact/hooks';
import type { FromMatrixPage, MatrixState, TableName } from '../../protocol/matrix.ts';
import { arranged, isProblem, type Sorting } from './arranged.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { TableSwitch } from './TableSwitch.tsx';

interface Props {
  state: MatrixState;
  send: (message: FromMatrixPage) => void;
}

const words: Record<TableName, { title: string; about: string; label: string }> = {
  names: {
    title: 'Names',
    about:
      "Each cell is what the name of its column means in the container of its row: predicted from Docker's data, and in bold once it was measured inside.",
    label: 'Names by containers',
  },
  reachability: {
    title: 'Reachability',
    about:
      "Each cell is whether the container of its row reaches that of its column: predicted from Docker's data, and in bold once a ping was sent from inside.",
    label: 'Containers by containers',
  },
};

/** Every container of a network by every name, what each means there; or by every other container, whether it is reached. */
export function MatrixPage({ state, send }: Props) {
  const [onlyProblems, setOnlyProblems] = useState(false);
  const [sorting, setSorting] = useState<Sorting>({ by: 'name', down: false });
  const { title, about, label } = words[state.table];
  const view = arranged(state, onlyProblems, sorting);
  return (
    <main class="wide">
      <header>
        <h1>
          {title} on {state.title}
        </h1>
        <TableSwitch shown={state.table} onShow={(table) => send({ type: 'show', table })} />
        <Measure state={state} send={send} />
        <label>
          <input
            type="checkbox"
            checked={onlyProblems}
            onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
          />{' '}
          Only problems
        </label>
        <button type="button" class="quiet" onClick={() => send({ type: 'copy', as: 'markdown' })}>
          Copy as Markdown
        </button>
        <button type="button" class="quiet" onClick={() => send({ type: 'copy', as: 'csv' })}>
          Copy as CSV
        </button>
      </header>
      <p class="about">{about}</p>
      <p class="notice" role="status" hidden={!state.notice}>
        {state.notice}
      </p>
      <ul class="warnings" aria-label="Warnings" hidden={state.warnings.length === 0}>
        {state.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      {state.probeOffered && !state.progress ? (
        <p class="notice">
          Some containers have nothing to measure with. Probe containers that share their networks can measure
          instead; they are removed at once.{' '}
          <button type="button" onClick={() => send({ type: 'probe' })}>
            Measure With Probe Containers…
          </button>
        </p>
      ) : null}
      <p class="progress" role="status" aria-live="polite">
        {summary(state)}
      </p>
      <MatrixTable
        view={view}
        label={label}
        sorting={sorting}
        onSort={setSorting}
        onExplain={(container, column) => send({ type: 'explain', container, column })}
      />
      <p class="explained" role="status" aria-live="polite">
        {state.explained?.text ?? 'Choose a cell to read why.'}
      </p>
    </main>
  );
}

function Measure({ state, send }: Props) {
  return state.progress ? (
    <button type="button" onClick={() => send({ type: 'cancel' })}>
      Cancel
    </button>
  ) : (
    <button type="button" disabled={state.rows.length === 0} onClick={() => send({ type: 'measure' })}>
      Measure All
    </button>
  );
}

function summary({ progress, rows }: MatrixState): string {
  if (progress) return `Measuring: ${progress.done} of ${progress.total} done.`;
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.kind !== 'self');
  const measured = cells.filter((cell) => cell.measured).length;
  const wrong = cells.filter((cell) => cell.kind === 'wrong').length;
  const problems = cells.filter(isProblem).length;
  return [
    `${cells.length} cells, ${measured} measured.`,
    wrong > 0 ? `${wrong} are not as predicted.` : '',
    problems > 0 ? `${problems} have a problem.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
