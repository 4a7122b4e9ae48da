import { sameAddress } from '../addresses/address.ts';
import type { Container } from '../model.ts';
import type { PredictionSource } from '../report.ts';
import { endpointNames } from './endpointNames.ts';
import { placesInOrder } from './endpointOrder.ts';
import { fitsDns } from './questions.ts';
import { brokenShare, ownerOf } from './sharing.ts';
import { containerOf, isUp, type NameWorld } from './world.ts';

/** What an address is called in a container. */
export interface ReversePrediction {
  /** Empty where nobody in Docker names the address. */
  names: string[];
  source: PredictionSource;
  /** Name of the network on which the address lies. */
  network?: string;
  /** One sentence. */
  why: string;
}

/**
 * What an address means to a program in a container that looks for its name: the first line of the hosts file, else
 * `NAME.NETWORK` of the container that has it on a network of the asker. Throws `not-found` where there is no such container.
 */
export function predictReverse(world: NameWorld, containerId: string, address: string): ReversePrediction {
  const container = containerOf(world, containerId);
  if (!isUp(container)) {
    return {
      names: [],
      source: 'none',
      why: `${container.name} does not run, so nothing is looked up in it.`,
    };
  }
  const owner = ownerOf(world, container) ?? container;
  const hosts = world.hosts.get(container.id) ?? world.hosts.get(owner.id);
  const line = hosts?.entries.find((one) => sameAddress(one.address, address));
  if (line) {
    const why = `${address} stands in the hosts file of ${container.name}, line ${line.line}.`;
    return { names: line.names, source: 'hosts', why };
  }
  const broken = brokenShare(world, container);
  if (broken) return { names: [], source: 'none', why: broken };
  const resolv = world.resolv.get(container.id) ?? world.resolv.get(owner.id);
  if (!hosts || !resolv) {
    return { names: [], source: 'unknown', why: `The files of ${container.name} were not read.` };
  }
  return (resolv.embeddedDns && fromDocker(world, owner, address)) || beyond(container, address);
}

function fromDocker(world: NameWorld, owner: Container, address: string): ReversePrediction | undefined {
  for (const { network } of placesInOrder(world, owner) ?? []) {
    const endpoint = network.endpoints.find(
      (one) => isUp(one) && (sameAddress(one.ipv4, address) || sameAddress(one.ipv6, address)),
    );
    const holder = world.snapshot.containers.find((one) => one.id === endpoint?.container);
    if (!holder) continue;
    const names = endpointNames(world, network, holder);
    const unsure = !names || names.perhaps.length > 0;
    if (unsure) {
      const why = `What ${holder.name} is called on ${network.name} is not known.`;
      return { names: [], source: 'unknown', network: network.name, why };
    }
    if (names.sure.length === 0) continue;
    const full = `${names.sure[0]}.${network.name}`;
    if (!fitsDns(full)) {
      const why = `${address} is the address of ${holder.name.slice(0, 20)}… on ${network.name}, a name that the DNS cannot carry.`;
      return { names: [], source: 'none', network: network.name, why };
    }
    return {
      names: [full],
      source: 'embedded-dns',
      network: network.name,
      why: `${address} is the address of ${holder.name} on ${network.name}.`,
    };
  }
  return undefined;
}

function beyond(container: Container, address: string): ReversePrediction {
  const why = `No container on a network of ${container.name} has ${address}; the question goes to the name servers beyond.`;
  return { names: [], source: 'upstream', why };
}
