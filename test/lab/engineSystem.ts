import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached, cacheFolder } from './cache.ts';
import { needPrograms } from './systemPackages.ts';

/** The oldest engine that the extension supports, and a current one. */
export type EngineVersion = '20.10' | '28.5';

export const engineVersions: readonly EngineVersion[] = ['20.10', '28.5'];

const shared = ['docker.io', 'iptables', 'iproute2', 'busybox-static', 'dnsmasq-base'];

/** The Debian release that has the engine of that version, and what is needed of it. */
const releases: Readonly<Record<EngineVersion, { suite: string; packages: string[] }>> = {
  '20.10': { suite: 'bookworm', packages: shared },
  '28.5': { suite: 'forky', packages: [...shared, 'docker-cli'] },
};

/** The folder of a small Debian system with the engine of that version, made once (about a minute). */
export async function engineSystem(version: EngineVersion): Promise<string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      'The lab makes its own Docker Engine on Linux and as root only; please run this as root.',
    );
  }
  await needPrograms({ debootstrap: 'debootstrap', unshare: 'util-linux', nsenter: 'util-linux' });
  return cached(`engine-${version}`, async (folder) => {
    console.log(`Making a Docker Engine ${version} in ${cacheFolder} …`);
    const log = `${folder}.log`;
    for (let left = 2; !(await bootstrap(version, folder, log)); left--) {
      const end = readFileSync(log, 'utf8').split('\n').slice(-15).join('\n');
      if (left === 0) throw new Error(`Docker Engine ${version} could not be made with debootstrap:\n${end}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
    }
    rmSync(log);
  });
}

/** Runs debootstrap in a mount namespace of its own, so that nothing stays mounted where it is ended half-way. */
async function bootstrap(version: EngineVersion, folder: string, log: string): Promise<boolean> {
  const { suite, packages } = releases[version];
  const scripts = mkdtempSync(join(tmpdir(), 'debootstrap-'));
  try {
    cpSync('/usr/share/debootstrap', scripts, { recursive: true, verbatimSymlinks: true });
    const script = join(scripts, 'scripts', suite);
    if (!existsSync(script)) symlinkSync('sid', script);
    const include = `--include=${packages.join(',')}`;
    const output = openSync(log, 'w');
    const child = spawn('unshare', ['-m', 'debootstrap', '--variant=minbase', include, suite, folder], {
      stdio: ['ignore', output, output],
      env: { ...process.env, DEBOOTSTRAP_DIR: scripts, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
    });
    const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
    if (code !== 0) return false;
    rmSync(join(folder, 'var', 'cache', 'apt'), { recursive: true, force: true });
    return true;
  } finally {
    rmSync(scripts, { recursive: true, force: true });
  }
}
