import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
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
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    await make(part);
    if (!existsSync(folder)) renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}
