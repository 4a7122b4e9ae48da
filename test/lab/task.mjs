// Every npm script comes through here: it makes sure of the Node that the tools need and of the
// packages of the lock file, then runs the task of that name. Plain JavaScript for Node 20 and later.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wantedNode = '24.21.0';
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache =
  process.env.DOCKER_NETWORK_EXPLORER_CACHE ?? join(homedir(), '.cache', 'docker-network-explorer');
const windows = process.platform === 'win32';

/** Runs a command to its end with its output shown; ends this process where it fails. */
function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, stdio: 'inherit', shell: windows });
  if (result.status !== 0) {
    console.error(`${command} ${args.join(' ')} failed${result.error ? `: ${result.error.message}` : ''}.`);
    process.exit(result.status ?? 1);
  }
}

/** The folder with a Node of at least 24: the running one's, or one fetched once into the cache as a package. */
function nodeFolder() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return dirname(process.execPath);
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const home = join(cache, `node-${wantedNode}-${process.platform}-${process.arch}`);
  const folder = join(home, 'node_modules', name, 'bin');
  if (!existsSync(folder)) {
    console.log(`Fetching Node ${wantedNode} (this is Node ${process.versions.node}) …`);
    const part = `${home}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, 'package.json'), '{ "private": true }');
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${wantedNode}`], part);
    if (existsSync(home)) rmSync(part, { recursive: true });
    else renameSync(part, home);
  }
  return folder;
}

/** Installs the packages of the lock file, unless they are already those. */
function installPackages() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return;
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], root);
  writeFileSync(installed, readFileSync(lock, 'utf8'));
}

const [task, ...args] = process.argv.slice(2);
const bin = nodeFolder();
process.env.PATH = [bin, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
process.env.DOCKER_NETWORK_EXPLORER_CACHE = cache;
installPackages();
const child = spawn(
  join(bin, windows ? 'node.exe' : 'node'),
  [join(root, 'test', 'lab', 'tasks', `${task}.ts`), ...args],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
