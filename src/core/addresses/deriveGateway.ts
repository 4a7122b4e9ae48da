import { type Address, formatAddress } from './address.ts';
import { networkAddress, parseCidr } from './cidr.ts';

/**
 * The gateway that Docker takes where none was given: the first address of the range it deals from, else of the subnet.
 * Undefined where the subnet is no CIDR. Measured on 20.10 and 28.5: 10.88.0.128/30 as range makes .128 the gateway.
 */
export function deriveGateway(subnet: string, ipRange?: string): string | undefined {
  const whole = parseCidr(subnet);
  const dealt = ipRange ? parseCidr(ipRange) : whole;
  if (!whole || !dealt) return undefined;
  const first = networkAddress(dealt);
  const gateway: Address =
    first.value === networkAddress(whole).value ? { family: first.family, value: first.value + 1n } : first;
  return formatAddress(gateway);
}
