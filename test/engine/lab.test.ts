import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LabEngine } from '../lab/engine.ts';
import { api, execIn } from '../lab/engineApi.ts';
import { cleanLeftovers, readRecords } from '../lab/engineRecord.ts';
import { labEngine } from '../lab/labEngine.ts';
import { makeScenario } from '../lab/scenario.ts';
import { clearEngine } from '../lab/things.ts';

describe("the lab's engine", function () {
  this.timeout(120_000);
  let engine: LabEngine;
  before(async () => {
    engine = await labEngine();
  });

  it('is of the version that was asked for', async () => {
    const { Version } = await api<{ Version: string }>(engine.socket, 'GET', '/version');
    assert.ok(Version.startsWith(`${engine.version}.`), Version);
  });

  it("has namespaces of its own and leaves the machine's interfaces as they are", async () => {
    for (const kind of ['net', 'mnt', 'pid']) {
      assert.notEqual(readlinkSync(`/proc/${engine.pid}/ns/${kind}`), readlinkSync(`/proc/self/ns/${kind}`));
    }
    const links = () => readdirSync('/sys/class/net').join(' ');
    const before = links();
    const { Id } = await api<{ Id: string }>(engine.socket, 'POST', '/networks/create', {
      Name: 'lab-own-bridge',
      Options: { 'com.docker.network.bridge.name': 'lab-own-bridge' },
      Labels: { 'docker-network-explorer.lab': 'network' },
    });
    assert.match(await engine.exec(['ip', '-o', 'link']), /lab-own-bridge/);
    assert.doesNotMatch(links(), /lab-own-bridge/);
    await api(engine.socket, 'DELETE', `/networks/${Id}`);
    assert.equal(links(), before);
  });

  it('can be down for a while and comes back', async () => {
    await engine.down();
    await assert.rejects(api(engine.socket, 'GET', '/version'));
    await engine.up();
    await api(engine.socket, 'GET', '/version');
  });

  it('is cleared away by the next run where its own was killed half-way', async () => {
    const script = `
      const { startEngine } = await import(${JSON.stringify(new URL('../lab/engine.ts', import.meta.url).href)});
      console.log((await startEngine({ version: ${JSON.stringify(engine.version)} })).socket);
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(other.stdout, 'data')) as [Buffer];
    const socket = line.toString().trim();
    assert.ok(readRecords().some((record) => record.folder === dirname(socket)));
    other.kill('SIGKILL');
    await once(other, 'exit');
    cleanLeftovers();
    assert.ok(!existsSync(dirname(socket)));
    assert.ok(!readRecords().some((record) => record.folder === dirname(socket)));
    await api(engine.socket, 'GET', '/version');
  });

  it('makes the scenario of the tutorials, in which names resolve', async () => {
    await clearEngine(engine);
    const { containers, networks } = await makeScenario(engine);
    const listed = await api<{ Names: string[]; State: string }[]>(
      engine.socket,
      'GET',
      '/containers/json?all=1',
    );
    const states = listed.map(({ Names, State }) => {
      const name = Names.find((one) => /^\/[^/]*$/.test(one));
      return `${name?.slice(1)} ${State}`;
    });
    const special: Record<string, string> = { old_one: 'exited', never_started: 'created' };
    const expected = Object.keys(containers).map((name) => `${name} ${special[name] ?? 'running'}`);
    assert.deepEqual(states.sort(), expected.sort());
    const subnets = await Promise.all(
      Object.values(networks).map(async (id) => {
        const network = await api<{ IPAM: { Config: unknown } }>(engine.socket, 'GET', `/networks/${id}`);
        return network.IPAM.Config;
      }),
    );
    assert.deepEqual(subnets, [
      [{ Subnet: '192.168.0.0/16', Gateway: '192.168.0.1' }],
      [{ Subnet: '172.21.0.0/24', Gateway: '172.21.0.1' }],
    ]);
    const ping = async (from: string, to: string) =>
      (await execIn(engine, from, ['ping', '-c1', '-w5', to])).stdout;
    assert.match(await ping('bbox7', 'eight'), /\(172\.21\.0\.8\).*1 packets received/s);
    assert.match(await ping('both', 'tomcat_net_1'), /1 packets received/);
    assert.match(await ping('linked', 'pl'), /1 packets received/);
    assert.match(await ping('plain', 'linked'), /bad address/);
    const page = await execIn(engine, 'tomcat_net_2', ['wget', '-q', '-O', '-', 'http://tomcat_net_1:8080/']);
    assert.equal(page.stdout, 'It works\n');
    assert.notEqual(
      (await execIn(engine, 'bare', ['sh', '-c', 'true']).catch(() => ({ exitCode: 127 }))).exitCode,
      0,
    );
    await clearEngine(engine);
    assert.deepEqual(await api(engine.socket, 'GET', '/containers/json?all=1'), []);
  });
});
