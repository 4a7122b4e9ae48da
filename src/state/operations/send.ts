import type { Check } from '../../core/checks/check.ts';
import type { Snapshot } from '../../core/model.ts';
import type { EnginePort } from '../../core/port.ts';
import { explain, type RefusalContext } from '../../core/refusals/explain.ts';
import type { Store } from '../store.ts';

/** What was asked, for explaining a refusal. */
export type Asked = RefusalContext extends infer C
  ? C extends unknown
    ? Omit<C, 'snapshot' | 'apiVersion'>
    : never
  : never;

/** Throws what a check refuses. */
export function orThrow(check: Check): void {
  if (check.refusal) throw check.refusal;
}

/**
 * Changes the engine, so that the effect is in the snapshot once this resolves.
 * A refusal is explained from what was known before and rejects as an ExpectedError.
 */
export async function send<T>(
  store: Store,
  snapshot: Snapshot,
  asked: Asked,
  act: (engine: EnginePort) => Promise<T>,
): Promise<T> {
  try {
    return await store.change(act);
  } catch (error) {
    const context = { ...asked, snapshot, apiVersion: snapshot.engine.apiVersion } as RefusalContext;
    throw explain(error, context);
  }
}
