import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is slow to fetch or make is kept between runs. */
export const cacheFolder =
  process.env.DOCKER_NETWORK_EXPLORER_CACHE ?? join(homedir(), '.cache', 'docker-network-explorer');

/**
 * The folder of that name in the cache, made by `make` where it is not there yet.
 * It gets its name only once it is whole, so a run that was ended half-way leaves nothing that looks finished.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}.part`;
  removeParts(name);
  mkdirSync(part, { recursive: true });
  try {
    await make(part);
    if (!existsSync(folder)) renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/** Removes what runs left half-made that are no more. */
function removeParts(name: string): void {
  for (const entry of existsSync(cacheFolder) ? readdirSync(cacheFolder) : []) {
    const pid = entry.startsWith(`${name}.`)
      ? /^\.(\d+)\.part/.exec(entry.slice(name.length))?.[1]
      : undefined;
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      rmSync(join(cacheFolder, entry), { recursive: true, force: true });
    }
  }
}

/** Whether a process of that id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
