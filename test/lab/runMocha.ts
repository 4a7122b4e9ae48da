import { run } from './run.ts';

/** Runs the test files of a pattern with mocha, in a process that ends when they are through; gives its exit code. */
export function runMocha(
  pattern: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return run('mocha', ['--exit', '--reporter', 'test/lab/reporter.ts', '--spec', pattern, ...args], env);
}
