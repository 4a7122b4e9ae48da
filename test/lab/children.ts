import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
const windows = process.platform === 'win32';

/** Ends a child with everything that it started itself. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

/** Starts a program in a process group of its own; it ends with this process at the latest, however that ends. */
export function startChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !windows });
  running.add(child);
  child.once('error', () => running.delete(child));
  return child;
}

/** Ends a child and what it started: asks first, and insists after some seconds. Resolves when it is gone. */
export async function endChild(child: ChildProcess, patience = 5): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    kill(child, 'SIGTERM');
    const insist = setTimeout(() => kill(child, 'SIGKILL'), patience * 1000);
    await gone;
    clearTimeout(insist);
  }
  kill(child, 'SIGKILL');
  running.delete(child);
}

process.on('exit', () => {
  for (const child of running) kill(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    const code = signal === 'SIGINT' ? 130 : 143;
    void Promise.all([...running].map((child) => endChild(child, 20))).finally(() => process.exit(code));
  });
}
