import { parseCidr } from '../addresses/cidr.ts';
import { deriveGateway } from '../addresses/deriveGateway.ts';
import type { Network } from '../model.ts';
import type { CheckWorld } from './check.ts';

/**
 * Who chose a network's subnets. The engine's list does not tell, so it is `engine` only where that is known, `user` where
 * the engine would not have chosen so (outside its usual pools, another size, a range, reserved addresses, another gateway),
 * and else `unknown`: then the engine decides.
 */
export function chosenBy(network: Network, world: CheckWorld): 'user' | 'engine' | 'unknown' {
  if (world.engineChose?.has(network.id)) return 'engine';
  if (network.endpoints.some((one) => one.state === 'running' && (one.staticIpv4 || one.staticIpv6)))
    return 'user';
  return network.subnets.every(looksDealt) ? 'unknown' : 'user';
}

function looksDealt(subnet: Network['subnets'][number]): boolean {
  const block = parseCidr(subnet.subnet);
  if (!block || subnet.ipRange || Object.keys(subnet.reserved).length > 0) return false;
  if (subnet.gateway && subnet.gateway !== deriveGateway(subnet.subnet)) return false;
  if (block.family === 6) return block.prefix === 64 && /^fd/.test(subnet.subnet);
  // moby's defaults: 172.17.0.0/16 to 172.31.0.0/16, and 192.168.0.0/16 in parts of /20.
  const [a, b, c] = subnet.subnet.split(/[./]/).map(Number) as [number, number, number];
  return (
    (block.prefix === 16 && a === 172 && b >= 17 && b <= 31) ||
    (block.prefix === 20 && a === 192 && b === 168 && c % 16 === 0)
  );
}
