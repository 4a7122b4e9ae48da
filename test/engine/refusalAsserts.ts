import assert from 'node:assert/strict';
import type { Check } from '../../src/core/checks/check.ts';
import { EngineError, ExpectedError } from '../../src/core/errors.ts';

/** What the engine says against it; undefined where it does it. */
export async function provoked(send: () => Promise<unknown>): Promise<unknown> {
  try {
    await send();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Holds that our own check refuses it first, in these words. */
export function assertRefused(check: Check, says: RegExp): void {
  assert.ok(check.refusal, 'our own check takes it');
  assert.match(check.refusal.message, says);
  assert.match(check.refusal.code, /^(invalid|conflict|unsupported)$/);
}

/** Holds that people read these words in place of the engine's. */
export function assertTold(told: unknown, refusal: unknown, says: RegExp): void {
  assert.ok(refusal instanceof EngineError, `the engine did not refuse it: ${String(refusal)}`);
  assert.ok(
    told instanceof ExpectedError && !(told instanceof EngineError),
    `not explained: ${refusal.message}`,
  );
  assert.match(told.message, says, `the engine said: ${refusal.message}`);
  assert.ok(!told.message.includes(refusal.message.trim()), told.message);
  assert.equal(told.detail, refusal.message);
}
