import { type Address, parseAddress, sameAddress } from '../addresses/address.ts';
import { contains, isEdge, networkAddress, parseCidr } from '../addresses/cidr.ts';
import { dealtRange } from '../addresses/dealt.ts';
import { deriveGateway } from '../addresses/deriveGateway.ts';
import { saferRange } from '../addresses/saferRange.ts';
import type { Endpoint, Network, Subnet } from '../model.ts';
import { type Check, type CheckWorld, fine, refuse } from './check.ts';
import { chosenBy } from './chosenSubnet.ts';
import { isHost, isNone } from './connectable.ts';
import { freeAddress } from './freeSubnet.ts';
import { listNames } from './listNames.ts';

/** Whether a container (id; undefined for a new one) can have this address on the network for good. */
export function checkAddress(
  text: string,
  network: Network,
  world: CheckWorld,
  forContainer?: string,
): Check {
  const address = parseAddress(text);
  if (!address) return notAddress(text, network);
  const forbidden = whyNoStatic(network, world);
  if (forbidden) return refuse('invalid', forbidden);
  const subnet = network.subnets.find((one) => {
    const block = parseCidr(one.subnet);
    return block !== undefined && contains(block, address);
  });
  if (!subnet) return inNoSubnet(text, address, network);
  return (
    againstKept(text, address, network, subnet) ??
    againstHolders(text, network, forContainer) ??
    fine(...theft(text, address, network, subnet, world))
  );
}

/** Why no container can choose its address on this network; undefined where it can. */
function whyNoStatic(network: Network, world: CheckWorld): string | undefined {
  if (network.builtIn && network.driver === 'bridge') {
    return 'On the default bridge Docker chooses the addresses. Use a user-defined network with a subnet to give one.';
  }
  if (isHost(network) || isNone(network))
    return `On ${network.name} containers have no address of their own.`;
  return chosenBy(network, world) === 'engine'
    ? `On ${network.name} Docker chose the subnet, so it also chooses the addresses. Make a network with a subnet of your own to give one.`
    : undefined;
}

/** The container that holds an address on a network, or gets it when it starts; undefined where none does. */
function holderOf(text: string, network: Network, except?: string): Endpoint | undefined {
  return network.endpoints.find(
    (one) =>
      one.container !== except &&
      [one.ipv4, one.ipv6, one.staticIpv4, one.staticIpv6].some((held) => sameAddress(held, text)),
  );
}

function notAddress(text: string, network: Network): Check {
  const bare = String(text).split('/')[0]!.trim();
  if (bare !== text && parseAddress(bare)) {
    return refuse('invalid', `${text} must be an address alone: ${bare}.`, { suggestion: bare });
  }
  return refuse('invalid', `${text || 'An empty text'} is no IP address.`, free(network));
}

function inNoSubnet(text: string, address: Address, network: Network): Check {
  const ofFamily = network.subnets.filter((one) => parseCidr(one.subnet)?.family === address.family);
  if (ofFamily.length === 0) {
    return refuse(
      'invalid',
      `${network.name} has no IPv${address.family} subnet: ${text} cannot be given there.`,
    );
  }
  const subnets = listNames(ofFamily.map((one) => one.subnet));
  return refuse(
    'invalid',
    `${text} is not in ${network.name} (${subnets}).`,
    free(network, ofFamily[0]!.subnet),
  );
}

function againstKept(text: string, address: Address, network: Network, subnet: Subnet): Check | undefined {
  const block = parseCidr(subnet.subnet)!;
  if (isEdge(block, address)) {
    const what =
      address.value === networkAddress(block).value ? 'the address of the network' : 'the broadcast address';
    return refuse('invalid', `${text} is ${what} ${subnet.subnet} itself.`, free(network, text));
  }
  // A bridge without an address leaves the gateway's to containers.
  const isolated = Object.entries(network.options).some(
    ([key, value]) => key.endsWith('.gateway_mode_ipv4') && value === 'isolated',
  );
  const gateway = subnet.gateway || deriveGateway(subnet.subnet, subnet.ipRange);
  if (!isolated && sameAddress(gateway, text)) {
    return refuse('conflict', `${text} is the gateway of ${network.name}.`, free(network, text));
  }
  const reserved = Object.entries(subnet.reserved).find(([, held]) => sameAddress(held, text));
  return reserved
    ? refuse('conflict', `${text} is reserved on ${network.name}, as ${reserved[0]}.`, free(network, text))
    : undefined;
}

function againstHolders(text: string, network: Network, forContainer: string | undefined): Check | undefined {
  const holder = holderOf(text, network, forContainer);
  if (!holder) return undefined;
  const runs = holder.state === 'running' || holder.state === 'paused';
  const { suggestion } = free(network, text);
  const held = runs
    ? `${text} is held by ${holder.name}.`
    : `${text} is held by ${holder.name}, which is stopped and could not start any more.`;
  return refuse('conflict', suggestion ? `${held} Free next to it: ${suggestion}.` : held, { suggestion });
}

/** Docker reserves a static address only while its container runs (measured on 20.10 and 28.5). */
function theft(
  text: string,
  address: Address,
  network: Network,
  subnet: Subnet,
  world: CheckWorld,
): string[] {
  const found: string[] = [];
  if (chosenBy(network, world) === 'unknown') {
    found.push(
      `${network.name} may have a subnet that Docker chose (${subnet.subnet}): if so, the engine will not take ${text}.`,
    );
  }
  const range = dealtRange(subnet);
  if (network.scope !== 'swarm' && range && contains(range, address)) {
    const safer = saferRange(network, subnet, address);
    const cure = safer ? ` A network made with the ip-range ${safer} would keep it.` : '';
    found.push(
      `${text} lies in what Docker deals from (${subnet.ipRange || subnet.subnet}): while the container is stopped, another may get it.${cure}`,
    );
  }
  return found;
}

function free(network: Network, near?: string): { suggestion?: string } {
  const suggestion = freeAddress(network, near && parseAddress(near) ? near : undefined);
  return suggestion ? { suggestion } : {};
}
