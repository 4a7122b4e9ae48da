import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

/** Another run of apt-get is waited for. */
const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];

let listed = false;
let turn: Promise<unknown> = Promise.resolve();

/** Whether a program can be found; the folders of system programs count even where PATH leaves them out. */
export function hasProgram(name: string): boolean {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}

/**
 * Installs Debian's packages for programs that are missing, given as program → package.
 * Rejects with one sentence that says what to install where that cannot be done here.
 */
export function needPrograms(programs: Readonly<Record<string, string>>): Promise<void> {
  const installed = turn.then(() => install(programs));
  turn = installed.catch(() => undefined);
  return installed;
}

async function install(programs: Readonly<Record<string, string>>): Promise<void> {
  const missing = Object.entries(programs).filter(([program]) => !hasProgram(program));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map(([, name]) => name))];
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('apt-get');
  if (canInstall) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    console.log(`Installing ${packages.join(', ')} …`);
    if (!listed) await run('apt-get', ['update', ...options], env);
    listed = true;
    await run('apt-get', ['install', ...options, '--no-install-recommends', ...packages], env);
  }
  const still = missing.map(([program]) => program).filter((program) => !hasProgram(program));
  if (still.length > 0)
    throw new Error(`Please install ${packages.join(', ')}: ${still.join(', ')} cannot be found.`);
}
