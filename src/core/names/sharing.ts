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
  const shared = world.snapshot.containers.find((one) => one.id === container.sharesWith);
  if (!shared) {
    return `${container.name} shares the network of ${shortened(container.sharesWith)}, which is gone: make ${container.name} anew.`;
  }
  if (isUp(container) && !isUp(shared)) {
    return `${container.name} shares the network of ${shared.name}, which does not run: only its loopback is left. Start ${shared.name}, then restart ${container.name}.`;
  }
  if (isUp(container) && startedAfter(world, shared, container)) {
    return `${shared.name} was restarted after ${container.name}, which shares its network and was left with loopback alone: restart ${container.name}.`;
  }
  return brokenShare(world, shared);
}

/** The container whose network a container uses, however many steps away; undefined where that one is gone. */
export function ownerOf(world: Pick<NameWorld, 'snapshot'>, container: Container): Container | undefined {
  let owner: Container | undefined = container;
  for (let steps = 0; owner?.mode === 'container' && steps < 10; steps++) {
    const next: string | undefined = owner.sharesWith;
    owner = world.snapshot.containers.find((one) => one.id === next);
  }
  return owner?.mode === 'container' ? undefined : owner;
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
