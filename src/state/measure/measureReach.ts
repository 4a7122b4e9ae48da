import { EngineError, ExpectedError } from '../../core/errors.ts';
import type { ContainerDetails } from '../../core/model.ts';
import type { EnginePort } from '../../core/port.ts';
import type { Answer } from '../../core/report.ts';
import { couldNotStart, Inquiry } from './inquiry.ts';
import { withProbe } from './probe.ts';
import { reachScript } from './reachScript.ts';

/** An address to reach: by a ping, or by a TCP connection where there is a port. */
export interface Target {
  address: string;
  port?: number;
}

export interface ReachOptions {
  /** The image of a container that tries in the place of one that has no tool. */
  probeImage?: string;
  signal?: AbortSignal;
}

/** What came of a try: an answer, or why it could not be made. */
export type Tried = { answer: Answer } | { error: string };

/** Seconds for one target, and for the container to begin. */
const limit = 4;
const patience = 8;

/**
 * Tries to reach each target from inside a container, all in one exec; in the same order as the targets.
 * Rejects with `cancelled` when the signal aborts, and where the engine cannot be reached.
 */
export async function measureReach(
  engine: EnginePort,
  container: ContainerDetails,
  targets: readonly Target[],
  options: ReachOptions = {},
): Promise<Tried[]> {
  if (targets.length === 0) return [];
  const inquiry = new Inquiry(engine, container, { signal: options.signal });
  try {
    const tried = await tryAll(inquiry, targets);
    const left = targets.filter((_, at) => isLeft(tried[at]));
    if (left.length === 0 || !options.probeImage) return tried;
    const probed = await withProbe(engine, container, options.probeImage, (probe) =>
      tryAll(inquiry.from(probe), left),
    );
    return tried.map((one) => (isLeft(one) ? probed.shift()! : one));
  } catch (error) {
    const expected =
      error instanceof ExpectedError && !['cancelled', 'unreachable', 'denied'].includes(error.code);
    if (!expected) throw error;
    return targets.map(() => ({ error: explained(error, container) }));
  }
}

function explained(error: ExpectedError, { name }: ContainerDetails): string {
  return error instanceof EngineError
    ? `The engine could not run anything in ${name}: ${error.message}`
    : error.message;
}

/** The reason that is given where the container has nothing to try with, and no probe image was given. */
export const nothingToTryWith = 'The container has nothing to try it with.';

function isLeft(tried: Tried | undefined): boolean {
  return !!tried && 'error' in tried && tried.error === nothingToTryWith;
}

async function tryAll(inquiry: Inquiry, targets: readonly Target[]): Promise<Tried[]> {
  const token = crypto.randomUUID().replaceAll('-', '');
  const pairs = targets.flatMap(({ address, port }) => [address, port === undefined ? '-' : String(port)]);
  const argv = ['sh', '-c', reachScript, 'sh', token, String(limit), ...pairs];
  const seconds = patience + limit * Math.ceil(targets.length / 4);
  const result = await inquiry.run(argv, seconds);
  const answers = new Map<number, string>();
  for (const [, index, answer] of result.stdout.matchAll(
    new RegExp(`^${token} result (\\d+) (\\w+) ${token}$`, 'gm'),
  )) {
    answers.set(Number(index), answer!);
  }
  if (answers.size === 0 && couldNotStart(result)) return targets.map(() => ({ error: nothingToTryWith }));
  const busy = `${inquiry.title} is too busy to try it.`;
  return targets.map((_, index): Tried => {
    const answer = answers.get(index);
    if (answer === 'yes' || answer === 'no' || answer === 'unknown') return { answer };
    if (answer === 'none') return { error: nothingToTryWith };
    return { error: result.timedOut ? busy : 'It could not be tried.' };
  });
}

/** /proc/net/tcp and tcp6 of a container's network as the kernel has them; undefined where they cannot be read. */
export async function readTcpTables(
  engine: EnginePort,
  container: ContainerDetails,
  options: ReachOptions = {},
): Promise<string | undefined> {
  const inquiry = new Inquiry(engine, container, { signal: options.signal });
  const read = async (from: Inquiry) => {
    const { stdout } = await from.run(['cat', '/proc/net/tcp', '/proc/net/tcp6'], patience);
    return stdout.includes('local_address') ? stdout : undefined;
  };
  try {
    const own = await read(inquiry);
    if (own !== undefined || !options.probeImage) return own;
    return await withProbe(engine, container, options.probeImage, (probe) => read(inquiry.from(probe)));
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'cancelled') throw error;
    return undefined;
  }
}
