import type { ExecOptions, ExecResult } from '../core/port.ts';
import { type EngineClient, segment } from './engineClient.ts';
import { FrameReader } from './frameReader.ts';
import { KeptOutput } from './keptOutput.ts';

/** Bytes that are let go by after the kept ones, in the hope of an end; then the stream is cut. */
const slack = 4 * 1024 * 1024;

/** Milliseconds in which the engine must know the exit code once the output has ended. */
const exitCodeLimit = 5_000;

/**
 * Runs a program in a container. No engine can end one: what runs out of time or floods is left behind there,
 * with nobody listening to it.
 */
export async function runExec(
  client: EngineClient,
  containerId: string,
  argv: readonly string[],
  options: ExecOptions,
): Promise<ExecResult> {
  const { signal } = options;
  const { Id: id } = await client.json<{ Id: string }>({
    method: 'POST',
    path: `/containers/${segment(containerId)}/exec`,
    body: { AttachStdin: false, AttachStdout: true, AttachStderr: true, Tty: false, Cmd: argv },
    signal,
  });
  const out = new KeptOutput(options.maxBytes, options.onStdout);
  const err = new KeptOutput(options.maxBytes);
  const clock = new AbortController();
  let cut = false;
  const timer = setTimeout(() => clock.abort(), options.timeout);
  try {
    const stream = client.chunks({
      method: 'POST',
      path: `/exec/${id}/start`,
      body: { Detach: false, Tty: false },
      signal: signal ? AbortSignal.any([signal, clock.signal]) : clock.signal,
    });
    cut = !(await collect(stream, out, err));
  } catch (error) {
    if (!clock.signal.aborted || signal?.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  const timedOut = clock.signal.aborted;
  return {
    exitCode: timedOut || cut ? undefined : await exitCodeOf(client, id, signal),
    stdout: out.end(),
    stderr: err.end(),
    timedOut,
    flooded: out.flooded || err.flooded,
  };
}

/** Whether the output was read to its end; else the stream was cut. */
async function collect(stream: AsyncIterable<Buffer>, out: KeptOutput, err: KeptOutput): Promise<boolean> {
  const frames = new FrameReader((source, bytes) => (source === 2 ? err : out).add(bytes));
  let passed = 0;
  for await (const chunk of stream) {
    frames.read(chunk);
    if (out.flooded || err.flooded) passed += chunk.length;
    if (passed > slack) return false;
  }
  return true;
}

/** The output ends a moment before the engine knows the exit code; undefined for what still runs. */
async function exitCodeOf(
  client: EngineClient,
  id: string,
  signal?: AbortSignal,
): Promise<number | undefined> {
  for (const end = Date.now() + exitCodeLimit; ; ) {
    const { Running, ExitCode } = await client.json<{ Running: boolean; ExitCode: number | null }>({
      method: 'GET',
      path: `/exec/${id}/json`,
      signal,
    });
    if (!Running && ExitCode !== null) return ExitCode;
    if (Date.now() > end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
