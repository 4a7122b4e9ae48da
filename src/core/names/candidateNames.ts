import type { Network } from '../model.ts';
import { endpointNames, endpointOn } from './endpointNames.ts';
import { ownerOf } from './sharing.ts';
import { containerOf, type NameWorld } from './world.ts';

/**
 * The names worth asking in a container, sorted: those in its hosts file, its links, and every container with its names
 * and aliases on each network that it is on; on the default bridge the containers' names, which Docker does not answer.
 */
export function candidateNames(world: NameWorld, containerId: string): string[] {
  const asked = containerOf(world, containerId);
  const owner = ownerOf(world, asked) ?? asked;
  const names = new Set<string>();
  const hosts = world.hosts.get(asked.id) ?? world.hosts.get(owner.id);
  for (const entry of hosts?.entries ?? []) {
    for (const name of entry.names) names.add(name);
  }
  for (const network of world.snapshot.networks) {
    if (!owner.networks.includes(network.id) || network.driver === 'null') continue;
    for (const name of namesOn(world, network)) names.add(name);
    const details = world.details.get(owner.id);
    for (const link of (details && endpointOn(details, network)?.links) ?? []) names.add(link.alias);
  }
  return [...names].sort((a, b) => a.localeCompare(b));
}

function namesOn(world: NameWorld, network: Network): string[] {
  return network.endpoints.flatMap((endpoint) => {
    const container = world.snapshot.containers.find((one) => one.id === endpoint.container);
    if (!container) return [];
    const details = world.details.get(container.id);
    const given = (details && endpointOn(details, network)?.aliases) ?? endpoint.aliases ?? [];
    const answered = network.driver === 'host' ? [] : (endpointNames(world, network, container)?.sure ?? []);
    const own = container.id.slice(0, 12);
    return [container.name, ...given, ...answered].filter((name) => name !== own);
  });
}
