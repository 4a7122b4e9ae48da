import assert from 'node:assert/strict';
import type { LabEngine } from '../lab/engine.ts';
import { labEngine } from '../lab/labEngine.ts';
import { holdAgainst } from '../truth/holdAgainst.ts';
import { clearWorld, makeWorld } from '../truth/makeWorld.ts';
import { Random } from '../truth/random.ts';

describe('what is predicted of names', function () {
  this.timeout(300_000);
  let engine: LabEngine;
  before(async () => {
    engine = await labEngine();
  });
  afterEach(() => clearWorld(engine));

  it('is what is measured inside the containers, in a random world', async () => {
    const seed = Number(process.env.TRUTH_SEED ?? 5);
    const random = new Random(seed);
    const world = await makeWorld(engine, random);
    const { pairs, contradictions } = await holdAgainst(engine, world, random);
    assert.deepEqual(contradictions, [], `seed ${seed}\n${world.steps.join('\n')}`);
    assert.ok(pairs >= 300, `only ${pairs} names were measured`);
  });
});
