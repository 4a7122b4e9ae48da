import type { Step } from './steps.ts';

const tsc = 'node_modules/@typescript/native/bin/tsc';

/** What is checked before each commit; nothing here needs an engine, VS Code or a browser. */
export const checkSteps: readonly Step[] = [
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'], minutes: 10 },
  { name: 'format', command: ['biome', 'check', '--error-on-warnings', '.'], minutes: 5 },
  { name: 'types', command: ['node', tsc, '-p', '.'], minutes: 5 },
  { name: 'types of the webviews', command: ['node', tsc, '-p', 'src/webview'], minutes: 5 },
  { name: 'dead code', command: ['knip', '--no-config-hints'], minutes: 5 },
  { name: 'unit tests', command: ['node', 'test/lab/tasks/unit.ts'], minutes: 5 },
];
