import { setImmediate } from 'node:timers/promises';

/** Resolves once the condition holds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const limit = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`It never came: ${what}`);
    await setImmediate();
  }
}
