import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LabEngine } from './engine.ts';
import { api, rawApi } from './engineApi.ts';
import { engineSystem } from './engineSystem.ts';

/** The label of everything that the lab makes on an engine. */
export const labLabel = 'docker-network-explorer.lab';

/** Has a shell and the usual small network tools. */
export const busyboxImage = 'lab:busybox';

/** Has one program, that sleeps: no shell, no tools. */
export const bareImage = 'lab:bare';

const tools =
  'sh cat ping nslookup ip sleep hostname wget nc httpd env ls echo kill true false rm mkdir touch vi sed grep id date head tail timeout traceroute';

/** Makes the lab's images on an engine, where they are not there yet. */
export async function makeImages(engine: LabEngine): Promise<void> {
  const images = await api<{ RepoTags: string[] | null }[]>(engine.socket, 'GET', '/images/json');
  const tags = new Set(images.flatMap((image) => image.RepoTags ?? []));
  const system = await engineSystem(engine.version);
  const busybox = join(system, 'bin', 'busybox');
  if (!tags.has(busyboxImage)) {
    await importImage(engine, busyboxImage, '["sleep","infinity"]', (root) => {
      for (const folder of ['bin', 'etc', 'tmp', 'root', 'www']) mkdirSync(join(root, folder));
      copyFileSync(busybox, join(root, 'bin', 'busybox'));
      for (const tool of tools.split(' ')) symlinkSync('busybox', join(root, 'bin', tool));
      writeFileSync(join(root, 'etc', 'passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
      writeFileSync(join(root, 'www', 'index.html'), 'It works\n');
      writeFileSync(join(root, 'etc', 'group'), 'root:x:0:\n');
    });
  }
  if (!tags.has(bareImage)) {
    await importImage(engine, bareImage, '["/sleep","infinity"]', (root) => {
      copyFileSync(busybox, join(root, 'sleep'));
    });
  }
}

async function importImage(
  engine: LabEngine,
  name: string,
  command: string,
  fill: (root: string) => void,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'docker-lab-image-'));
  try {
    fill(root);
    const { stdout, status } = spawnSync('tar', ['-C', root, '-c', '.'], { maxBuffer: 64 * 1024 * 1024 });
    if (status !== 0) throw new Error(`The archive of ${name} could not be made.`);
    const [repo, tag] = name.split(':');
    const query = new URLSearchParams({ fromSrc: '-', repo: repo!, tag: tag! });
    query.append('changes', `LABEL ${labLabel}=image`);
    query.append('changes', `CMD ${command}`);
    await rawApi(engine.socket, 'POST', `/images/create?${query.toString()}`, stdout);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
