import { run } from '../run.ts';

process.exitCode = await run('mocha', ['--spec', 'test/unit/**/*.test.ts', ...process.argv.slice(2)]);
