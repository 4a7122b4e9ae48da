import { parseArgs } from 'node:util';
import { startCountingProxy } from '../countingProxy.ts';
import { runHostTests } from '../hostTests.ts';
import { run } from '../run.ts';
import { tellTally } from '../tally.ts';
import { openEngine } from '../taskEngine.ts';
import type { VsCodeVersion } from '../vscode.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', default: '20.10' }, grep: { type: 'string' } },
});
const versions: readonly VsCodeVersion[] = ['1.110', '1.139'];
const version = versions.find((one) => one === (positionals[0] ?? '1.139'));
if (version === undefined)
  throw new Error(`There is no VS Code ${positionals[0]} here: ${versions.join(', ')}.`);
if ((await run('node', ['esbuild.config.mjs'])) !== 0) process.exit(1);

const { engine, close } = await openEngine(values.engine);
const proxy = await startCountingProxy(engine.socket);
const results = await runHostTests({
  version,
  env: { DOCKER_HOST: proxy.endpoint, LAB_ENGINE_SOCKET: engine.socket, LAB_PASSAGES: proxy.log },
  grep: values.grep,
});
proxy.stop();
await close();
for (const { title, passed, error } of results) {
  console.log(passed ? `  ok ${title}` : `  FAILED ${title}\n${error}`);
}
const failures = results.filter(({ passed }) => !passed).map(({ title, error = '' }) => ({ title, error }));
const passed = results.length - failures.length;
tellTally({ passed, failures });
console.log(`${passed} passing, ${failures.length} failing`);
process.exit(failures.length === 0 ? 0 : 1);
