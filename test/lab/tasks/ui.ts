import { parseArgs } from 'node:util';
import { packExtension } from '../package.ts';
import { makeScenario } from '../scenario.ts';
import { openEngine } from '../taskEngine.ts';
import { runUiTests } from '../uiTests.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: '20.10' },
    grep: { type: 'string' },
    bail: { type: 'boolean' },
  },
});
await packExtension();
const { engine, close } = await openEngine(values.engine);
await makeScenario(engine);
// The tests look at the engine there; VS Code finds it as every program does.
process.env.LAB_SOCKET = engine.socket;
process.env.DOCKER_HOST = engine.endpoint;
const { passed, failed } = await runUiTests({ grep: values.grep, bail: values.bail });
await close();
console.log(`${passed} passing, ${failed} failing`);
process.exit(failed === 0 ? 0 : 1);
