import { parseAddress, sameAddress } from '../addresses/address.ts';
import { contains, parseCidr } from '../addresses/cidr.ts';
import type { Network, Snapshot } from '../model.ts';

/** The name of the network on which an address lies, the container's own networks first; undefined where none has it. */
export function networkOfAddress(
  snapshot: Snapshot,
  networkIds: readonly string[],
  address: string,
): string | undefined {
  const parsed = parseAddress(address);
  if (!parsed) return undefined;
  const own = snapshot.networks.filter((network) => networkIds.includes(network.id));
  const holds = (network: Network) =>
    network.endpoints.some((one) => sameAddress(one.ipv4, address) || sameAddress(one.ipv6, address));
  const covers = (network: Network) =>
    network.subnets.some(({ subnet }) => {
      const cidr = parseCidr(subnet);
      return cidr !== undefined && contains(cidr, parsed);
    });
  return (own.find(holds) ?? own.find(covers) ?? snapshot.networks.find(holds))?.name;
}
