import { ExpectedError } from '../errors.ts';
import { findContainer, findNetwork } from '../lookup.ts';
import type { Container, Network } from '../model.ts';
import type { RunSpec } from '../specs.ts';
import { type Check, type CheckWorld, fine, firstRefusal, refuse } from './check.ts';
import { checkEndpoint, checkLink, checkRoom } from './checkConnect.ts';
import { checkPublished } from './checkPublished.ts';
import { checkList } from './checkShape.ts';
import { isHost, isNone } from './connectable.ts';

/** Where a new container goes, as the snapshot knows it. */
type Place = { network: Network } | { owner: Container };

/** Whether a container can be made and started that way. */
export function checkRun(spec: RunSpec, world: CheckWorld): Check {
  return firstRefusal([
    () => checkImage(spec.image),
    () => checkContainerName(spec.name, world),
    () => checkList('aliases', spec.aliases),
    () => checkList('links', spec.links),
    () => checkList('publish', spec.publish),
    () => checkList('command', spec.command),
    () => checkPlace(spec, world),
  ]);
}

/** Whether a container can be called so; without a name the engine makes one up. */
function checkContainerName(name: string | undefined, world: CheckWorld): Check {
  if (name === undefined || name === '') return fine();
  if (typeof name !== 'string' || !/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) {
    return refuse(
      'invalid',
      `A container cannot be called ${name}: two or more of letters, digits, _, . and -, a letter or digit first.`,
    );
  }
  const holder = world.snapshot.containers.find((one) => one.name === name);
  if (holder) {
    return refuse(
      'conflict',
      `A container called ${name} exists already (${holder.id.slice(0, 12)}, ${holder.state}). Choose another name.`,
    );
  }
  return name.length > 63
    ? fine(`Docker's DNS cannot answer a name of ${name.length} characters: 63 are the most.`)
    : fine();
}

function checkImage(image: string): Check {
  if (typeof image !== 'string' || image.trim() === '')
    return refuse('invalid', 'Which image? Give its name.');
  return /\s/.test(image)
    ? refuse('invalid', `${image} is no image's name: it has white space in it.`)
    : fine();
}

function checkPlace(spec: RunSpec, world: CheckWorld): Check {
  const place = placeOf(spec, world);
  if (place instanceof ExpectedError) return { refusal: place, warnings: [] };
  if ('owner' in place) return checkSharing(spec, place.owner);
  const { network } = place;
  if (isHost(network)) return checkHost(spec);
  if (isNone(network)) return checkNone(spec);
  return checkOnNetwork(spec, network, world);
}

function placeOf(spec: RunSpec, world: CheckWorld): Place | ExpectedError {
  const where = spec.network ?? { mode: 'bridge' };
  try {
    if (typeof where === 'string') return { network: findNetwork(world.snapshot, where) };
    if ('shareWith' in where) return { owner: findContainer(world.snapshot, where.shareWith) };
    if (where.mode === 'bridge' || where.mode === 'host' || where.mode === 'none') {
      const network = world.snapshot.networks.find((one) => one.builtIn && one.name === where.mode);
      return network
        ? { network }
        : new ExpectedError('not-found', `This engine has no network ${where.mode}.`);
    }
    return new ExpectedError(
      'invalid',
      `A mode is bridge, host or none, not ${String((where as { mode: unknown }).mode)}.`,
    );
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
}

function checkHost(spec: RunSpec): Check {
  return firstRefusal([
    () =>
      publishes(spec)
        ? refuse(
            'invalid',
            "No port can be published on host: the container uses the host's own ports, and what it listens on is open there.",
          )
        : fine(),
    () => noEndpoint(spec, 'on host', "the container uses the host's addresses and names"),
  ]);
}

function checkNone(spec: RunSpec): Check {
  return firstRefusal([
    () =>
      publishes(spec)
        ? refuse(
            'invalid',
            'No port can be published on none: the container has no network that it could be reached over.',
          )
        : fine(),
    () => noEndpoint(spec, 'on none', 'the container has no network but loopback'),
  ]);
}

function checkSharing(spec: RunSpec, owner: Container): Check {
  return firstRefusal([
    () =>
      owner.state === 'running' || owner.state === 'paused'
        ? fine()
        : refuse(
            'conflict',
            `${owner.name} is not running (${owner.state}), so its network cannot be shared. Start it first.`,
          ),
    () =>
      publishes(spec)
        ? refuse(
            'invalid',
            `No port can be published by a container that shares the network of ${owner.name}: publish it on ${owner.name}.`,
          )
        : fine(),
    () =>
      noEndpoint(
        spec,
        `while sharing the network of ${owner.name}`,
        `the container has those of ${owner.name}`,
      ),
    () =>
      owner.mode === 'container' ? fine(`${owner.name} itself shares another container's network.`) : fine(),
  ]);
}

/** Refuses what only an endpoint of its own can have. */
function noEndpoint(spec: RunSpec, where: string, because: string): Check {
  const address = spec.ipv4 || spec.ipv6;
  if (address) return refuse('invalid', `The address ${address} cannot be given ${where}: ${because}.`);
  if (spec.aliases?.length)
    return refuse('invalid', `The alias ${spec.aliases[0]} does nothing ${where}: ${because}.`);
  if (spec.links?.length) {
    return refuse('invalid', `A link to ${spec.links[0]?.container} does nothing ${where}: ${because}.`);
  }
  return fine();
}

function checkOnNetwork(spec: RunSpec, network: Network, world: CheckWorld): Check {
  const standard = network.builtIn && network.driver === 'bridge';
  const { ipv4, ipv6, aliases, links } = spec;
  return firstRefusal([
    () => checkJoinable(network),
    () => checkEndpoint({ ipv4, ipv6, aliases, ...(standard ? {} : { links }) }, network, world),
    () => (standard ? checkLegacyLinks(spec, world) : fine()),
    () => checkRoom(spec, network),
    () => checkPublished(spec, network, world),
  ]);
}

function checkJoinable(network: Network): Check {
  if (network.ingress) {
    return refuse(
      'invalid',
      `${network.name} is the swarm's own network for published ports: no container can join it.`,
    );
  }
  return network.scope === 'swarm' && !network.attachable
    ? refuse('invalid', `${network.name} is for services of the swarm only: it was not made attachable.`)
    : fine();
}

/** The default bridge's links are lines in a hosts file: the engine needs the other container running. */
function checkLegacyLinks(spec: RunSpec, world: CheckWorld): Check {
  return firstRefusal(
    (spec.links ?? []).map((link) => () => {
      const shape = checkLink(link);
      if (shape.refusal) return shape;
      let target: Container;
      try {
        target = findContainer(world.snapshot, link.container);
      } catch (error) {
        if (error instanceof ExpectedError) return { refusal: error, warnings: [] };
        throw error;
      }
      if (target.state !== 'running' && target.state !== 'paused') {
        return refuse(
          'conflict',
          `${target.name} is not running (${target.state}), so it cannot be linked to. Start it first.`,
        );
      }
      return onBridge(target, world)
        ? fine('A link is one-way and lasts as long as the container. A user-defined network does better.')
        : refuse(
            'invalid',
            `A link on the default bridge leads only to containers there, and ${target.name} is not on it.`,
          );
    }),
  );
}

function onBridge(container: Container, world: CheckWorld): boolean {
  const standard = world.snapshot.networks.find((one) => one.builtIn && one.driver === 'bridge');
  return container.mode === 'bridge' || (standard !== undefined && container.networks.includes(standard.id));
}

function publishes(spec: RunSpec): boolean {
  return spec.publishAll === true || (spec.publish?.length ?? 0) > 0;
}
