import { type Clock, realClock } from './clock.ts';
import type { Disposable } from './disposable.ts';

export interface Coalesced extends Disposable {
  /** Asks for one run. */
  request(): void;
  /** A run was asked for and has not begun. */
  readonly pending: boolean;
  /** Takes back what was asked for. */
  cancel(): void;
}

/**
 * Makes one run of many requests: `act` runs once no request came for `quiet` milliseconds,
 * and at the latest `atMost` milliseconds after the first of them.
 */
export function coalesce(
  act: () => void,
  { quiet, atMost }: { quiet: number; atMost: number },
  clock: Clock = realClock,
): Coalesced {
  let stop: (() => void) | undefined;
  let deadline = 0;
  let disposed = false;

  const cancel = () => {
    stop?.();
    stop = undefined;
  };
  return {
    get pending() {
      return stop !== undefined;
    },
    request() {
      if (disposed) return;
      const now = clock.now();
      if (stop) stop();
      else deadline = now + atMost;
      stop = clock.after(Math.max(0, Math.min(quiet, deadline - now)), () => {
        stop = undefined;
        act();
      });
    },
    cancel,
    dispose() {
      disposed = true;
      cancel();
    },
  };
}
