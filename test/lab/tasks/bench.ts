import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { run } from '../run.ts';
import { openEngine } from '../taskEngine.ts';

// Each file of test/bench measures one thing on the lab's engine and prints ratios, which hold on any machine.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', default: '20.10' } },
});
const { engine, close } = await openEngine(values.engine);
const env = { ...process.env, LAB_ENGINE: values.engine, LAB_SOCKET: engine.socket };
const files = globSync('test/bench/*.bench.ts').filter((file) =>
  positionals.every((part) => file.includes(part)),
);
let failed = files.length === 0;
for (const file of files.sort()) {
  console.log(`\n${file}`);
  failed = (await run('node', [file], env)) !== 0 || failed;
}
await close();
process.exit(failed ? 1 : 0);
