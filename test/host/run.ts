import { appendFileSync, readFileSync } from 'node:fs';
import type { Runner } from 'mocha';

/** What the task that started VS Code tells the tests; it lies beside them. */
interface Settings {
  results: string;
  grep?: string;
}

/** Runs in the extension host: every test that was bundled, one line of JSON in the results for each. */
export async function runTests(folder: string, define: () => void): Promise<void> {
  const { results, grep } = JSON.parse(readFileSync(`${folder}/settings.json`, 'utf8')) as Settings;
  const write = (result: object) => appendFileSync(results, `${JSON.stringify(result)}\n`);
  const report = (runner: Runner) => {
    runner.on('pass', (test) => write({ title: test.fullTitle(), passed: true }));
    runner.on('pending', (test) =>
      write({ title: test.fullTitle(), passed: false, error: 'It was skipped.' }),
    );
    runner.on('fail', (test, error: Error) => {
      write({ title: test.fullTitle(), passed: false, error: error.stack ?? String(error) });
    });
  };
  try {
    // Imported, not required: Node 22 and 24 give a required ES module different shapes.
    const { default: Mocha } = await import('mocha');
    const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, grep });
    mocha.reporter(
      class {
        constructor(runner: Runner) {
          report(runner);
        }
      } as unknown as Mocha.ReporterConstructor,
    );
    mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
    define();
    await new Promise((resolve) => mocha.run(resolve));
    write({ finished: true });
  } catch (error) {
    write({
      title: 'host tests',
      passed: false,
      error: error instanceof Error ? error.stack : String(error),
    });
  }
}
