import assert from 'node:assert/strict';
import type { Reachability } from '../../src/core/report.ts';
import type { ConnectSpec } from '../../src/core/specs.ts';
import { connectContainer } from '../../src/state/operations/connectContainer.ts';
import { type ReachabilityQuestion, reachability } from '../../src/state/reachability.ts';
import type { Store } from '../../src/state/store.ts';
import type { LabEngine } from '../lab/engine.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { makeScenario } from '../lab/scenario.ts';
import { clearEngine } from '../lab/things.ts';
import { storeOn } from './stateStore.ts';

describe('whether a container reaches another', function () {
  this.timeout(180_000);
  let lab: LabEngine;
  let store: Store;

  before(async () => {
    lab = await labEngine();
    await clearEngine(lab);
    await makeScenario(lab);
    store = storeOn(lab.endpoint).store;
  });

  after(async () => {
    store.dispose();
    await clearEngine(lab);
  });

  const test = (question: ReachabilityQuestion, probeImage?: string) =>
    reachability(store, question, { probeImage });
  const answers = (found: Reachability) =>
    [...found.byAddress, ...found.byName].map((one) => [one.target, one.predicted, one.measured]);
  const of = (found: Reachability, target: string) => {
    const verdict = [...found.byAddress, ...found.byName].find((one) => one.target === target);
    assert.ok(verdict, `${target} among ${JSON.stringify(answers(found))}`);
    return verdict;
  };
  const same = (found: Reachability) => {
    for (const { target, predicted, measured, why } of [...found.byAddress, ...found.byName]) {
      if (predicted !== 'unknown' && measured && measured !== 'unknown')
        assert.equal(measured, predicted, `${target}: ${why}`);
    }
  };

  it('is yes on a common network, by address, by name, and to a port that is listened on', async () => {
    const ping = await test({ from: 'tomcat_net_1', to: 'tomcat_net_2' });
    same(ping);
    assert.equal(of(ping, 'tomcat_net_2').measured, 'yes');
    const port = await test({ from: 'tomcat_net_1', to: 'tomcat_net_2', port: 8080 });
    same(port);
    assert.equal(of(port, 'tomcat_net_2').measured, 'yes');
  });

  it('is no to a port on which nothing listens, and says so', async () => {
    const found = await test({ from: 'tomcat_net_1', to: 'tomcat_net_2', port: 9 });
    same(found);
    const verdict = of(found, 'tomcat_net_2');
    assert.equal(verdict.measured, 'no');
    assert.equal(verdict.why, 'No program of tomcat_net_2 listens on port 9.');
  });

  it('is by address only on the default bridge', async () => {
    const found = await test({ from: 'plain', to: 'linked' });
    same(found);
    assert.equal(found.byAddress[0]?.measured, 'yes');
    assert.equal(of(found, 'linked').measured, 'no');
  });

  it('is no across networks, and the first fix makes it a yes', async () => {
    const found = await test({ from: 'tomcat_net_1', to: 'bbox7' });
    same(found);
    assert.equal(of(found, '172.21.0.7').measured, 'no');
    assert.equal(of(found, 'bbox7').measured, 'no');
    assert.equal(found.fixes[0]?.command, 'dockerNetworks.connectContainer');
    await connectContainer(store, found.fixes[0].argument as ConnectSpec);
    const fixed = await test({ from: 'tomcat_net_1', to: 'bbox7' });
    same(fixed);
    assert.equal(of(fixed, 'bbox7').measured, 'yes');
  });

  it('is told for containers that share, use the host, or do not run', async () => {
    for (const [from, to] of [
      ['sidecar', 'bbox8'],
      ['bbox7', 'sidecar'],
      ['on_host', 'tomcat_net_2'],
      ['on_none', 'plain'],
      ['bbox7', 'old_one'],
      ['both', 'bbox8'],
    ] as const) {
      same(await test({ from, to }));
    }
    const stopped = await test({ from: 'old_one', to: 'bbox7' });
    assert.ok(stopped.byAddress.every((one) => one.predicted === 'no' && one.measured === undefined));
  });

  it('is measured through a probe container from an image with nothing in it, and unknown without', async () => {
    const without = await test({ from: 'bare', to: 'tomcat_net_2' });
    assert.equal(without.byAddress[0]?.measured, 'unknown');
    assert.match(without.byAddress[0].why, /It could not be measured/);
    const probed = await test({ from: 'bare', to: 'tomcat_net_2', port: 8080 }, busyboxImage);
    same(probed);
    assert.equal(of(probed, 'tomcat_net_2').measured, 'yes');
  });

  it('refuses what is no question', async () => {
    await assert.rejects(test({ from: 'plain', to: 'nobody' }), { code: 'not-found' });
    for (const port of [0, 65_536, 1.5, Number.NaN]) {
      await assert.rejects(test({ from: 'plain', to: 'linked', port }), { code: 'invalid' });
    }
  });
});
