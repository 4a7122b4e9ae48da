import { globSync, rmSync } from 'node:fs';
import Mocha from 'mocha';

/** Runs the ui tests in this process and shows their results as they come; gives the counts. */
export async function runUiTests(options: {
  grep?: string;
  bail?: boolean;
}): Promise<{ passed: number; failed: number }> {
  rmSync('test-results/screenshots', { recursive: true, force: true });
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'test/lab/reporter.ts',
    timeout: 180_000,
    slow: 60_000,
    grep: options.grep,
    bail: options.bail,
  });
  for (const file of globSync('test/ui/**/*.test.ts').sort()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures + pending + (passes === 0 && failures === 0 ? 1 : 0) });
    });
  });
}
