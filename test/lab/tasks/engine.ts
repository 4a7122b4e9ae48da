import { parseArgs } from 'node:util';
import { makeScenario } from '../scenario.ts';
import { openEngine } from '../taskEngine.ts';
import '../children.ts';

const { values } = parseArgs({
  options: { version: { type: 'string', default: '20.10' }, scenario: { type: 'boolean', default: false } },
});
const { engine } = await openEngine(values.version);
if (values.scenario) await makeScenario(engine);
console.log(`Docker Engine ${values.version} runs until Ctrl-C:\n  export DOCKER_HOST=${engine.endpoint}`);
setInterval(() => {}, 60_000);
