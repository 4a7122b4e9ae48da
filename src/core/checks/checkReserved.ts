import type { SubnetSpec } from '../specs.ts';
import { type Check, fine } from './check.ts';

/** Whether an address of a subnet can be kept from being dealt, under that name. */
export function checkReserved(_name: string, _address: string, _subnet: SubnetSpec): Check {
  return fine();
}
