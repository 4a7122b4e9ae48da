import { parseAddress } from '../addresses/address.ts';
import { dealtOf } from '../addresses/dealt.ts';
import type { Remedy } from '../errors.ts';
import type { Container, Network } from '../model.ts';
import type { EndpointSpec, LinkSpec } from '../specs.ts';
import { apiAtLeast, type Check, type CheckWorld, fine, firstRefusal, refuse } from './check.ts';
import { checkAddress } from './checkAddress.ts';
import { checkAlias } from './checkAlias.ts';
import { checkList, checkTexts } from './checkShape.ts';
import { connectable, isOnNone } from './connectable.ts';

/** Whether the container can be put on the network that way. */
export function checkConnect(
  spec: EndpointSpec,
  network: Network,
  container: Container,
  world: CheckWorld,
): Check {
  return firstRefusal([
    () => checkPair(network, container, world),
    () => checkEndpoint(spec, network, world, container.id),
    () => (container.state === 'running' ? checkRoom(spec, network) : fine()),
    () => fine(...oddities(network, container)),
  ]);
}

/** Whether an endpoint of the network can have these settings, for a container (id; undefined for a new one). */
export function checkEndpoint(
  spec: EndpointSpec,
  network: Network,
  world: CheckWorld,
  forContainer?: string,
): Check {
  return firstRefusal([
    () => checkFamily(spec.ipv4, 4, network, world, forContainer),
    () => checkFamily(spec.ipv6, 6, network, world, forContainer),
    () => checkAliases(spec.aliases, network),
    () => checkLinks(spec.links, network),
    () => checkPriority(spec.gatewayPriority, world),
    () => checkTexts('driverOptions', spec.driverOptions),
  ]);
}

/** Whether a link names a container, and an alias that can be asked for. */
export function checkLink(link: LinkSpec): Check {
  if (
    typeof link !== 'object' ||
    link === null ||
    typeof link.container !== 'string' ||
    link.container.trim() === ''
  ) {
    return refuse('invalid', 'A link names the container that it leads to.');
  }
  if (/[\s:]/.test(link.container)) {
    return refuse('invalid', `A link cannot lead to ${link.container}: that is no container's name.`);
  }
  if (link.alias === undefined) return fine();
  return typeof link.alias === 'string' && link.alias.includes(':')
    ? refuse('invalid', `The alias ${link.alias} of a link cannot have a colon.`)
    : checkAlias(link.alias);
}

/** Whether Docker has an address left to deal on the network, where it has to deal one. */
export function checkRoom(spec: EndpointSpec, network: Network): Check {
  if (network.scope === 'swarm' || network.subnets.length === 0) return fine();
  // What is only kept for a container that is stopped, Docker deals to the next one that asks.
  const held = { ...network, endpoints: network.endpoints.filter((one) => one.ipv4 || one.ipv6) };
  const room = network.subnets.map((one) => dealtOf(held, one)).filter((one) => one !== undefined);
  const full = room.find((one) => one.free === 0n && !(one.range.includes(':') ? spec.ipv6 : spec.ipv4));
  return full
    ? refuse(
        'conflict',
        `${network.name} has no address left: all ${full.usable} of ${full.range} are taken.`,
      )
    : fine();
}

function checkPair(network: Network, container: Container, world: CheckWorld): Check {
  const why = connectable(network, container, world.snapshot);
  if (!why) return fine();
  const already = network.endpoints.some((one) => one.container === container.id);
  return refuse(already ? 'conflict' : 'invalid', why, { remedies: remedies(network, container, world) });
}

function remedies(network: Network, container: Container, world: CheckWorld): Remedy[] {
  const owner = world.snapshot.containers.find((one) => one.id === container.sharesWith);
  if (container.mode === 'container' && owner && !connectable(network, owner, world.snapshot)) {
    return [
      {
        title: `Connect ${owner.name}`,
        command: 'dockerNetworks.connectContainer',
        argument: { network: network.id, container: owner.id },
      },
    ];
  }
  if (isOnNone(container, world.snapshot) && network.driver !== 'host' && network.driver !== 'null') {
    return [
      {
        title: 'Disconnect It From none',
        command: 'dockerNetworks.disconnectContainer',
        argument: { network: 'none', container: container.id },
      },
    ];
  }
  return [];
}

function checkFamily(
  text: string | undefined,
  family: 4 | 6,
  network: Network,
  world: CheckWorld,
  forContainer: string | undefined,
): Check {
  if (text === undefined || text === '') return fine();
  const given = parseAddress(text);
  return given && given.family !== family
    ? refuse('invalid', `${text} is no IPv${family} address.`)
    : checkAddress(text, network, world, forContainer);
}

function checkAliases(aliases: string[] | undefined, network: Network): Check {
  const shape = checkList('aliases', aliases);
  if (shape.refusal || !aliases || aliases.length === 0) return shape;
  if (network.builtIn) {
    return refuse(
      'invalid',
      `Docker answers no names on ${network.name}, so the alias ${aliases[0]} would do nothing. Use a user-defined network.`,
    );
  }
  return firstRefusal(aliases.map((alias) => () => checkAlias(alias)));
}

function checkLinks(links: LinkSpec[] | undefined, network: Network): Check {
  const shape = checkList('links', links);
  if (shape.refusal || !links || links.length === 0) return shape;
  if (network.builtIn) {
    return refuse(
      'invalid',
      network.driver === 'bridge'
        ? 'A link on the default bridge can only be given when the container is made. Use a user-defined network instead.'
        : `There are no links on ${network.name}. Use a user-defined network.`,
    );
  }
  return firstRefusal(links.map((link) => () => checkLink(link)));
}

function checkPriority(priority: number | undefined, world: CheckWorld): Check {
  if (priority === undefined) return fine();
  if (!Number.isInteger(priority)) {
    return refuse('invalid', `The gateway priority is a whole number, not ${String(priority)}.`);
  }
  return apiAtLeast(world, '1.48') === false
    ? refuse(
        'unsupported',
        'This engine knows no gateway priority: it came with Docker 28. It orders networks by name.',
      )
    : fine();
}

function oddities(network: Network, container: Container): string[] {
  return network.name === 'docker_gwbridge'
    ? [
        `docker_gwbridge is the swarm's own way outside: ${container.name} gets an address there, but no names.`,
      ]
    : [];
}
