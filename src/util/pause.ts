import type { Clock } from './clock.ts';
import type { Event } from './emitter.ts';

/** Waits so many milliseconds, or until `signal` aborts or `wake` fires. */
export function pause(
  milliseconds: number,
  { clock, signal, wake }: { clock: Clock; signal: AbortSignal; wake: Event<void> },
): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      cancel();
      waking.dispose();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = clock.after(milliseconds, finish);
    const waking = wake(finish);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}
