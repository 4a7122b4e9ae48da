import { parseArgs } from 'node:util';
import { engineVersions } from '../engineSystem.ts';
import { runMocha } from '../runMocha.ts';
import { openEngine } from '../taskEngine.ts';

// Long runs of predictions against measurements; each file of test/truth reads the numbers from the environment.
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'both' },
    pairs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const versions = values.engine === 'both' ? engineVersions : [values.engine];
let failed = false;
for (const version of versions) {
  const { engine, close } = await openEngine(version);
  console.log(`Engine ${version}, ${values.pairs} pairs, --seed ${values.seed}`);
  const code = await runMocha('test/truth/**/*.test.ts', ['--timeout', '0'], {
    ...process.env,
    LAB_ENGINE: version,
    LAB_SOCKET: engine.socket,
    LAB_PAIRS: values.pairs,
    LAB_SEED: values.seed,
  });
  failed ||= code !== 0;
  await close();
}
process.exit(failed ? 1 : 0);
