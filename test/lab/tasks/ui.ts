import { parseArgs } from 'node:util';
import { packExtension } from '../package.ts';
import { runUiTests } from '../uiTests.ts';

const { values } = parseArgs({
  options: { engine: { type: 'string', default: '20.10' }, grep: { type: 'string' } },
});
await packExtension();
const { passed, failed } = await runUiTests({ grep: values.grep });
console.log(`${passed} passing, ${failed} failing`);
process.exit(failed === 0 ? 0 : 1);
