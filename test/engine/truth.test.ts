import assert from 'node:assert/strict';
import type { LabEngine } from '../lab/engine.ts';
import { labEngine } from '../lab/labEngine.ts';
import { add, emptyTally, holdAgainst } from '../truth/holdAgainst.ts';
import { clearWorld, makeWorld } from '../truth/makeWorld.ts';
import { Random } from '../truth/random.ts';

describe('what is predicted of names and ways', function () {
  this.timeout(300_000);
  let engine: LabEngine;
  before(async () => {
    engine = await labEngine();
  });
  afterEach(() => clearWorld(engine));

  it('is what is measured inside the containers, in random worlds', async () => {
    const firstSeed = Number(process.env.TRUTH_SEED ?? 5);
    const tally = emptyTally();
    for (let seed = firstSeed; tally.pairs < 300; seed++) {
      const random = new Random(seed);
      const world = await makeWorld(engine, random);
      const found = await holdAgainst(engine, world, random);
      assert.deepEqual(found.contradictions, [], `seed ${seed}\n${world.steps.join('\n')}`);
      add(tally, found);
      await clearWorld(engine);
    }
  });
});
