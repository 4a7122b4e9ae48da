import type { Network } from '../model.ts';
import { type Check, type CheckWorld, fine } from './check.ts';

/** Whether a container (id; undefined for a new one) can have this address on the network for good. */
export function checkAddress(
  _text: string,
  _network: Network,
  _world: CheckWorld,
  _forContainer?: string,
): Check {
  return fine();
}
