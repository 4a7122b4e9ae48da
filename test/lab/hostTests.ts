import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { fetchVsCode, type VsCodeVersion } from './vscode.ts';

interface Result {
  title: string;
  passed: boolean;
  error?: string;
}

export interface HostTestOptions {
  version: VsCodeVersion;
  /** Passed on to the extension host. */
  env: Record<string, string>;
  grep?: string;
}

/** Bundles all host tests into one file that VS Code loads; packages stay outside of it. */
async function bundle(folder: string): Promise<string> {
  const files = globSync('test/host/**/*.test.ts').sort();
  const entry = `
    import { runTests } from './test/host/run.ts';
    export const run = () => runTests(__dirname, () => { ${files.map((file) => `require(${JSON.stringify(`./${file}`)});`).join(' ')} });`;
  const outfile = join(folder, 'tests.cjs');
  await build({
    stdin: { contents: entry, resolveDir: process.cwd(), sourcefile: 'hostTests.ts', loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/** The finished results; without the last line the tests ended half-way, which counts as a failure of its own. */
function read(file: string): Result[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const parsed = lines.map((line) => JSON.parse(line) as Result & { finished?: true });
  const results = parsed.filter((line) => !line.finished);
  if (results.length === parsed.length) {
    results.push({
      title: 'host tests',
      passed: false,
      error: 'VS Code ended before all tests were through.',
    });
  }
  if (results.length === 0) results.push({ title: 'host tests', passed: false, error: 'No test was run.' });
  return results;
}

/** Runs the host tests in VS Code of a version: the program where there is one, else its server with Chromium. */
export async function runHostTests({ version, env, grep }: HostTestOptions): Promise<Result[]> {
  const folder = resolve('test-results', `host-${version}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const results = join(folder, 'results.jsonl');
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ results, grep }));
  const extensionTestsPath = await bundle(folder);
  const shared = { extensionDevelopmentPath: process.cwd(), extensionTestsPath };
  const viaServer = process.platform === 'linux';
  if (viaServer) await fetchVsCode(version);
  try {
    await runTests(
      viaServer
        ? {
            ...shared,
            vscodeExecutablePath: resolve('test/lab/launcher.ts'),
            extensionTestsEnv: { ...env, LAB_VSCODE_VERSION: version },
          }
        : { ...shared, version, extensionTestsEnv: env },
    );
  } catch {
    // What failed stands in the results.
  }
  return read(results);
}
