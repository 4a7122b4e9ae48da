import { type Address, parseAddress } from '../addresses/address.ts';
import { broadcastAddress, type Cidr, contains, formatCidr, parseCidr } from '../addresses/cidr.ts';
import { dealtRange } from '../addresses/dealt.ts';
import type { Endpoint, Network, Snapshot, Subnet } from '../model.ts';
import { and } from '../reachability/way.ts';
import type { Problem } from './findProblems.ts';

/**
 * Static addresses in the range that Docker deals from: while their container is stopped, Docker gives them to others
 * (measured on 20.10 and 28.5). One problem for each subnet.
 */
export function staticInDealtRange(snapshot: Snapshot): Problem[] {
  return snapshot.networks
    .filter((one) => one.scope !== 'swarm')
    .flatMap((network) => network.subnets.flatMap((subnet) => inSubnet(network, subnet) ?? []));
}

function inSubnet(network: Network, subnet: Subnet): Problem | undefined {
  const range = dealtRange(subnet);
  const statics = network.endpoints.filter(
    (one) => range && staticsOf(one).some((address) => contains(range, address)),
  );
  const [first] = statics;
  if (!range || !first) return undefined;
  const names = and(statics.map((one) => one.name));
  const taken = statics.flatMap(staticsOf);
  const free = partWithout(parseCidr(subnet.subnet)!, [...taken, ...gatewayOf(subnet)]);
  const advice = free ? ` A network with the ip-range ${formatCidr(free)} would keep them apart.` : '';
  const whose = statics.length === 1 ? 'the static address' : 'the static addresses';
  const sentence = `Docker deals out ${formatCidr(range)} on ${network.name}, and may give ${whose} of ${names} to another container while ${names} ${statics.length === 1 ? 'does' : 'do'} not run.${advice}`;
  return { kind: 'static-in-range', network: network.id, container: first.container, sentence };
}

function staticsOf(endpoint: Endpoint): Address[] {
  return [endpoint.staticIpv4, endpoint.staticIpv6].flatMap((text) => (text && parseAddress(text)) || []);
}

function gatewayOf(subnet: Subnet): Address[] {
  const gateway = subnet.gateway ? parseAddress(subnet.gateway) : undefined;
  return gateway ? [gateway] : [];
}

/** The largest upper part of a block that holds none of the addresses; undefined where they leave nothing worth it. */
function partWithout(whole: Cidr, taken: readonly Address[]): Cidr | undefined {
  const { value } = broadcastAddress(whole);
  for (
    let prefix = whole.prefix + 1;
    prefix <= Math.min(whole.prefix + 8, whole.family === 4 ? 30 : 126);
    prefix++
  ) {
    const part: Cidr = { family: whole.family, value, prefix };
    if (!taken.some((address) => contains(part, address))) return part;
  }
  return undefined;
}
