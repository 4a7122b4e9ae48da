import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { endChild, startChild } from './children.ts';
import type { Failure, Tally } from './tally.ts';

/** One part of a check or a test run: a program that ends with 0 where all is well. */
export interface Step {
  name: string;
  command: readonly string[];
  /** It is ended after so many minutes, and counts as failed. */
  minutes: number;
  /** It makes ready what later steps need, so it counts as a test only where it fails. */
  preparation?: boolean;
  /** It works on engines and windows: where it fails it is tried once more, and what failed the first time is told. */
  again?: boolean;
}

export interface StepResult extends Tally {
  name: string;
  seconds: number;
  /** What failed the first time, and passed the second. */
  unsteady: Failure[];
}

const folder = resolve('test-results');

/** Runs steps, so many at a time, in their order; each one's output is shown and kept in test-results. */
export async function runSteps(steps: readonly Step[], atOnce: number): Promise<StepResult[]> {
  mkdirSync(folder, { recursive: true });
  const waiting = steps.map((step, index) => ({ step, index }));
  const results: StepResult[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      results[next.index] = await runAgain(next.step);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

async function runAgain(step: Step): Promise<StepResult> {
  const first = await runStep(step);
  if (!step.again || first.failures.length === 0) return { ...first, unsteady: [] };
  console.log(`${step.name} | ${first.failures.length} failed; trying once more.`);
  const second = await runStep(step, `${step.name}, second try`);
  const still = new Set(second.failures.map(({ title }) => title));
  const unsteady = first.failures.filter(({ title }) => !still.has(title));
  return { ...second, seconds: first.seconds + second.seconds, unsteady };
}

async function runStep(
  { name, command, minutes, preparation }: Step,
  logName = name,
): Promise<Omit<StepResult, 'unsteady'>> {
  const fileName = logName.replaceAll(/[^\w.]+/g, '-');
  const tallyFile = join(folder, `${fileName}.tally`);
  rmSync(tallyFile, { force: true });
  const log = createWriteStream(join(folder, `${fileName}.log`));
  const began = Date.now();
  const [program, ...args] = command;
  const child = startChild(program!, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: { ...process.env, LAB_TALLY: tallyFile },
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.pipe(log, { end: false });
    createInterface({ input: stream }).on('line', (line) => console.log(`${name} | ${line}`));
  }
  let complaint: string | undefined;
  const code = await new Promise<number | null>((done) => {
    const limit = setTimeout(() => {
      complaint = `It was ended after ${minutes} minutes.`;
      void endChild(child, 20);
    }, minutes * 60_000);
    child.once('error', (error) => {
      complaint = `${program} cannot be started: ${error.message}`;
      done(null);
    });
    child.once('exit', (status) => {
      clearTimeout(limit);
      done(status);
    });
  });
  await endChild(child);
  log.end();
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const told = readTally(tallyFile);
  if (code !== 0 && (complaint || !told?.failures.length)) {
    const error = complaint ?? `It ended with ${code}; its output is in test-results/${fileName}.log.`;
    told?.failures.push({ title: name, error });
    return { name, seconds, passed: told?.passed ?? 0, failures: told?.failures ?? [{ title: name, error }] };
  }
  return { name, seconds, ...(told ?? { passed: preparation ? 0 : 1, failures: [] }) };
}

/** What the tests of a step have told; undefined where it has none. */
function readTally(file: string): Tally | undefined {
  if (!existsSync(file)) return undefined;
  const parts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Tally);
  rmSync(file);
  return {
    passed: parts.reduce((sum, part) => sum + part.passed, 0),
    failures: parts.flatMap((part) => part.failures),
  };
}

/** Shows what failed, the seconds of each step and, as the last line, the counts; gives the exit code. */
export function summarize(results: readonly StepResult[]): number {
  const failures = results.flatMap(({ name, failures }) => failures.map((one) => ({ step: name, ...one })));
  for (const { name, unsteady } of results) {
    for (const one of unsteady)
      console.log(`\nUNSTEADY, passed the second time: ${describe({ step: name, ...one })}`);
  }
  for (const failure of failures) console.log(`\nFAILED: ${describe(failure)}`);
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log('');
  for (const { name, seconds, passed, failures } of results) {
    const counts = `${String(passed).padStart(5)} passed, ${failures.length} failed`;
    console.log(`${name.padEnd(width)} ${seconds.toFixed(1).padStart(7)} s ${counts}`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

function describe({ step, title, error }: Failure & { step: string }): string {
  return `${title} (${step})\n${error.replaceAll(/^/gm, '  ')}`;
}
