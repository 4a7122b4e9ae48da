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

/** Takes each result as it arrives, by the place of its target. */
export type OnTried = (index: number, tried: Tried) => void;

/** What came of a try: an answer, or why it could not be made. */
export type Tried = { answer: Answer } | { error: string };

/** Seconds for one target, and for the container to begin. */
const limit = 4;
const patience = 8;
/** Targets that are tried at the same time. */
const atOnce = 8;

/**
 * Tries to reach each target from inside a container, all in one exec; in the same order as the targets.
 * Rejects with `cancelled` when the signal aborts, and where the engine cannot be reached.
 */
export async function measureReach(
  engine: EnginePort,
  container: ContainerDetails,
  targets: readonly Target[],
  options: ReachOptions & { onResult?: OnTried } = {},
): Promise<Tried[]> {
  if (targets.length === 0) return [];
  const { onResult } = options;
  const inquiry = new Inquiry(engine, container, { signal: options.signal });
  const tried: (Tried | undefined)[] = targets.map(() => undefined);
  const settle = (index: number, one: Tried) => {
    tried[index] = one;
    onResult?.(index, one);
  };
  try {
    await tryAll(inquiry, targets, (index, one) => {
      if (options.probeImage && isLeft(one)) tried[index] = one;
      else settle(index, one);
    });
    const left = targets.flatMap((_, index) => (isLeft(tried[index]) ? [index] : []));
    if (left.length > 0 && options.probeImage) {
      await withProbe(engine, container, options.probeImage, (probe) =>
        tryAll(
          inquiry.from(probe),
          left.map((index) => targets[index]!),
          (at, one) => settle(left[at]!, one),
        ),
      );
    }
  } catch (error) {
    const expected =
      error instanceof ExpectedError && !['cancelled', 'unreachable', 'denied'].includes(error.code);
    if (!expected) throw error;
    const why: Tried = { error: explained(error, container) };
    tried.forEach((one, index) => {
      if (!one || isLeft(one)) settle(index, why);
    });
  }
  return tried.map((one) => one ?? { error: notTried });
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

const notTried = 'It could not be tried.';

/** Gives every target one result, as it arrives where there is one. */
async function tryAll(inquiry: Inquiry, targets: readonly Target[], onResult: OnTried): Promise<void> {
  const token = crypto.randomUUID().replaceAll('-', '');
  const pairs = targets.flatMap(({ address, port }) => [address, port === undefined ? '-' : String(port)]);
  const argv = ['sh', '-c', reachScript, 'sh', token, String(limit), String(atOnce), ...pairs];
  const seconds = patience + limit * Math.ceil(targets.length / atOnce);
  const told = new Set<number>();
  let text = '';
  const result = await inquiry.run(argv, seconds, (chunk) => {
    const lines = `${text}${chunk}`.split('\n');
    text = lines.pop()!;
    for (const line of lines) {
      const [, number, answer] = new RegExp(`^${token} result (\\d+) (\\w+) ${token}$`).exec(line) ?? [];
      const index = Number(number);
      const tried = readAnswer(answer);
      if (!tried || told.has(index) || !targets[index]) continue;
      told.add(index);
      onResult(index, tried);
    }
  });
  const busy = `${inquiry.title} is too busy to try it.`;
  const nothing = told.size === 0 && couldNotStart(result);
  const error = nothing ? nothingToTryWith : result.timedOut ? busy : notTried;
  targets.forEach((_, index) => {
    if (!told.has(index)) onResult(index, { error });
  });
}

function readAnswer(answer: string | undefined): Tried | undefined {
  if (answer === 'yes' || answer === 'no' || answer === 'unknown') return { answer };
  return answer === 'none' ? { error: nothingToTryWith } : undefined;
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
