import type { Answer } from '../../core/report.ts';
import type { FromReachabilityPage, ReachabilityState, VerdictRow } from '../../protocol/reachability.ts';

interface Props {
  state: ReachabilityState;
  send: (message: FromReachabilityPage) => void;
}

/** Whether one container reaches another, why, and what would help. */
export function ReachabilityPage({ state, send }: Props) {
  return (
    <main>
      <header>
        <h1>{state.title}</h1>
        <p class="summary">{state.by}</p>
        <button type="button" class="quiet" disabled={state.busy} onClick={() => send({ type: 'again' })}>
          Test Again
        </button>
      </header>
      <p class="notice" role="status">
        {state.busy ? 'Testing…' : state.answer}
      </p>
      <p class="failure" hidden={!state.failure}>
        {state.failure}
      </p>
      {state.probeOffered ? (
        <p class="notice">
          The container has nothing to try it with. A probe container that shares its network can try instead;
          it is removed at once.{' '}
          <button type="button" disabled={state.busy} onClick={() => send({ type: 'probe' })}>
            Test With a Probe Container…
          </button>
        </p>
      ) : null}
      <Fixes state={state} send={send} />
      <Verdicts title="By address" head="Address" rows={state.byAddress} />
      <Verdicts title="By name" head="Name" rows={state.byName} />
    </main>
  );
}

function Fixes({ state: { fixes, busy }, send }: Props) {
  if (fixes.length === 0) return null;
  return (
    <section aria-labelledby="fixes">
      <h2 id="fixes">What would help</h2>
      <p class="fixes">
        {fixes.map((title, index) => (
          <button key={title} type="button" disabled={busy} onClick={() => send({ type: 'fix', index })}>
            {title}
          </button>
        ))}
      </p>
    </section>
  );
}

function Verdicts({ title, head, rows }: { title: string; head: string; rows: VerdictRow[] }) {
  if (rows.length === 0) return null;
  const id = title.replace(' ', '-').toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">Network</th>
            <th scope="col">Predicted</th>
            <th scope="col">Measured</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.target} class={disagrees(row) ? 'disagrees' : ''}>
              <th scope="row" class="code">
                {row.target}
              </th>
              <td>{row.network || '–'}</td>
              <td>
                <AnswerText answer={row.predicted} />
              </td>
              <td>
                <AnswerText answer={row.measured} />
              </td>
              <td>
                {disagrees(row) ? <strong>Not as predicted. </strong> : null}
                {row.why}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function disagrees({ predicted, measured }: VerdictRow): boolean {
  return predicted !== 'unknown' && !!measured && measured !== 'unknown' && measured !== predicted;
}

function AnswerText({ answer }: { answer?: Answer }) {
  if (!answer) return <span class="faint">–</span>;
  const sign = { yes: '✓', no: '✗', unknown: '?' }[answer];
  return (
    <span class={`answer ${answer}`}>
      <span aria-hidden="true">{sign} </span>
      {answer}
    </span>
  );
}
