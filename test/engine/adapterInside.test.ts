import assert from 'node:assert/strict';
import { EngineError, ExpectedError } from '../../src/core/errors.ts';
import type { EnginePort } from '../../src/core/port.ts';
import { bareImage } from '../lab/images.ts';
import { until } from '../lab/until.ts';
import { aBox, adapterWorld, isRefusal, type World } from './adapterWorld.ts';

describe('files and programs of containers, through the adapter', function () {
  this.timeout(120_000);
  let world: World;
  let engine: EnginePort;
  before(async () => {
    world = await adapterWorld();
    engine = world.engine;
  });
  after(() => world?.close());

  it('reads the same hosts file as the container, running or stopped, and none of what never ran', async () => {
    const id = await world.run({ name: 'adapter-files', networkMode: world.network });
    for (const path of ['/etc/hosts', '/etc/resolv.conf']) {
      const inside = await engine.exec(id, ['cat', path], { timeout: 30_000, maxBytes: 65_536 });
      const file = await engine.readFile(id, path, 65_536);
      assert.equal(file.text, inside.stdout);
      assert.deepEqual(
        [file.size, file.truncated, file.binary],
        [Buffer.byteLength(file.text), false, false],
      );
    }
    const made = await engine.createContainer(aBox({ name: 'adapter-made', networkMode: world.network }));
    assert.equal((await engine.readFile(made, '/etc/hosts', 1000)).text, '');
    const ended = await world.run({ name: 'adapter-ended', networkMode: world.network, command: ['true'] });
    await engine.waitContainer(ended);
    await until(async () => (await engine.inspectContainer(ended)).state === 'exited');
    assert.match((await engine.readFile(ended, '/etc/hosts', 1000)).text, /^127\.0\.0\.1\tlocalhost\n/);
  });

  it('reads files in part, behind links, and says what is none', async () => {
    const id = await world.run({ name: 'adapter-parts' });
    const script = [
      '/bin/busybox ln -s /tmp/b /tmp/a; /bin/busybox ln -s c /tmp/b; /bin/busybox ln -s /bin/busybox /tmp/e',
      "head -c 3000000 /dev/zero | /bin/busybox tr '\\0' y > /tmp/c; head -c 5 /dev/zero > /tmp/d",
    ].join(';');
    await engine.exec(id, ['sh', '-c', script], { timeout: 60_000, maxBytes: 1000 });
    const part = await engine.readFile(id, '/tmp/a', 10);
    assert.deepEqual(part, { text: 'yyyyyyyyyy', size: 3_000_000, truncated: true, binary: false });
    assert.equal((await engine.readFile(id, '/tmp/d', 10)).binary, true);
    assert.equal((await engine.readFile(id, '/tmp/e', 10)).text.slice(1, 4), 'ELF');
    await assert.rejects(engine.readFile(id, '/tmp', 10), /no file/);
    await assert.rejects(engine.readFile(id, '/nothing', 10), isRefusal(404));
    await assert.rejects(engine.readFile('adapter-nobody', '/etc/hosts', 10), isRefusal(404));
  });

  it('runs programs with their arguments as they are, and tells outputs and exit code apart', async () => {
    const id = await world.run({ name: 'adapter-programs' });
    const pieces: string[] = [];
    const result = await engine.exec(id, ['sh', '-c', 'echo "$0"; echo oops >&2; exit 7', '$HOME; "ü'], {
      timeout: 30_000,
      maxBytes: 1000,
      onStdout: (text) => pieces.push(text),
    });
    assert.deepEqual(result, {
      exitCode: 7,
      stdout: '$HOME; "ü\n',
      stderr: 'oops\n',
      timedOut: false,
      flooded: false,
    });
    assert.equal(pieces.join(''), result.stdout);
    const missing = await engine.exec(id, ['no-such-program'], { timeout: 30_000, maxBytes: 1000 }).then(
      (done) => done.exitCode,
      (error: unknown) => error,
    );
    assert.ok(missing === 126 || missing === 127 || missing instanceof EngineError, String(missing));
  });

  it('reads the files of an image without a shell', async () => {
    const bare = await world.run({ name: 'adapter-bare', image: bareImage, command: undefined });
    const sharer = await world.run({ name: 'adapter-peer', networkMode: `container:${bare}` });
    const inside = await engine.exec(sharer, ['cat', '/etc/hosts'], { timeout: 30_000, maxBytes: 65_536 });
    assert.notEqual(inside.stdout, '');
    assert.equal((await engine.readFile(bare, '/etc/hosts', 65_536)).text, inside.stdout);
  });

  it('waits for no program that hangs, floods or was given up', async () => {
    const id = await world.run({ name: 'adapter-hanging' });
    const hung = await engine.exec(id, ['sh', '-c', 'echo begun; sleep 1000'], {
      timeout: 2000,
      maxBytes: 100,
    });
    assert.deepEqual([hung.stdout, hung.timedOut, hung.exitCode], ['begun\n', true, undefined]);
    const flood = await engine.exec(id, ['cat', '/dev/zero'], { timeout: 60_000, maxBytes: 100 });
    assert.deepEqual([flood.stdout.length, flood.flooded, flood.timedOut], [100, true, false]);
    const abort = new AbortController();
    const given = engine.exec(id, ['sh', '-c', 'echo begun; sleep 1000'], {
      timeout: 100_000,
      maxBytes: 100,
      signal: abort.signal,
      onStdout: () => abort.abort(),
    });
    await assert.rejects(given, (error) => error instanceof ExpectedError && error.code === 'cancelled');
    await engine.removeContainer(id);
  });
});
