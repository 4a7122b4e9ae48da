import { containsCidr, formatCidr, hasHostBits, parseCidr, usableCount } from '../addresses/cidr.ts';
import { type Check, fine, refuse } from './check.ts';

/** Whether Docker can deal from this part (CIDR) of a subnet (CIDR). */
export function checkIpRange(text: string, subnet: string): Check {
  const block = parseCidr(subnet);
  if (!block) return refuse('invalid', `The range ${text} needs a subnet that it is a part of.`);
  const range = parseCidr(text);
  if (!range) return refuse('invalid', `${text} is no range. Write one like ${subnet}, or a part of it.`);
  const proper = formatCidr(range);
  if (hasHostBits(range)) {
    return refuse('invalid', `The range ${text} has host bits set. Did you mean ${proper}?`, {
      suggestion: proper,
    });
  }
  if (range.family === block.family && range.prefix < block.prefix) {
    return refuse('invalid', `The range ${text} is larger than its subnet ${subnet}.`);
  }
  if (!containsCidr(block, range)) return refuse('invalid', `The range ${text} is not in ${subnet}.`);
  return usableCount(range) === 0n
    ? fine(`The range ${text} leaves hardly an address for a container.`)
    : fine();
}
