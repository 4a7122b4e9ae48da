import { parseAddress } from '../addresses/address.ts';
import { broadcastAddress, contains, networkAddress, parseCidr } from '../addresses/cidr.ts';
import { deriveGateway } from '../addresses/deriveGateway.ts';
import { type Check, fine, refuse } from './check.ts';

/** Whether an address can be the gateway of a subnet (CIDR). */
export function checkGateway(text: string, subnet: string): Check {
  const block = parseCidr(subnet);
  if (!block) return refuse('invalid', `The gateway ${text} needs a subnet that it lies in.`);
  const suggestion = deriveGateway(subnet)!;
  const address = parseAddress(text);
  if (!address) {
    const bare = parseAddress(String(text).split('/')[0]!.trim());
    return bare && contains(block, bare)
      ? refuse('invalid', `The gateway is an address without a length: not ${text}.`, {
          suggestion: String(text).split('/')[0]!.trim(),
        })
      : refuse('invalid', `The gateway ${text} is no IP address. Write one like ${suggestion}.`, {
          suggestion,
        });
  }
  if (!contains(block, address)) {
    return refuse('invalid', `The gateway ${text} is not in ${subnet}.`, { suggestion });
  }
  if (address.value === networkAddress(block).value) {
    return refuse(
      'invalid',
      `The gateway cannot be ${text}: that is the address of the network ${subnet} itself.`,
      {
        suggestion,
      },
    );
  }
  if (block.family === 4 && address.value === broadcastAddress(block).value) {
    return refuse('invalid', `The gateway cannot be ${text}: that is the broadcast address of ${subnet}.`, {
      suggestion,
    });
  }
  return fine();
}
