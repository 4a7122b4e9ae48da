import assert from 'node:assert/strict';
import type { ContainerDetails } from '../../src/core/model.ts';
import type { ContainerSpec, EnginePort } from '../../src/core/port.ts';
import { probeLabel } from '../../src/core/probeLabel.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { type Measured, measureNames, noTool } from '../../src/state/measure/measureNames.ts';
import { cleanProbes } from '../../src/state/measure/probe.ts';
import type { LabEngine } from '../lab/engine.ts';
import { execIn } from '../lab/engineApi.ts';
import { bareImage, busyboxImage, labLabel } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';

describe('measuring names inside containers', function () {
  this.timeout(180_000);
  const network = 'measure_net';
  let lab: LabEngine;
  let engine: EnginePort;
  const made: string[] = [];
  let networkId = '';

  before(async () => {
    lab = await labEngine();
    engine = await connectEngine({ endpoint: lab.endpoint, name: 'lab', source: 'lab', tried: [] });
    const subnets = [{ subnet: '10.61.0.0/24' }];
    networkId = await engine.createNetwork({ name: network, subnets, labels: { [labLabel]: 'measure' } });
    await run({ name: 'measure_web', endpoint: { ipv4: '10.61.0.21', aliases: ['measure-www', 'Shared'] } });
    await run({ name: 'measure_db', endpoint: { ipv4: '10.61.0.22', aliases: ['shared'] } });
  });

  after(async () => {
    for (const id of made) await engine.removeContainer(id);
    await engine.removeNetwork(networkId);
    engine.close();
  });

  async function run(spec: Partial<ContainerSpec>): Promise<ContainerDetails> {
    const id = await engine.createContainer({
      image: busyboxImage,
      networkMode: network,
      labels: { [labLabel]: 'measure' },
      ...spec,
    });
    made.push(id);
    await engine.startContainer(id);
    return engine.inspectContainer(id);
  }

  /** Puts a script of our own in the place of a program of the container. */
  async function replace(container: ContainerDetails, program: string, script: string): Promise<void> {
    const write = `rm -f ${program}; printf '%s\\n' "$1" > ${program}; chmod +x ${program}`;
    await execIn(lab, container.id, ['/bin/busybox', 'sh', '-c', write, 'sh', script]);
  }

  const probes = async () => (await engine.listContainers()).filter((one) => probeLabel in one.labels);
  const addressesOf = (result: Measured | undefined) =>
    result && 'addresses' in result ? result.addresses : result;

  it('gives what a program in the container gets: names, aliases, its own hosts file and nothing', async () => {
    const asker = await run({ name: 'measure_asker' });
    await execIn(lab, asker.id, ['sh', '-c', 'echo "10.9.9.9 written.by.hand" >> /etc/hosts']);
    const names = [
      ...['measure_web', 'measure-www', 'SHARED', 'measure_web.measure_net', asker.hostname],
      ...['localhost', 'Written.By.Hand', 'no-such-name', '10.61.0.21'],
    ];
    const seen: string[] = [];
    const results = await measureNames(engine, asker, names, { onResult: (name) => seen.push(name) });
    const own = asker.endpoints[0]!.ipv4!;
    assert.deepEqual(addressesOf(results.get('measure_web')), ['10.61.0.21']);
    assert.deepEqual(addressesOf(results.get('measure-www')), ['10.61.0.21']);
    assert.deepEqual(addressesOf(results.get('SHARED')), ['10.61.0.21', '10.61.0.22']);
    assert.deepEqual(addressesOf(results.get('measure_web.measure_net')), ['10.61.0.21']);
    assert.deepEqual(addressesOf(results.get(asker.hostname)), [own]);
    assert.deepEqual(addressesOf(results.get('localhost')), ['127.0.0.1', '::1']);
    assert.deepEqual(addressesOf(results.get('Written.By.Hand')), ['10.9.9.9']);
    assert.deepEqual(addressesOf(results.get('no-such-name')), []);
    assert.deepEqual(addressesOf(results.get('10.61.0.21')), ['10.61.0.21']);
    assert.deepEqual(seen.sort(), [...names].sort());
  });

  it('puts names with odd characters to the container as they are, and runs nothing of them', async () => {
    const asker = await run({ name: 'measure_odd' });
    const odd = ['$(touch /tmp/ran)', '`touch /tmp/ran`', '; touch /tmp/ran', "a'b", '*', 'x"y', '-h', 'a b'];
    const results = await measureNames(engine, asker, [...odd, 'measure_web']);
    assert.deepEqual(addressesOf(results.get('measure_web')), ['10.61.0.21']);
    for (const name of odd) assert.ok(results.has(name), name);
    assert.ok('error' in results.get('-h')!);
    const { stdout } = await execIn(lab, asker.id, ['ls', '/tmp']);
    assert.equal(stdout.trim(), '');
  });

  it('asks many names in one exec', async () => {
    const asker = await run({ name: 'measure_many' });
    const names = Array.from(
      { length: 120 },
      (_, at) => (at % 2 ? 'measure_web' : 'shared') + '.'.repeat(at % 2),
    );
    let execs = 0;
    const counting = new Proxy(engine, {
      get(target, key) {
        if (key === 'exec') execs++;
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await measureNames(counting, asker, [...names, ...names.map((name, at) => `n${at}${name}`)]);
    assert.equal(execs, 1);
  });

  it('says why a container that does not run is not measured', async () => {
    const id = await engine.createContainer({
      image: busyboxImage,
      name: 'measure_made',
      networkMode: network,
    });
    made.push(id);
    const results = await measureNames(engine, await engine.inspectContainer(id), ['measure_web']);
    assert.match((results.get('measure_web') as { error: string }).error, /^measure_made was never started/);
  });

  it('asks through a probe container where the image has nothing, and leaves none behind', async () => {
    const bare = await run({ name: 'measure_bare', image: bareImage });
    const without = await measureNames(engine, bare, ['measure_web']);
    assert.deepEqual(without.get('measure_web'), { error: noTool });
    const results = await measureNames(engine, bare, ['measure_web', bare.hostname], {
      probeImage: busyboxImage,
    });
    assert.deepEqual(addressesOf(results.get('measure_web')), ['10.61.0.21']);
    assert.deepEqual(addressesOf(results.get(bare.hostname)), [bare.endpoints[0]!.ipv4]);
    assert.deepEqual(await probes(), []);
  });

  it('tells what is wrong with a probe image, and leaves none behind then either', async () => {
    const bare = await run({ name: 'measure_bare2', image: bareImage });
    const missing = await measureNames(engine, bare, ['measure_web'], { probeImage: 'lab:nowhere' });
    assert.match(
      (missing.get('measure_web') as { error: string }).error,
      /lab:nowhere is not on this engine/,
    );
    const bareProbe = await measureNames(engine, bare, ['measure_web'], { probeImage: bareImage });
    assert.match(
      (bareProbe.get('measure_web') as { error: string }).error,
      /cannot serve as a probe|has no sh/,
    );
    assert.deepEqual(await probes(), []);
  });

  it('removes the probe when it is cancelled half-way', async () => {
    const bare = await run({ name: 'measure_bare3', image: bareImage });
    const abort = new AbortController();
    const aborting = new Proxy(engine, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key === 'startContainer') {
          return async (id: string) => {
            await target.startContainer(id);
            abort.abort();
          };
        }
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await assert.rejects(
      measureNames(aborting, bare, ['measure_web'], { probeImage: busyboxImage, signal: abort.signal }),
      { code: 'cancelled' },
    );
    assert.deepEqual(await probes(), []);
  });

  it('clears away probes of a process that is gone, and leaves those of one that lives', async () => {
    const { hostname } = await import('node:os');
    const gone = await run({ name: 'measure_gone', labels: { [probeLabel]: `${hostname()}/4194304/other` } });
    const lives = await run({ name: 'measure_lives', labels: { [probeLabel]: `${hostname()}/1/other` } });
    await cleanProbes(engine, await engine.listContainers());
    const left = (await probes()).map((one) => one.id);
    assert.ok(!left.includes(gone.id));
    assert.ok(left.includes(lives.id));
    await engine.removeContainer(lives.id);
  });

  it('says so where a tool floods', async () => {
    const flooding = await run({ name: 'measure_flood' });
    await replace(flooding, '/bin/getent', '#!/bin/busybox sh\nexec /bin/busybox yes flood');
    const results = await measureNames(engine, flooding, ['measure_web'], {
      timeoutPerName: 1000,
    });
    assert.match((results.get('measure_web') as { error: string }).error, /cannot be understood|No answer/);
  });

  it('gives up in time where a tool hangs', async () => {
    const hanging = await run({ name: 'measure_hang' });
    await replace(hanging, '/bin/getent', '#!/bin/busybox sh\nexec /bin/busybox sleep 1000');
    const results = await measureNames(engine, hanging, ['measure_web', 'shared'], { timeoutPerName: 1000 });
    for (const name of ['measure_web', 'shared']) {
      assert.match((results.get(name) as { error: string }).error, /No answer/);
    }
  });

  it('starts nothing more in a container whose shell never answers', async () => {
    const busy = await run({ name: 'measure_busy' });
    await replace(busy, '/bin/hang', '#!/bin/busybox sh\nexec /bin/busybox sleep 1000');
    await replace(busy, '/bin/sh', '#!/bin/hang');
    const results = await measureNames(engine, busy, ['measure_web', 'shared'], { timeoutPerName: 1000 });
    for (const name of ['measure_web', 'shared']) {
      assert.match((results.get(name) as { error: string }).error, /measure_busy is too busy to answer/);
    }
  });
});
