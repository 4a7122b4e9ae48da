import { type Check, fine } from './check.ts';

/** Whether Docker can deal from this part (CIDR) of a subnet (CIDR). */
export function checkIpRange(_text: string, _subnet: string): Check {
  return fine();
}
