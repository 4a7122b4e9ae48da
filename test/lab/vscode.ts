import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cached } from './cache.ts';
import { run } from './run.ts';
import { needPrograms } from './systemPackages.ts';

/** The floor version that the extension promises to work in, and the newest. */
export type VsCodeVersion = '1.110' | '1.139';

/** A VS Code as code-server carries it. */
export interface VsCode {
  version: VsCodeVersion;
  /** The Node that it wants. */
  node: string;
  /** The folder of the package `code-server`. */
  folder: string;
  env: NodeJS.ProcessEnv;
}

const releases: Readonly<Record<VsCodeVersion, { codeServer: string; node: string }>> = {
  '1.110': { codeServer: '4.110.0', node: '22.23.3' },
  '1.139': { codeServer: '4.139.1', node: '24.21.0' },
};

const nativeParts = ['@vscode/spdlog', 'node-pty', '@parcel/watcher', '@vscode/native-watchdog'];
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

async function runIn(
  folder: string,
  command: string,
  args: readonly string[],
  env = process.env,
): Promise<void> {
  const code = await run(command, args, env, folder);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${folder}.`);
}

/** The folder with the program `node` of exactly that version. */
async function nodeOf(version: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const home = await cached(`node-${version}-${process.platform}-${process.arch}`, async (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await runIn(folder, 'npm', ['install', ...quiet, `${name}@${version}`]);
  });
  return join(home, 'node_modules', name, 'bin');
}

/** VS Code of a version, fetched and built into the cache where it is not there yet (about half a minute). */
export async function fetchVsCode(version: VsCodeVersion): Promise<VsCode> {
  const { codeServer, node } = releases[version];
  const bin = await nodeOf(node);
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
  const home = await cached(`code-server-${codeServer}`, async (folder) => {
    await needPrograms({ 'g++': 'g++', make: 'make', python3: 'python3' });
    console.log(`Fetching VS Code ${version} (code-server ${codeServer}) …`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await runIn(folder, 'npm', ['install', ...quiet, `code-server@${codeServer}`], env);
    const inner = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    await runIn(inner, 'npm', ['install', '--omit=dev', ...quiet], env);
    await runIn(inner, 'npm', ['rebuild', '--loglevel=error', ...nativeParts], env);
  });
  return { version, node: join(bin, 'node'), folder: join(home, 'node_modules', 'code-server'), env };
}
