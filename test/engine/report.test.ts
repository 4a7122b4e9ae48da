import assert from 'node:assert/strict';
import type { ContainerReport } from '../../src/core/report.ts';
import { report, resolve } from '../../src/state/report.ts';
import type { Store } from '../../src/state/store.ts';
import { HostsSession } from '../../src/ui/panels/hosts/hostsSession.ts';
import { MatrixSession } from '../../src/ui/panels/matrix/matrixSession.ts';
import type { LabEngine } from '../lab/engine.ts';
import { api, execIn, rawApi } from '../lab/engineApi.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { makeScenario, type Scenario } from '../lab/scenario.ts';
import { clearEngine } from '../lab/things.ts';
import { storeOn } from './stateStore.ts';

type Name = keyof Scenario['containers'];

const withShell: Name[] = [
  ...(['plain', 'linked', 'tomcat_net_1', 'tomcat_net_2', 'bbox7', 'bbox8'] as const),
  ...(['both', 'on_host', 'on_none', 'sidecar'] as const),
];

describe('the report of a container', function () {
  this.timeout(180_000);
  let lab: LabEngine;
  let store: Store;
  let scenario: Scenario;

  before(async () => {
    lab = await labEngine();
    await clearEngine(lab);
    scenario = await makeScenario(lab);
    store = storeOn(lab.endpoint).store;
  });

  after(async () => {
    store.dispose();
    await clearEngine(lab);
  });

  const textsOf = ({ hosts, resolv }: ContainerReport) => {
    assert.ok('text' in hosts && 'text' in resolv, JSON.stringify({ hosts, resolv }));
    return [hosts.text, resolv.text];
  };

  it('has the files of each, byte for byte as cat prints them inside', async () => {
    for (const name of withShell) {
      const inside = [];
      for (const path of ['/etc/hosts', '/etc/resolv.conf']) {
        inside.push((await execIn(lab, scenario.containers[name], ['cat', path])).stdout);
      }
      assert.deepEqual(textsOf(await report(store, name)), inside, name);
    }
  });

  it('has the files that the engine holds where nothing can be run', async () => {
    for (const name of ['bare', 'old_one', 'never_started'] as const) {
      const texts = textsOf(await report(store, name));
      for (const [at, path] of ['/etc/hosts', '/etc/resolv.conf'].entries()) {
        const url = `/containers/${scenario.containers[name]}/archive?path=${path}`;
        const archive = (await rawApi(lab.socket, 'GET', url)).toString();
        assert.ok(archive.includes(texts[at]!), `${path} of ${name}`);
      }
    }
  });

  it('tells where the lines come from', async () => {
    const { hosts } = await report(store, 'linked');
    assert.ok('entries' in hosts);
    const origins: Record<string, string> = Object.fromEntries(
      hosts.entries.map((entry) => [entry.names[0]!, entry.origin]),
    );
    assert.equal(origins.localhost, 'engine');
    assert.equal(origins.pl, 'link');
    assert.equal(origins[scenario.containers.linked.slice(0, 12)], 'self');
    const shared = await report(store, 'sidecar');
    assert.ok('text' in shared.hosts);
    assert.equal(shared.hosts.sharedWith, scenario.containers.bbox7);
  });

  it('predicts and measures the same, which is what nslookup says inside', async () => {
    for (const name of ['tomcat_net_1', 'bbox7', 'both', 'sidecar'] as const) {
      const { names } = await report(store, name, { measure: true });
      assert.ok(names.length > 0, name);
      for (const { name: asked, predicted, measured, agrees } of names) {
        assert.ok(measured && 'addresses' in measured, `${asked} in ${name}: ${JSON.stringify(measured)}`);
        assert.notEqual(agrees, false, `${asked} in ${name}: ${JSON.stringify({ predicted, measured })}`);
        if (measured.tool === '/etc/hosts') continue;
        const { stdout } = await execIn(lab, scenario.containers[name], ['nslookup', asked]);
        const answer = stdout.slice(stdout.indexOf('Name:')).matchAll(/^Address:\s*(\S+)/gm);
        const said = stdout.includes('Name:') ? [...answer].map(([, address]) => address) : [];
        assert.deepEqual(measured.addresses, said.sort(), `${asked} in ${name}`);
      }
    }
  });

  it('resolves one name, with the network of the answer', async () => {
    const found = await resolve(store, { container: 'tomcat_net_1', name: 'tomcat_net_2' });
    assert.equal(found.agrees, true, JSON.stringify(found));
    assert.ok(found.measured && 'addresses' in found.measured);
    assert.equal(found.measured.network, 'mynet');
    const none = await resolve(store, { container: 'tomcat_net_1', name: 'bbox7' });
    assert.ok(none.measured && 'addresses' in none.measured, JSON.stringify(none));
    assert.deepEqual(none.measured.addresses, []);
    const bare = await resolve(
      store,
      { container: 'bare', name: 'tomcat_net_2' },
      { probeImage: busyboxImage },
    );
    assert.equal(bare.agrees, true, JSON.stringify(bare));
    const stopped = await resolve(store, { container: 'old_one', name: 'bbox7' });
    assert.ok(stopped.measured && 'error' in stopped.measured);
    await assert.rejects(resolve(store, { container: 'nobody', name: 'x' }), { code: 'not-found' });
  });

  it('fills the Name Matrix of a network, each cell measured as predicted', async () => {
    const network = { id: scenario.networks.mynet, name: 'mynet' };
    const session = new MatrixSession(store, network, 'names', () => {});
    try {
      await session.read();
      await session.measure(busyboxImage);
      const { columns, rows, progress } = session.state;
      assert.equal(progress, undefined);
      assert.ok(columns.includes('tomcat_net_1') && rows.length >= 5);
      for (const { name, state, cells } of rows) {
        for (const [at, cell] of cells.entries()) {
          const where = `${columns[at]} in ${name}: ${JSON.stringify(cell)}`;
          assert.equal(cell.measured, state === 'running', where);
          const runs = (one: string) => rows.some((row) => row.name === one && row.state === 'running');
          assert.equal(cell.kind, runs(name) && runs(columns[at]!) ? 'fine' : 'idle', where);
        }
      }
      const both = rows.find((row) => row.name === 'both');
      assert.equal(both?.cells[columns.indexOf('tomcat_net_1')]?.text, '192.168.0.2');
    } finally {
      session.dispose();
    }
  });

  it('fills the table of reachability by one exec for each container, each cell measured as predicted', async () => {
    const network = { id: scenario.networks.mynet, name: 'mynet' };
    const session = new MatrixSession(store, network, 'names', () => {});
    try {
      await session.read();
      await session.show('reachability');
      const predicted = session.state;
      assert.ok(predicted.rows.every(({ cells }) => cells.every(({ text }) => text !== '')));
      await session.measure(busyboxImage);
      const { columns, rows, progress } = session.state;
      assert.equal(progress, undefined);
      assert.deepEqual(
        columns,
        rows.map(({ name }) => name),
      );
      const up = new Set(rows.filter(({ state }) => state === 'running').map(({ name }) => name));
      assert.ok(up.size >= 3);
      for (const [at, { name, cells }] of rows.entries()) {
        for (const [to, cell] of cells.entries()) {
          const where = `${name} to ${columns[to]}: ${JSON.stringify(cell)}`;
          const both = up.has(name) && up.has(columns[to]!);
          const wanted = at === to ? 'self' : both ? 'fine' : 'idle';
          assert.equal(cell.kind, wanted, where);
          assert.equal(cell.measured, both && at !== to, where);
        }
      }
    } finally {
      session.dispose();
    }
  });

  it('stands on a page that follows its container', async () => {
    const container = { id: scenario.containers.tomcat_net_2, name: 'tomcat_net_2' };
    let changed = () => {};
    const session = new HostsSession(store, container, () => changed());
    const watch = store.watch();
    const until = (condition: () => boolean) =>
      new Promise<void>((resolve) => {
        changed = () => {
          if (condition()) resolve();
        };
        changed();
      });
    try {
      await session.read();
      assert.deepEqual(
        session.state.places.map((place) => place.network),
        ['mynet'],
      );
      await session.measure();
      const row = () => session.state.names.find((one) => one.name === 'tomcat_net_1');
      assert.equal(row()?.agrees, true);
      const { socket } = lab;
      await api(socket, 'POST', '/networks/my_net2/connect', { Container: container.id });
      await until(() => session.state.places.length === 2);
      assert.equal(row()?.measured, undefined);
      await api(socket, 'DELETE', `/containers/${container.id}?force=1`);
      await until(() => session.state.notice === 'tomcat_net_2 was removed. This is what was known of it.');
    } finally {
      watch.dispose();
      session.dispose();
    }
  });
});
