import { parseArgs } from 'node:util';
import { add, emptyTally, holdAgainst, type Tally } from '../../truth/holdAgainst.ts';
import { clearWorld, makeWorld } from '../../truth/makeWorld.ts';
import { Random } from '../../truth/random.ts';
import type { LabEngine } from '../engine.ts';
import { engineVersions } from '../engineSystem.ts';
import { openEngine } from '../taskEngine.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'both' },
    /** Of the first world; each further world has the next. */
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    /** Names in containers to hold, on each engine. */
    pairs: { type: 'string', default: '5500' },
    /** Prints what was done in a world with a contradiction. */
    steps: { type: 'boolean', default: false },
  },
});

const total = emptyTally();
for (const version of values.engine === 'both' ? engineVersions : [values.engine]) {
  const { engine, close } = await openEngine(version);
  const tally = await holdMany(engine, Number(values.seed), Number(values.pairs));
  await close();
  report(`engine ${version}`, tally);
  add(total, tally);
}
report('all', total);
process.exit(total.contradictions.length === 0 && total.unknown < 0.02 * total.pairs ? 0 : 1);

async function holdMany(engine: LabEngine, firstSeed: number, wanted: number): Promise<Tally> {
  const tally = emptyTally();
  for (let seed = firstSeed; tally.pairs < wanted; seed++) {
    const random = new Random(seed);
    const world = await makeWorld(engine, random);
    const found = await holdAgainst(engine, world, random);
    await clearWorld(engine);
    report(`engine ${engine.version}, seed ${seed}`, found);
    for (const contradiction of found.contradictions) console.log(`  CONTRADICTION ${contradiction}`);
    for (const [why, names] of byReason(found.unmeasured))
      console.log(`  ${names.length} not measured: ${why}`);
    if (values.steps && found.contradictions.length > 0)
      console.log(world.steps.map((one) => `    ${one}`).join('\n'));
    add(tally, found);
  }
  return tally;
}

function byReason(unmeasured: string[]): Map<string, string[]> {
  return Map.groupBy(unmeasured, (one) => one.slice(one.indexOf(': ') + 2));
}

function report(what: string, { pairs, ways, unknown, unmeasured, contradictions }: Tally): void {
  const share = pairs === 0 ? '0' : ((100 * unknown) / pairs).toFixed(2);
  console.log(
    `${what}: ${pairs} pairs and ${ways} ways, ${contradictions.length} contradictions, ${unknown} unknown (${share} %), ${unmeasured.length} not measured`,
  );
}
