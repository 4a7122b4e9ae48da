import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { api } from './engineApi.ts';
import {
  cleanLeftovers,
  clearAway,
  type EngineRecord,
  markOf,
  readRecords,
  writeRecord,
} from './engineRecord.ts';
import { type EngineVersion, engineSystem } from './engineSystem.ts';

/** A private Docker Engine: its own network, mounts, processes, folders and socket. */
export interface LabEngine {
  version: EngineVersion;
  socket: string;
  /** `unix://` and the socket. */
  endpoint: string;
  /** Process 1 of its namespaces, as the machine numbers it. */
  pid: number;
  /** Runs a program of the engine's own system (ip, iptables, docker, …) in its namespaces; rejects where it fails. */
  exec(argv: readonly string[]): Promise<string>;
  /** Ends the daemon and keeps everything else, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Ends everything in it and removes what it left. */
  stop(): Promise<void>;
}

const runFile = promisify(execFile);

/** Waits until `condition` holds; rejects with `failure` where it does not within a minute. */
async function until(condition: () => Promise<boolean> | boolean, failure: () => string): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > limit) throw new Error(failure());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts an engine of that version; it ends with this process at the latest, however that ends. */
export async function startEngine({ version }: { version: EngineVersion }): Promise<LabEngine> {
  const system = await engineSystem(version);
  cleanLeftovers();
  const folder = mkdtempSync('/tmp/docker-lab-');
  const cgroup = `/docker-network-explorer/${basename(folder)}`;
  const record: EngineRecord = { version, folder, cgroup, owner: markOf(process.pid)! };
  writeRecord(record);
  const init = join(import.meta.dirname, 'engineInit.sh');
  const keeper = spawn(
    'unshare',
    ['-n', '-m', '-p', '-f', '--kill-child', 'sh', init, system, folder, cgroup],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  let said = '';
  keeper.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve, reject) => keeper.once('error', reject).once('spawn', resolve));
  process.once('exit', () => clearAway(record));
  const engine = engineOf(record);
  try {
    await until(
      () => {
        if (keeper.exitCode !== null || keeper.signalCode !== null) throw new Error(complaint(record, said));
        record.keeper ??= markOf(keeper.pid!);
        record.first ??= firstChild(keeper.pid!);
        return record.first !== undefined && answers(engine.socket);
      },
      () => complaint(record, said),
    );
  } catch (error) {
    clearAway(record);
    throw error;
  }
  writeRecord(record);
  keeper.unref();
  for (const stream of [keeper.stdin, keeper.stderr] as unknown as { unref(): void }[]) stream.unref();
  return engine;
}

/** An engine that another process of the lab has started and keeps. */
export function runningEngine(socket: string): LabEngine {
  const record = readRecords().find((one) => join(one.folder, 'docker.sock') === socket);
  if (!record) throw new Error(`No engine of the lab is at ${socket}.`);
  return engineOf(record);
}

function engineOf(record: EngineRecord): LabEngine {
  const socket = join(record.folder, 'docker.sock');
  const downFile = join(record.folder, 'down');
  const path = 'PATH=/usr/sbin:/usr/bin:/sbin:/bin';
  const engine: LabEngine = {
    version: record.version,
    socket,
    endpoint: `unix://${socket}`,
    get pid() {
      return record.first!.pid;
    },
    async exec(argv) {
      const enter = [
        '-t',
        String(engine.pid),
        '-m',
        '-n',
        '-p',
        '--',
        'env',
        path,
        `DOCKER_HOST=${engine.endpoint}`,
      ];
      const { stdout } = await runFile('nsenter', [...enter, ...argv], { maxBuffer: 64 * 1024 * 1024 });
      return stdout;
    },
    async down() {
      writeFileSync(downFile, '');
      const pidFile = join(record.folder, 'engine.pid');
      await engine.exec(['sh', '-c', `kill -TERM ${readFileSync(pidFile, 'utf8')}`]);
      await until(
        () => existsSync(join(record.folder, 'is-down')),
        () => complaint(record, 'It did not go down.'),
      );
    },
    async up() {
      rmSync(downFile, { force: true });
      await until(
        () => answers(socket),
        () => complaint(record, 'It did not come up.'),
      );
    },
    async stop() {
      clearAway(record);
    },
  };
  return engine;
}

/** Process 1 of the new namespaces is the one child of the program that made them. */
function firstChild(pid: number) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? undefined : markOf(Number(children.split(' ')[0]));
}

async function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return false;
  return api(socket, 'GET', '/version').then(
    () => true,
    () => false,
  );
}

function complaint(record: EngineRecord, said: string): string {
  const log = join(record.folder, 'engine.log');
  const end = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : '';
  return `The lab's Docker Engine ${record.version} does not run. ${said}\n${end}`;
}
