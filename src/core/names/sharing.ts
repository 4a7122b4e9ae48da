import type { Container } from '../model.ts';
import type { NameWorld } from './world.ts';
import { isUp } from './world.ts';

/**
 * What is wrong with a container that shares another's network, in one sentence; undefined where nothing is, or where
 * it does not share. A restart of the other one is only seen where both were inspected.
 */
export function brokenShare(
  world: Pick<NameWorld, 'snapshot' | 'details'>,
  container: Container,
): string | undefined {
  if (container.mode !== 'container') return undefined;
  const [shared, ...further] = sharedBy(world, container);
  const owner = further.at(-1) ?? shared;
  if (!shared || !owner || owner.mode === 'container') {
    const gone = (owner ?? container).sharesWith;
    return `${container.name} shares the network of ${shortened(gone)}, which is gone: make ${container.name} anew.`;
  }
  if (!isUp(container)) return undefined;
  if (!isUp(owner)) {
    return `${container.name} shares the network of ${owner.name}, which does not run: only its loopback is left. Start ${owner.name}, then restart ${container.name}.`;
  }
  // Who joins a network keeps it while those in between stop and start, until its owner does (measured on 28.5).
  const joined = [container, shared, ...further].filter((one) => one !== owner);
  const left = joined.filter((one) => startedAfter(world, owner, one)).at(-1);
  if (!left) return undefined;
  const again = left === container ? '' : `${left.name}, then `;
  return `${owner.name} was restarted after ${left.name}, so ${container.name}, which shares its network, was left with loopback alone: restart ${again}${container.name}.`;
}

/** The containers whose networks a container shares, the next one first, the one that owns the network last. */
export function sharedBy(world: Pick<NameWorld, 'snapshot'>, container: Container): Container[] {
  const all: Container[] = [];
  for (let one = container; one.mode === 'container' && all.length < 10; one = all.at(-1)!) {
    const next = world.snapshot.containers.find(({ id }) => id === one.sharesWith);
    if (!next) break;
    all.push(next);
  }
  return all;
}

/** The container whose network a container uses, however many steps away; undefined where that one is gone. */
export function ownerOf(world: Pick<NameWorld, 'snapshot'>, container: Container): Container | undefined {
  const owner = sharedBy(world, container).at(-1) ?? container;
  return owner.mode === 'container' ? undefined : owner;
}

function startedAfter(world: Pick<NameWorld, 'details'>, one: Container, other: Container): boolean {
  const started = world.details.get(one.id)?.startedAt;
  const before = world.details.get(other.id)?.startedAt;
  return started !== undefined && before !== undefined && Date.parse(started) > Date.parse(before);
}

function shortened(reference: string | undefined): string {
  if (!reference) return 'a container';
  return /^[0-9a-f]{64}$/.test(reference) ? `container ${reference.slice(0, 12)}` : reference;
}
