import Mocha from 'mocha';
import { type Failure, tellTally } from './tally.ts';

/** Mocha's own reporter for people, which also tells the runner the counts; a skipped test counts as failed. */
class TallyReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    const failures: Failure[] = [];
    runner.on('pass', () => passed++);
    runner.on('pending', (test) => failures.push({ title: test.fullTitle(), error: 'It was skipped.' }));
    runner.on('fail', (test, error: Error) => {
      failures.push({ title: test.fullTitle(), error: error.stack ?? String(error) });
    });
    runner.once('end', () => tellTally({ passed, failures }));
  }
}

// Mocha loads its reporters with require().
export { TallyReporter as 'module.exports' };
