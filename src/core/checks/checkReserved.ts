import { parseAddress, sameAddress } from '../addresses/address.ts';
import { broadcastAddress, contains, networkAddress, parseCidr } from '../addresses/cidr.ts';
import { deriveGateway } from '../addresses/deriveGateway.ts';
import type { SubnetSpec } from '../specs.ts';
import { type Check, fine, refuse } from './check.ts';

/** Whether an address of a subnet can be kept from being dealt, under that name. */
export function checkReserved(name: string, text: string, subnet: SubnetSpec): Check {
  if (name.trim() === '' || /[=\s]/.test(name)) {
    return refuse('invalid', `The reserved address ${text} needs a name without spaces and =.`);
  }
  const block = parseCidr(subnet.subnet);
  if (!block) return refuse('invalid', `The reserved address ${text} needs a subnet that it lies in.`);
  const address = parseAddress(text);
  if (!address) return refuse('invalid', `The reserved address ${text} (${name}) is no IP address.`);
  if (!contains(block, address)) {
    return refuse('invalid', `The reserved address ${text} (${name}) is not in ${subnet.subnet}.`);
  }
  const gateway = subnet.gateway || deriveGateway(subnet.subnet, subnet.ipRange);
  if (sameAddress(text, gateway)) {
    return refuse(
      'invalid',
      `${text} cannot be reserved for ${name}: it is the gateway of ${subnet.subnet}.`,
    );
  }
  if (address.value === networkAddress(block).value) {
    return refuse(
      'invalid',
      `${text} cannot be reserved for ${name}: it is the address of the network itself.`,
    );
  }
  if (block.family === 4 && address.value === broadcastAddress(block).value) {
    return refuse(
      'invalid',
      `${text} cannot be reserved for ${name}: it is the broadcast address of ${subnet.subnet}.`,
    );
  }
  const twin = Object.entries(subnet.reserved ?? {}).find(
    ([other, held]) => other !== name && sameAddress(held, text),
  );
  return twin ? refuse('invalid', `${text} is reserved twice, as ${twin[0]} and as ${name}.`) : fine();
}
