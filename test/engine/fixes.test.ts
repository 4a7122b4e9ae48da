import assert from 'node:assert/strict';
import type { Reachability, Verdict } from '../../src/core/report.ts';
import { type ReachabilityQuestion, reachability } from '../../src/state/reachability.ts';
import type { Store } from '../../src/state/store.ts';
import { inParallel } from '../../src/util/inParallel.ts';
import type { LabEngine } from '../lab/engine.ts';
import { labEngine } from '../lab/labEngine.ts';
import { clearEngine } from '../lab/things.ts';
import { applyFix } from './applyFix.ts';
import { type ReachCase, reachCases } from './reachCases.ts';
import { storeOn } from './stateStore.ts';

interface Outcome {
  found: Reachability;
  /** What is no. */
  noes: Verdict[];
  /** The same after the first fix; undefined where there is none. */
  fixed?: Verdict[];
}

const version = process.env.LAB_ENGINE ?? '20.10';
const cases = reachCases.filter(({ engine }) => !engine || engine === version);

describe('why a container does not reach another, and what the first fix makes of it', function () {
  this.timeout(300_000);
  let lab: LabEngine;
  let store: Store | undefined;
  const outcomes = new Map<ReachCase, Outcome | Error>();

  before(async () => {
    lab = await labEngine();
    await clearEngine(lab);
    await inParallel(cases, 4, ({ world }) => world(lab));
    const { store: made } = storeOn(lab.endpoint);
    store = made;
    // Most of the time goes into waiting for answers that do not come.
    await inParallel(cases, 6, async (one) => {
      outcomes.set(one, await outcomeOf(made, one).catch((error: Error) => error));
    });
  });

  after(async () => {
    store?.dispose();
    await clearEngine(lab);
  });

  async function outcomeOf(store: Store, { from, to, port, by }: ReachCase): Promise<Outcome> {
    const question: ReachabilityQuestion = { from, to, ...(port === undefined ? {} : { port }) };
    const verdicts = ({ byAddress, byName }: Reachability) => [
      ...(by === 'name' ? [] : byAddress),
      ...(by === 'address' ? [] : byName.filter((one) => one.target === to)),
    ];
    const found = await reachability(store, question);
    const noes = verdicts(found);
    const [fix] = found.fixes;
    if (!fix) return { found, noes };
    if (fix.command === 'dockerNetworks.testReachability') {
      const { byName } = await reachability(store, fix.argument as ReachabilityQuestion);
      return { found, noes, fixed: byName };
    }
    await applyFix(store, fix);
    return { found, noes, fixed: verdicts(await reachability(store, question)) };
  }

  for (const one of cases) {
    it(one.kind, () => {
      const outcome = outcomes.get(one);
      if (!outcome || outcome instanceof Error) throw outcome ?? new Error('It was not tried.');
      const { found, noes, fixed } = outcome;
      const told = JSON.stringify(outcome, undefined, 1);
      assert.ok(noes.length > 0, told);
      for (const { predicted, measured, why } of noes) {
        assert.equal(predicted, 'no', told);
        assert.equal(measured, one.measured === 'not' ? undefined : 'no', told);
        assert.match(why, one.why, told);
      }
      assert.equal(found.fixes[0]?.title, one.fix?.replace('ID', found.to.slice(0, 12)), told);
      if (!fixed) return;
      // On a network that both were on before, an address may stay without an answer.
      const yes = fixed.filter(({ measured }) => measured === 'yes');
      assert.equal(yes.length > 0 && yes.every(({ predicted }) => predicted !== 'no'), true, told);
      if (one.by === 'both')
        assert.ok(
          yes.some(({ target }) => target === one.to),
          told,
        );
    });
  }
});
