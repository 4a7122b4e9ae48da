import type { Snapshot } from '../model.ts';
import { type Check, fine } from './check.ts';

/** Whether a network can have this name; warns of names that the engine takes but that serve badly. */
export function checkNetworkName(_name: string, _snapshot: Snapshot, _driver = 'bridge'): Check {
  return fine();
}
