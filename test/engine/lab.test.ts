import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LabEngine } from '../lab/engine.ts';
import { api } from '../lab/engineApi.ts';
import { cleanLeftovers, readRecords } from '../lab/engineRecord.ts';
import { labEngine } from '../lab/labEngine.ts';

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
});
