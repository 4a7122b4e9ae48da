import type { Network, Subnet } from '../model.ts';
import type { NetworkSpec, SubnetSpec } from '../specs.ts';
import { quote } from './quote.ts';

/** Options that the engine sets by itself, which would bind an equal network to the same number. */
const engineSet = new Set(['com.docker.network.driver.overlay.vxlanid_list']);

/** The `docker network create …` line, quoted for a POSIX shell, that makes the network of a spec. */
export function networkCreateLine(spec: NetworkSpec): string {
  const words = ['docker', 'network', 'create', '--driver', spec.driver || 'bridge'];
  if (spec.ipv6) words.push('--ipv6');
  for (const subnet of spec.subnets ?? []) words.push(...subnetWords(subnet));
  if (spec.internal) words.push('--internal');
  if (spec.attachable) words.push('--attachable');
  for (const [key, value] of Object.entries(spec.options ?? {})) words.push('--opt', pair(key, value));
  for (const [key, value] of Object.entries(spec.labels ?? {})) words.push('--label', pair(key, value));
  if (spec.name.startsWith('-')) words.push('--');
  words.push(spec.name);
  return words.map(quote).join(' ');
}

/** A spec that makes a network equal to this one. */
export function specOfNetwork(network: Network): NetworkSpec {
  const options = Object.entries(network.options).filter(([key]) => !engineSet.has(key));
  return {
    name: network.name,
    driver: network.driver,
    ...(network.subnets.length > 0 ? { subnets: network.subnets.map(specOfSubnet) } : {}),
    ...(network.ipv6 ? { ipv6: true } : {}),
    ...(network.internal ? { internal: true } : {}),
    ...(network.attachable ? { attachable: true } : {}),
    ...(options.length > 0 ? { options: Object.fromEntries(options) } : {}),
    ...(Object.keys(network.labels).length > 0 ? { labels: { ...network.labels } } : {}),
  };
}

function subnetWords(subnet: SubnetSpec): string[] {
  const words = ['--subnet', subnet.subnet];
  if (subnet.gateway) words.push('--gateway', subnet.gateway);
  if (subnet.ipRange) words.push('--ip-range', subnet.ipRange);
  for (const [name, address] of Object.entries(subnet.reserved ?? {})) {
    words.push('--aux-address', pair(name, address));
  }
  return words;
}

function specOfSubnet(subnet: Subnet): SubnetSpec {
  return {
    subnet: subnet.subnet,
    ...(subnet.gateway ? { gateway: subnet.gateway } : {}),
    ...(subnet.ipRange ? { ipRange: subnet.ipRange } : {}),
    ...(Object.keys(subnet.reserved).length > 0 ? { reserved: { ...subnet.reserved } } : {}),
  };
}

function pair(key: string, value: string): string {
  return `${key}=${value}`;
}
