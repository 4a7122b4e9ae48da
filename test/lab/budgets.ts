import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Metafile } from 'esbuild';

/** One thing that is held: what it is, its value and its limit, both in the unit. */
export interface Budget {
  what: string;
  value: number;
  limit: number;
  unit: 'KB' | 'times an empty module';
}

/** How often activation may take what loading an empty module takes; a busy machine doubles it at times. */
const slowest = 40;

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

/** An output file and all that it imports at once, not what it imports when needed. */
function withImports(meta: Metafile, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind, external } of meta.outputs[file]?.imports ?? []) {
    if (!external && kind !== 'dynamic-import') withImports(meta, path, seen);
  }
  return seen;
}

const sizeOf = (files: Iterable<string>) => {
  let bytes = 0;
  for (const file of files) bytes += statSync(file).size;
  return kilobytes(bytes);
};

/** Loads and activates the built extension in fresh processes; the fastest, in milliseconds: other work only slows it. */
function activation(): { own: number; yardstick: number } {
  const runs = Array.from({ length: 9 }, () => {
    const printed = execFileSync(process.execPath, ['test/lab/activationTime.ts'], { encoding: 'utf8' });
    return JSON.parse(printed) as { own: number; yardstick: number };
  });
  return {
    own: Math.min(...runs.map(({ own }) => own)),
    yardstick: Math.min(...runs.map(({ yardstick }) => yardstick)),
  };
}

/** Everything that is held of a production build in dist/, and of the packed extension where there is one. */
export function readBudgets(vsix: string): Budget[] {
  const [meta, pages] = JSON.parse(readFileSync('dist/meta.json', 'utf8')) as [Metafile, Metafile];
  const main = withImports(meta, 'dist/extension.js');
  const budgets: Budget[] = [{ what: 'extension.js', value: sizeOf(main), limit: 60, unit: 'KB' }];

  const engine = Object.entries(meta.outputs).find(([, { inputs }]) =>
    Object.keys(inputs).some((input) => input.includes('node_modules/dockerode/')),
  )?.[0];
  if (engine !== undefined) {
    const own = [...withImports(meta, engine)].filter((file) => !main.has(file));
    budgets.push({ what: 'the engine client', value: sizeOf(own), limit: 150, unit: 'KB' });
  }
  for (const page of Object.keys(pages.outputs)) {
    budgets.push({ what: page.replace('dist/', ''), value: sizeOf([page]), limit: 80, unit: 'KB' });
  }
  if (existsSync(vsix)) budgets.push({ what: 'the VSIX', value: sizeOf([vsix]), limit: 500, unit: 'KB' });

  const { own, yardstick } = activation();
  console.log(
    `Loading and activating takes ${own.toFixed(1)} ms, an empty module ${yardstick.toFixed(1)} ms.`,
  );
  const value = Math.round((own / yardstick) * 10) / 10;
  budgets.push({ what: 'loading and activating', value, limit: slowest, unit: 'times an empty module' });
  return budgets;
}
