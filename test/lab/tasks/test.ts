import { checkSteps } from '../checkSteps.ts';
import { runSteps, type Step, summarize } from '../steps.ts';

const task = (name: string, minutes: number, ...args: string[]): Step => ({
  name,
  command: ['node', `test/lab/tasks/${args[0]}.ts`, ...args.slice(1)],
  minutes,
});

const again = (step: Step): Step => ({ ...step, again: true });

const prepare: Step = { ...task('prepare', 35, 'prepare'), preparation: true };
const engines: Step[] = [
  task('engine tests on 20.10', 20, 'engineTests', '20.10'),
  task('engine tests on 28.5', 20, 'engineTests', '28.5'),
];
const windows: Step[] = [
  task('package and budgets', 10, 'package'),
  task('host tests in 1.110 on 20.10', 20, 'host', '1.110', '--engine', '20.10'),
  task('host tests in 1.139 on 28.5', 20, 'host', '1.139', '--engine', '28.5'),
  task('ui tests on 20.10', 20, 'ui', '--engine', '20.10'),
];

const results = [
  ...(await runSteps([prepare, ...checkSteps], 2)),
  ...(await runSteps(engines.map(again), 2)),
  ...(await runSteps(windows.map(again), 1)),
];
process.exit(summarize(results));
