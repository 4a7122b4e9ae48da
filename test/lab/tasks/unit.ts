import { runMocha } from '../runMocha.ts';

process.exit(await runMocha('test/unit/**/*.test.ts', process.argv.slice(2)));
