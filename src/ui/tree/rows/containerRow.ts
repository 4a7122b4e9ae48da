import type { Container, Endpoint, Network } from '../../../core/model.ts';
import type { Token } from '../../contributions.ts';
import type { TreeIndex } from '../treeIndex.ts';
import { type Flag, isBreaking, isRunning, joined, type Row, stateWord } from './row.ts';

/** Where the row stands: under the network it is on, under the container it shares with, or under no network at all. */
export type Place =
  | { on: Network; endpoint: Endpoint; hostName?: string }
  | { sharing: Container }
  | { loose: true };

export function containerRow(
  container: Container,
  place: Place,
  index: TreeIndex,
  problems: readonly Flag[] = [],
): Row {
  const description = describe(container, place, index);
  const stopped = !isRunning(container.state);
  const broken = problems.some(isBreaking) || isBroken(container, place);
  return {
    label: container.name,
    description,
    ...icon(container, place, broken),
    tokens: tokensOf(container, place, broken, index),
    accessible: [
      `${container.name}, container`,
      isRunning(container.state) && !description.startsWith(container.state) ? container.state : undefined,
      description.replaceAll(' · ', ', '),
      ...problems.map((problem) => problem.sentence),
    ]
      .filter(Boolean)
      .join(', '),
    expand: index.sharers.has(container.id) ? 'expanded' : 'none',
    mark: broken ? 'broken' : stopped ? 'stopped' : problems.length > 0 ? 'flagged' : undefined,
  };
}

function describe(container: Container, place: Place, index: TreeIndex): string {
  const state = container.state === 'running' ? undefined : stateWord(container.state);
  if ('sharing' in place) return joined([state, `shares the network of ${place.sharing.name}`]);
  if ('loose' in place) return joined([state, looseReason(container, index)]);
  const { on, endpoint } = place;
  if (on.driver === 'host')
    return joined([state, `the host's network${place.hostName ? ` (${place.hostName})` : ''}`]);
  if (on.driver === 'null') return joined([state, 'no network but loopback']);
  const asked = [endpoint.staticIpv4, endpoint.staticIpv6].filter((address) => address !== undefined);
  // Swarm fills in the address it dealt as if it had been asked for (measured on 20.10 and 28.5).
  const isStatic = asked.length > 0 && on.scope !== 'swarm';
  if (!isRunning(container.state)) {
    return joined([
      state,
      isStatic ? `asks for ${asked.join(', ')}` : 'no address until it starts',
      ...aliases(endpoint),
    ]);
  }
  return joined([
    state,
    endpoint.ipv4,
    endpoint.ipv6,
    isStatic ? 'static' : undefined,
    ...aliases(endpoint),
    ...(on.builtIn ? linksOf(container) : []),
  ]);
}

function aliases(endpoint: Endpoint): string[] {
  return endpoint.aliases ?? [];
}

function linksOf({ links = [] }: Container): string[] {
  return links.map(({ container, alias }) =>
    container === alias ? `links ${container}` : `links ${container} as ${alias}`,
  );
}

function looseReason(container: Container, index: TreeIndex): string {
  if (container.mode === 'container') {
    const owner = container.sharesWith;
    return `shared the network of ${owner === undefined ? 'a container' : nameOf(owner, index)} that is gone`;
  }
  const gone = container.goneNetworks ?? [];
  return gone.length > 0 ? `belongs to ${gone.map(short).join(', ')}, which is gone` : 'on no network';
}

function nameOf(id: string, index: TreeIndex): string {
  return index.containers.get(id)?.name ?? short(id);
}

function short(reference: string): string {
  return /^[0-9a-f]{64}$/.test(reference) ? reference.slice(0, 12) : reference;
}

function isBroken(container: Container, place: Place): boolean {
  if ('loose' in place) return container.mode === 'container' || (container.goneNetworks?.length ?? 0) > 0;
  return 'sharing' in place && isRunning(container.state) && !isRunning(place.sharing.state);
}

function icon(container: Container, place: Place, broken: boolean): { icon: string; colour?: string } {
  if (broken) return { icon: 'warning', colour: 'list.warningForeground' };
  switch (container.state) {
    case 'running':
      return { icon: 'sharing' in place ? 'references' : 'circle-filled', colour: 'charts.green' };
    case 'paused':
      return { icon: 'debug-pause', colour: 'charts.yellow' };
    case 'restarting':
    case 'removing':
      return { icon: 'sync', colour: 'charts.yellow' };
    case 'dead':
      return { icon: 'error', colour: 'disabledForeground' };
    default:
      return { icon: 'circle-outline', colour: 'disabledForeground' };
  }
}

function tokensOf(container: Container, place: Place, broken: boolean, index: TreeIndex): Token[] {
  const found: Token[] = ['named', 'container'];
  if (container.state === 'paused') found.push('paused');
  else found.push(isRunning(container.state) ? 'running' : 'stopped');
  // Where the container is gone whose network it shared, nothing gives it back.
  const lost = container.mode === 'container' && 'loose' in place;
  if (broken && !lost) found.push('broken');
  if (container.links !== undefined) found.push('linker');
  if (index.reconnectable.has(container.id)) found.push('reconnectable');
  if (container.mode === 'container') found.push('sharer');
  else if (isRunning(container.state)) found.push('runnable');
  if ('on' in place) {
    found.push('attached');
    if (place.on.driver !== 'host') found.push('detachable');
    if (place.endpoint.ipv4 ?? place.endpoint.ipv6) found.push('hasAddress');
  }
  // Containers on host, none, or another's network can be put on no further one (moby: container/network mode checks).
  if (container.mode === 'bridge' || container.mode === 'user-defined') found.push('connectable');
  return found;
}
