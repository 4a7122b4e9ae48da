import { useRef } from 'preact/hooks';
import type { FromHostsPage, HostsState, NameRow } from '../../protocol/hosts.ts';

interface Props {
  state: HostsState;
  send: (message: FromHostsPage) => void;
}

/** The names worth asking, with what they mean in the container. */
export function NamesTable({ state, send }: Props) {
  return (
    <section aria-labelledby="names">
      <div class="heading">
        <h2 id="names">Names</h2>
        <AskForName state={state} send={send} />
        <MeasureButtons state={state} send={send} />
      </div>
      <p class="notice" hidden={!state.notMeasured}>
        Nothing is measured: {state.notMeasured}
      </p>
      <Probe state={state} send={send} />
      <p class="progress" role="status" aria-live="polite">
        {progress(state)}
      </p>
      {state.names.length > 0 ? (
        <table aria-labelledby="names">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Predicted</th>
              <th scope="col">Measured</th>
              <th scope="col">Why</th>
              <th scope="col">
                <span class="spoken">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {state.names.map((row) => (
              <Row key={row.name} row={row} state={state} send={send} />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="about">No other container is on its networks. Type a name to ask what it means here.</p>
      )}
    </section>
  );
}

function AskForName({ state, send }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const ask = () => {
    const name = input.current?.value.trim();
    if (!input.current || !name) return;
    send({ type: 'ask', name });
    input.current.value = '';
  };
  // No form: what a webview may do leaves forms out.
  return (
    <div role="search" class="ask">
      <input
        ref={input}
        type="text"
        maxLength={300}
        placeholder="Type a name…"
        aria-label="Name to look up"
        spellcheck={false}
        autocomplete="off"
        disabled={state.notMeasured !== undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') ask();
        }}
      />
      <button type="button" disabled={state.notMeasured !== undefined} onClick={ask}>
        Look Up
      </button>
    </div>
  );
}

function MeasureButtons({ state, send }: Props) {
  const asking = state.names.some((row) => row.asking);
  return asking ? (
    <button type="button" onClick={() => send({ type: 'cancel' })}>
      Cancel
    </button>
  ) : (
    <button
      type="button"
      disabled={state.notMeasured !== undefined || state.names.length === 0}
      onClick={() => send({ type: 'measure' })}
    >
      Measure All
    </button>
  );
}

function Probe({ state, send }: Props) {
  if (!state.probeOffered) return null;
  return (
    <p class="notice">
      {state.title} has nothing to look up names with: no shell with getent, nslookup or the like. A probe
      container that shares its network can ask instead; it is removed at once.{' '}
      <button type="button" onClick={() => send({ type: 'probe' })}>
        Measure With a Probe Container…
      </button>
    </p>
  );
}

function progress({ names }: HostsState): string {
  const asking = names.filter((row) => row.asking).length;
  if (asking > 0) return `Measuring: ${names.length - asking} of ${names.length} done.`;
  const wrong = names.filter((row) => row.agrees === false).length;
  const measured = names.filter((row) => row.measured).length;
  if (measured === 0) return '';
  if (wrong > 0) return `${wrong} of ${measured} measured names are not what Docker's data predicts.`;
  return `${measured} measured.`;
}

function Row({ row, state, send }: Props & { row: NameRow }) {
  return (
    <tr class={row.agrees === false ? 'disagrees' : ''}>
      <th scope="row" class="code">
        {row.name}
      </th>
      <td class="code">{row.predicted}</td>
      <td aria-busy={row.asking}>
        {row.asking ? <span class="faint">measuring…</span> : <Measured row={row} />}
      </td>
      <td>
        {row.agrees === false ? <strong>Not as predicted. </strong> : null}
        {row.why}
      </td>
      <td class="actions">
        <button
          type="button"
          class="quiet"
          disabled={row.asking || state.notMeasured !== undefined}
          aria-label={`Measure ${row.name}`}
          onClick={() => send({ type: 'measure', names: [row.name] })}
        >
          Measure
        </button>
        {row.typed ? (
          <button
            type="button"
            class="quiet"
            aria-label={`Remove ${row.name} from the list`}
            onClick={() => send({ type: 'forget', name: row.name })}
          >
            Remove
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function Measured({ row: { measured, agrees } }: { row: NameRow }) {
  if (!measured) return <span class="faint">–</span>;
  return (
    <>
      <span class={measured.failed ? '' : 'code'}>{measured.text}</span>{' '}
      <span class="faint">{measured.detail}</span>
      {agrees === true ? (
        <span class="agrees" title="as predicted">
          {' ✓'}
          <span class="spoken"> as predicted</span>
        </span>
      ) : null}
      {agrees === false ? <span class="wrong"> ✗</span> : null}
    </>
  );
}
