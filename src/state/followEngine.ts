import type { EngineEvent, EnginePort } from '../core/port.ts';
import type { Clock } from '../util/clock.ts';
import type { Event } from '../util/emitter.ts';
import { pause } from '../util/pause.ts';

const shortest = 500;
const longest = 30_000;
/** A stream that lived as long was a good one. */
const goodLife = 5_000;

/**
 * Follows the engine's events until `signal` aborts. A stream that breaks is opened anew, after pauses that grow
 * from half a second to half a minute; `wake` ends a pause.
 */
export async function followEngine(options: {
  engine: () => Promise<EnginePort>;
  onEvent: (event: EngineEvent) => void;
  onOpen: () => void;
  /** The stream broke, or could not be opened. */
  onBroken: (error?: unknown) => void;
  wake: Event<void>;
  clock: Clock;
  signal: AbortSignal;
}): Promise<void> {
  const { engine, onEvent, onOpen, onBroken, clock, signal } = options;
  let wait = shortest;
  while (!signal.aborted) {
    let reason: unknown;
    let openedAt = Number.POSITIVE_INFINITY;
    try {
      const port = await engine();
      if (signal.aborted) return;
      const opened = () => {
        openedAt = clock.now();
        onOpen();
      };
      await port.events(onEvent, opened, signal);
    } catch (error) {
      reason = error;
    }
    if (signal.aborted) return;
    if (clock.now() - openedAt >= goodLife) wait = shortest;
    onBroken(reason);
    await pause(wait, options);
    wait = Math.min(wait * 2, longest);
  }
}
