import type { Store } from '../store.ts';

const made = new WeakMap<Store, Set<string>>();

/** Ids of the networks that were made from here without a subnet: nothing that the engine tells shows it later. */
export function engineChose(store: Store): Set<string> {
  const known = made.get(store) ?? new Set<string>();
  made.set(store, known);
  return known;
}
