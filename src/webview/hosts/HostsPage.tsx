import type { FromHostsPage, HostsState } from '../../protocol/hosts.ts';
import { FileTable } from './FileTable.tsx';
import { NamesTable } from './NamesTable.tsx';

interface Props {
  state: HostsState;
  send: (message: FromHostsPage) => void;
}

/** The whole page of one container. */
export function HostsPage({ state, send }: Props) {
  return (
    <main>
      <header>
        <h1>{state.title}</h1>
        <p class="summary">{state.summary}</p>
        <button type="button" class="quiet" onClick={() => send({ type: 'reload' })}>
          Read Again
        </button>
      </header>
      <p class="notice" role="status" hidden={!state.notice}>
        {state.notice}
      </p>
      <p class="about">
        {state.about}{' '}
        <a href={state.page} hidden={!state.page}>
          Docker's page on it
        </a>
      </p>
      <Places state={state} />
      <FileTable
        title="/etc/hosts"
        section={state.hosts}
        noteTitle="Comes from"
        columns
        onCopy={() => send({ type: 'copy', what: 'hosts' })}
      />
      <LinkVariables state={state} />
      <FileTable
        title="/etc/resolv.conf"
        section={state.resolv}
        noteTitle="Means"
        onCopy={() => send({ type: 'copy', what: 'resolv' })}
      />
      <NamesTable state={state} send={send} />
    </main>
  );
}

function Places({ state: { places } }: { state: HostsState }) {
  if (places.length === 0) return null;
  const linked = places.some(({ links }) => links.length > 0);
  return (
    <section aria-labelledby="places">
      <h2 id="places">Networks</h2>
      <table aria-labelledby="places">
        <thead>
          <tr>
            <th scope="col">Network</th>
            <th scope="col">Subnets</th>
            <th scope="col">Address</th>
            <th scope="col">Gateway</th>
            <th scope="col">Aliases</th>
            {linked && <th scope="col">Links</th>}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.network}>
              <th scope="row">{place.network}</th>
              <td class="code">{place.subnets.join('; ') || '–'}</td>
              <td class="code">{place.address || '–'}</td>
              <td>
                <span class="code">{place.gateway || '–'}</span>
                {place.route ? ` (${place.route})` : ''}
              </td>
              <td class="code">{place.aliases.join(', ') || '–'}</td>
              {linked && <td class="code">{place.links.join(', ') || '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LinkVariables({ state: { linkVariables } }: { state: HostsState }) {
  if (linkVariables.length === 0) return null;
  return (
    <section aria-labelledby="variables">
      <h2 id="variables">Variables of links</h2>
      <p class="about">Docker sets these when the container starts; they do not follow a changed address.</p>
      <table aria-labelledby="variables">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {linkVariables.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row" class="code">
                {name}
              </th>
              <td class="code">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
