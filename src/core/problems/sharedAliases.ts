import type { Container, Network, Snapshot } from '../model.ts';
import { endpointOn } from '../names/endpointNames.ts';
import type { KnownDetails, Problem } from './findProblems.ts';

/**
 * Names and aliases that containers of different Compose projects share on one network: whoever asks for one gets any of
 * them. Containers without a project share names on purpose, and are no problem among themselves.
 */
export function sharedAliases(snapshot: Snapshot, details: KnownDetails): Problem[] {
  return snapshot.networks
    .filter((one) => !one.builtIn)
    .flatMap((network) => inNetwork(snapshot, network, details));
}

function inNetwork(snapshot: Snapshot, network: Network, details: KnownDetails): Problem[] {
  const bearers = new Map<string, Set<Container>>();
  for (const endpoint of network.endpoints) {
    const container = snapshot.containers.find((one) => one.id === endpoint.container);
    if (!container) continue;
    const known = details.get(container.id);
    const aliases = (known && endpointOn(known, network)?.aliases) ?? endpoint.aliases ?? [];
    for (const name of new Set([container.name, ...aliases].map((one) => one.toLowerCase()))) {
      bearers.set(name, (bearers.get(name) ?? new Set()).add(container));
    }
  }
  return [...bearers].flatMap(([name, containers]) => problem(network, name, [...containers]) ?? []);
}

function problem(network: Network, name: string, containers: Container[]): Problem | undefined {
  const [first, ...rest] = containers;
  const other = rest.find((one) => projectOf(one) !== projectOf(first!));
  if (!first || !other) return undefined;
  const sentence = `${name} means both ${described(first)} and ${described(other)} on ${network.name}: whoever asks for it gets either. Give one of them another alias, or a network of its own.`;
  return { kind: 'shared-alias', network: network.id, container: first.id, sentence };
}

function described(container: Container): string {
  const project = projectOf(container);
  return project ? `${container.name} (of the Compose project ${project})` : container.name;
}

function projectOf(container: Container): string | undefined {
  return container.labels['com.docker.compose.project'];
}
