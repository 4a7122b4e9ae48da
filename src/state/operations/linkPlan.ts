import { apiAtLeast, type CheckWorld } from '../../core/checks/check.ts';
import { checkConnect } from '../../core/checks/checkConnect.ts';
import { checkNetwork } from '../../core/checks/checkNetwork.ts';
import { listNames } from '../../core/checks/listNames.ts';
import { ExpectedError } from '../../core/errors.ts';
import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Container, ContainerDetails, Network, Snapshot } from '../../core/model.ts';
import { networkToBe } from './connectAll.ts';
import { orThrow } from './send.ts';

/** What takes the place of a container's links, before and after it was done. */
export interface LinkPlan {
  /** The container that has the links. */
  container: { id: string; name: string };
  /** The network that replaces them; without an id where it is yet to be made. */
  network: { id?: string; name: string };
  /** Who is put on the network, with the aliases that are added there; `again` where it is on it without them. */
  connect: { id: string; name: string; aliases: string[]; again: boolean }[];
  /** Which names each should know afterwards, of which container: both ways. */
  names: { container: string; name: string; of: string }[];
  /** What will be done, a sentence each. */
  steps: string[];
  /** What stays as it is, a sentence each. */
  stays: string[];
}

/** Plans the network that replaces a container's links. Throws what stands against it. */
export function linkPlan(
  world: CheckWorld,
  details: ContainerDetails,
  reference: string | undefined,
): LinkPlan {
  const { snapshot } = world;
  const linker = findContainer(snapshot, details.id);
  if (details.legacyLinks.length === 0) {
    throw new ExpectedError('not-found', `${linker.name} has no links to replace.`);
  }
  const { aliases, lost } = linkedContainers(details, snapshot);
  const everybody = [...aliases.keys(), linker];
  const network = chooseNetwork(world, linker, everybody, reference);
  const byName = apiAtLeast(world, '1.44') === false;

  const connect: LinkPlan['connect'] = [];
  for (const container of everybody) {
    // Before API 1.44 the engine's DNS does not know names that it made up itself.
    const wanted = [...(aliases.get(container) ?? []), ...(byName ? [container.name] : [])];
    const endpoint = network.endpoints.find((one) => one.container === container.id);
    const missing = endpoint ? wanted.filter((alias) => !endpoint.aliases?.includes(alias)) : wanted;
    if (endpoint && missing.length === 0) continue;
    if (!endpoint) orThrow(checkConnect({ aliases: missing }, network, container, world));
    connect.push({ id: container.id, name: container.name, aliases: missing, again: endpoint !== undefined });
  }
  return {
    container: { id: linker.id, name: linker.name },
    network: network.id ? { id: network.id, name: network.name } : { name: network.name },
    connect,
    names: bothWays(linker, aliases),
    steps: steps(network, connect),
    stays: [
      `The links are part of ${linker.name} and stay until it is made anew without them, and so do their lines in its /etc/hosts.`,
      ...lost.map((name) => `The link to ${name} leads nowhere: there is no such container.`),
    ],
  };
}

function linkedContainers(details: ContainerDetails, snapshot: Snapshot) {
  const aliases = new Map<Container, string[]>();
  const lost: string[] = [];
  for (const { container: reference, alias } of details.legacyLinks) {
    const target = snapshot.containers.find(({ id, name }) => name === reference || id === reference);
    if (!target) lost.push(reference);
    else aliases.set(target, [...(aliases.get(target) ?? []), ...(alias === target.name ? [] : [alias])]);
  }
  if (aliases.size === 0) {
    throw new ExpectedError(
      'not-found',
      `The links of ${details.name} lead nowhere: there is no container ${listNames(lost)}.`,
    );
  }
  return { aliases, lost };
}

/** The one that was asked for (made where there is none of that name), one that all are on already, or a new one. */
function chooseNetwork(
  world: CheckWorld,
  linker: Container,
  everybody: readonly Container[],
  reference: string | undefined,
): Network {
  const { networks } = world.snapshot;
  if (reference !== undefined) {
    const existing = existingNetwork(world.snapshot, reference);
    if (existing?.builtIn) {
      throw new ExpectedError(
        'invalid',
        `${existing.name} cannot replace links: Docker answers no names there. Choose a user-defined network.`,
      );
    }
    return existing ?? newNetwork(world, reference);
  }
  const shared = networks.find(
    ({ id, builtIn }) => !builtIn && everybody.every((one) => one.networks.includes(id)),
  );
  if (shared) return shared;
  const taken = new Set(networks.map(({ name }) => name));
  let name = `${linker.name}_net`;
  for (let number = 2; taken.has(name); number++) name = `${linker.name}_net${number}`;
  return newNetwork(world, name);
}

function existingNetwork(snapshot: Snapshot, reference: string): Network | undefined {
  try {
    return findNetwork(snapshot, reference);
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'not-found') return undefined;
    throw error;
  }
}

function newNetwork(world: CheckWorld, name: string): Network {
  orThrow(checkNetwork({ name }, world));
  return networkToBe(name);
}

function bothWays(linker: Container, aliases: ReadonlyMap<Container, string[]>): LinkPlan['names'] {
  return [...aliases].flatMap(([target, names]) => [
    ...[...names, target.name].map((name) => ({ container: linker.id, name, of: target.id })),
    { container: target.id, name: linker.name, of: linker.id },
  ]);
}

function steps(network: Network, connect: LinkPlan['connect']): string[] {
  const made = network.id ? [] : [`Make the network ${network.name}.`];
  const connected = connect.map(({ name, aliases, again }) => {
    const known = aliases.length > 0 ? ` as ${listNames(aliases)}` : '';
    return again
      ? `Connect ${name} to ${network.name} anew, there also known${known}.`
      : `Connect ${name} to ${network.name}${known && `, there also known${known}`}.`;
  });
  return [...made, ...connected];
}
