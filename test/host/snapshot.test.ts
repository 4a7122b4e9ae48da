import { api as ask } from '../lab/engineApi.ts';
import { engine, makeContainer, makeNetwork, removeAll } from './engine.ts';
import { api, until } from './scripting.ts';

interface ListedContainer {
  Id: string;
  Names: string[];
  State: string;
  NetworkSettings: { Networks: Record<string, { NetworkID: string; IPAddress: string }> };
}

const post = (path: string, body?: unknown) => ask(engine().socket, 'POST', path, body);

/** Who is on which network in which state, as the engine lists it: `network: container state address`. */
async function truth(): Promise<string[]> {
  const { socket } = engine();
  const networks = await ask<{ Id: string; Name: string }[]>(socket, 'GET', '/networks');
  const containers = await ask<ListedContainer[]>(socket, 'GET', '/containers/json?all=1');
  return networks
    .flatMap(({ Id, Name }) => [
      Name,
      ...containers.flatMap((container) =>
        Object.entries(container.NetworkSettings.Networks)
          .filter(([name, endpoint]) => (endpoint.NetworkID ? endpoint.NetworkID === Id : name === Name))
          .map(([, { IPAddress }]) => {
            const name = container.Names.find((one) => one.lastIndexOf('/') === 0)?.slice(1);
            return `${Name}: ${name} ${container.State} ${IPAddress}`.trim();
          }),
      ),
    ])
    .sort();
}

async function shown(): Promise<string[]> {
  const { networks } = await (await api()).snapshot();
  return networks
    .flatMap(({ name, endpoints }) => [
      name,
      ...endpoints.map((one) => `${name}: ${one.name} ${one.state} ${one.ipv4 ?? ''}`.trim()),
    ])
    .sort();
}

describe('the snapshot', () => {
  before(() => removeAll('snap-'));
  after(() => removeAll('snap-'));

  it('equals what the engine lists after each of many changes made outside', async () => {
    const net = await makeNetwork('snap-net', '10.81.0.0/24');
    const other = await makeNetwork('snap-other', '10.82.0.0/24');
    const { socket } = engine();
    const steps: [string, () => Promise<unknown>][] = [
      ['a container runs', () => makeContainer('snap-a', { network: 'snap-net' })],
      ['a second one is only made', () => makeContainer('snap-b', { network: 'snap-net', start: false })],
      ['a third one is on the default bridge', () => makeContainer('snap-c')],
      ['one more shares its network', () => makeContainer('snap-d', { network: 'container:snap-a' })],
      ['one has the host’s network', () => makeContainer('snap-e', { network: 'host' })],
      ['one has none', () => makeContainer('snap-f', { network: 'none' })],
      ['a running one is connected', () => post(`/networks/${other}/connect`, { Container: 'snap-a' })],
      ['one that never ran is connected', () => post(`/networks/${other}/connect`, { Container: 'snap-b' })],
      ['one is paused', () => post('/containers/snap-c/pause')],
      ['one goes on', () => post('/containers/snap-c/unpause')],
      ['one is renamed', () => post('/containers/snap-c/rename?name=snap-cc')],
      ['one is stopped', () => post('/containers/snap-a/kill')],
      ['the one that never ran is started', () => post('/containers/snap-b/start')],
      ['one is disconnected', () => post(`/networks/${net}/disconnect`, { Container: 'snap-b' })],
      ['one is removed', () => ask(socket, 'DELETE', '/containers/snap-b?force=1')],
      ['a network is removed under a stopped one', () => ask(socket, 'DELETE', `/networks/${other}`)],
    ];
    for (const [what, act] of steps) {
      await act();
      // A killed container still counts as running for a moment.
      await until(`the snapshot is true after: ${what}`, async () => {
        const [expected, actual] = [await truth(), await shown()];
        return JSON.stringify(expected) === JSON.stringify(actual);
      });
    }
  });

  it('tells its listeners what changes outside, and who', async () => {
    const { onDidChange, snapshot } = await api();
    const added = new Set<string>();
    const changed = new Set<string>();
    const removed = new Set<string>();
    await snapshot();
    const listening = onDidChange(({ networks, containers }) => {
      for (const part of [networks, containers]) {
        for (const id of part.added) added.add(id);
        for (const id of part.changed) changed.add(id);
        for (const id of part.removed) removed.add(id);
      }
    });
    try {
      const network = await makeNetwork('snap-live', '10.83.0.0/24');
      await until('the network is told of', () => added.has(network));
      const container = await makeContainer('snap-x');
      await until('the container is told of', () => added.has(container));
      await post(`/networks/${network}/connect`, { Container: container });
      await until('the connect is told of', () => changed.has(network) && changed.has(container));
      await ask(engine().socket, 'DELETE', `/containers/${container}?force=1`);
      await until('the container’s end is told of', () => removed.has(container));
      await ask(engine().socket, 'DELETE', `/networks/${network}`);
      await until('the network’s end is told of', () => removed.has(network));
    } finally {
      listening.dispose();
    }
  });
});
