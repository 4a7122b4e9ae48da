import { brokenShare } from '../names/sharing.ts';
import { isUp, type NameWorld } from '../names/world.ts';
import type { Fix, Reachability, Verdict } from '../report.ts';
import { joinFixes, unpause, useName } from './fixes.ts';
import { verdictsByPublishedPort, verdictsToHost } from './hostAddresses.ts';
import { judgeAddress } from './judgeAddress.ts';
import { judgeName, namesFor, workingName } from './judgeName.ts';
import { obstacleOn } from './obstacle.ts';
import { addressesOf, type Way, wayBetween } from './way.ts';

/**
 * Whether one container reaches another, by each address and by each name, why, and what would turn a no into a yes.
 * Without `port` a ping is meant, with it a TCP connection. Throws `not-found` where one of them is not there.
 */
export function predictReachability(
  world: NameWorld,
  fromId: string,
  toId: string,
  port?: number,
): Reachability {
  const way = wayBetween(world, fromId, toId, port);
  const obstacle = obstacleOn(way);
  const found = obstacle ? behind(way, obstacle.why) : judged(way);
  const fixes = obstacle ? obstacle.fixes : fixesFor(way, found.byAddress, found.byName);
  return { from: fromId, to: toId, ...(port === undefined ? {} : { port }), ...found, fixes };
}

interface Verdicts {
  byAddress: Verdict[];
  byName: Verdict[];
}

/** Nothing gets through, whatever the target. What lost its network has none of the addresses that its owner has. */
function behind({ world, to, toOwner }: Way, why: string): Verdicts {
  const no = (target: string, network?: string): Verdict => ({ target, network, predicted: 'no', why });
  const places = isUp(to) && !brokenShare(world, to) ? addressesOf(world, toOwner) : [];
  return {
    byAddress: places.length > 0 ? places.map((one) => no(one.address, one.network.name)) : [no(to.name)],
    byName: [no(to.name)],
  };
}

function judged(way: Way): Verdicts {
  const byAddress = [...verdictsByAddress(way), ...verdictsByPublishedPort(way)];
  const names = namesFor(way);
  const verdicts = names.map((name) => judgeName(way, name, byAddress));
  // The short id is only worth a row where nothing better works.
  const better = verdicts.slice(0, -1);
  const byName = better.some((one) => one.predicted === 'yes') ? better : verdicts;
  return { byAddress, byName };
}

function verdictsByAddress(way: Way): Verdict[] {
  const { world, from, to, fromOwner, toOwner } = way;
  if (fromOwner === toOwner || (fromOwner.mode === 'host' && toOwner.mode === 'host')) {
    const why =
      from === to
        ? `${from.name} reaches itself.`
        : `${from.name} and ${to.name} use the same network, and meet at localhost.`;
    const own = addressesOf(world, toOwner).map((one): Verdict => {
      return { target: one.address, network: one.network.name, predicted: 'yes', why };
    });
    return [{ target: '127.0.0.1', predicted: 'yes', why }, ...own];
  }
  if (toOwner.mode === 'host') return verdictsToHost(way);
  return addressesOf(world, toOwner).map((place) => ({
    target: place.address,
    network: place.network.name,
    ...judgeAddress(way, place),
  }));
}

function fixesFor(way: Way, byAddress: Verdict[], byName: Verdict[]): Fix[] {
  const wake = way.to.state === 'paused' ? [unpause(way.to)] : [];
  const reached = byAddress.some((one) => one.predicted === 'yes' && one.hostPort === undefined);
  const named = byName.some((one) => one.target === way.to.name && one.predicted === 'yes');
  if (reached && named) return wake;
  const other = reached ? workingName(byName, way.to) : undefined;
  const rename = other ? [useName(other, way)] : [];
  // No network gives names to or for the host itself.
  const nameless = reached && [way.fromOwner, way.toOwner].some((one) => one.mode === 'host');
  const joins = nameless || way.fromOwner === way.toOwner ? [] : joinFixes(way);
  // A paused container still answers a ping: what keeps even that away comes first.
  const first = byAddress.some((one) => one.predicted === 'unknown');
  return first ? [...wake, ...rename, ...joins] : [...rename, ...joins, ...wake];
}
