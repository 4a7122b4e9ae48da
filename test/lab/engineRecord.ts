import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import type { EngineVersion } from './engineSystem.ts';

/** A process, told from a later one with the same id by the time at which it began. */
export interface ProcessMark {
  pid: number;
  /** Clock ticks since the machine started. */
  began: string;
}

/** What is known of an engine of the lab; kept in a file from before it starts until all of it is gone. */
export interface EngineRecord {
  version: EngineVersion;
  /** Holds its socket and its logs. */
  folder: string;
  cgroup: string;
  owner: ProcessMark;
  /** The process whose end is the engine's end. */
  keeper?: ProcessMark;
  /** Process 1 of its namespaces. */
  first?: ProcessMark;
}

const records = join(cacheFolder, 'engines');
const fileOf = (record: EngineRecord) => join(records, record.folder.replaceAll('/', '_'));

/** The mark of a process that runs; undefined when it does not (any more). */
export function markOf(pid: number): ProcessMark | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, began: fields[19]! };
  } catch {
    return undefined;
  }
}

const lives = (mark: ProcessMark | undefined) => mark !== undefined && markOf(mark.pid)?.began === mark.began;

export function writeRecord(record: EngineRecord): void {
  mkdirSync(records, { recursive: true });
  const part = `${fileOf(record)}.${process.pid}.part`;
  writeFileSync(part, JSON.stringify(record));
  renameSync(part, fileOf(record));
}

/** The engines that are recorded, running or not. */
export function readRecords(): EngineRecord[] {
  mkdirSync(records, { recursive: true });
  return readdirSync(records)
    .filter((name) => !name.endsWith('.part'))
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(records, name), 'utf8')) as EngineRecord];
      } catch {
        return []; // Another run has just cleared it away.
      }
    });
}

/** Ends the engine of a record with everything in it and removes what it left; the record goes last. */
export function clearAway(record: EngineRecord): void {
  for (const mark of [record.keeper, record.first])
    if (mark && lives(mark)) process.kill(mark.pid, 'SIGKILL');
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let left = 400; left > 0 && lives(record.first); left--) Atomics.wait(pause, 0, 0, 25);
  removeCgroup(record.cgroup);
  rmSync(record.folder, { recursive: true, force: true, maxRetries: 5 });
  rmSync(fileOf(record), { force: true });
}

/** Clears away the engines whose owner was ended before it could do so itself. */
export function cleanLeftovers(): void {
  for (const record of readRecords()) if (!lives(record.owner)) clearAway(record);
}

/** Removes a cgroup with those in it, in each hierarchy of the machine. */
function removeCgroup(cgroup: string): void {
  const top = '/sys/fs/cgroup';
  for (const hierarchy of ['.', ...foldersIn(top)]) removeFolders(join(top, hierarchy, cgroup));
}

function removeFolders(folder: string): void {
  for (const name of foldersIn(folder)) removeFolders(join(folder, name));
  try {
    rmdirSync(folder);
  } catch {
    // Not in this hierarchy.
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
