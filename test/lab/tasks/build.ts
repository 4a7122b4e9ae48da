import { run } from '../run.ts';

process.exitCode = await run('node', ['esbuild.config.mjs', ...process.argv.slice(2)]);
