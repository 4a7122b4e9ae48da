import type { Container } from '../model.ts';
import { brokenShare, ownerOf } from '../names/sharing.ts';
import { isUp } from '../names/world.ts';
import type { Fix } from '../report.ts';
import { joinFixes, repair, start, takeOffNone, unpause } from './fixes.ts';
import { networksOf, type Way } from './way.ts';

/** What keeps two containers apart whatever the target is: the reason, and what removes it. */
export interface Obstacle {
  why: string;
  fixes: Fix[];
}

/** The first thing that must be put right before anything gets from one to the other; undefined where nothing is. */
export function obstacleOn(way: Way): Obstacle | undefined {
  const { from, to, fromOwner } = way;
  return (
    brokenNetwork(way, from) ??
    brokenNetwork(way, to) ??
    stopped(from, 'so nothing in it reaches anything') ??
    stopped(to, 'so it has no address and no names') ??
    paused(from) ??
    (fromOwner === way.toOwner ? undefined : (noNetwork(way, fromOwner) ?? noNetwork(way, way.toOwner)))
  );
}

function stopped(container: Container, so: string): Obstacle | undefined {
  if (isUp(container)) return undefined;
  return { why: `${container.name} does not run, ${so}.`, fixes: [start(container)] };
}

function paused(container: Container): Obstacle | undefined {
  if (container.state !== 'paused') return undefined;
  return {
    why: `${container.name} is paused, so no program in it reaches anything.`,
    fixes: [unpause(container)],
  };
}

function brokenNetwork({ world }: Way, container: Container): Obstacle | undefined {
  const why = brokenShare(world, container);
  if (!why) return undefined;
  return { why, fixes: ownerOf(world, container) ? [repair(container)] : [] };
}

function noNetwork(way: Way, container: Container): Obstacle | undefined {
  const { world } = way;
  if (container.mode === 'host' || networksOf(world, container).length > 0) return undefined;
  const none = world.snapshot.networks.find(
    (one) => one.driver === 'null' && container.networks.includes(one.id),
  );
  const why = `${container.name} is on no network: it has only its loopback.`;
  return { why, fixes: [...joinFixes(way), ...(none ? [takeOffNone(container, none)] : [])] };
}
