import type { RunSpec } from '../specs.ts';
import { type Check, type CheckWorld, fine } from './check.ts';

/** Whether a container can be made and started that way. */
export function checkRun(_spec: RunSpec, _world: CheckWorld): Check {
  return fine();
}
