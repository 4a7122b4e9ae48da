import type { NetworkSpec } from '../specs.ts';
import { type Check, type CheckWorld, fine } from './check.ts';

/** Whether the engine can make this network; the first thing that stands against it is the refusal. */
export function checkNetwork(_spec: NetworkSpec, _world: CheckWorld): Check {
  return fine();
}
