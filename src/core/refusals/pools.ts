import { type Cidr, overlaps, parseCidr } from '../addresses/cidr.ts';
import type { Snapshot } from '../model.ts';

/** moby's address pools where the engine is not configured otherwise: 172.17–172.31 as /16, 192.168.0.0/16 as /20. */
const blocks: readonly Cidr[] = [
  ...Array.from({ length: 15 }, (_, at) => `172.${17 + at}.0.0/16`),
  ...Array.from({ length: 16 }, (_, at) => `192.168.${16 * at}.0/20`),
].map((text) => parseCidr(text)!);

/**
 * How many of Docker's own ranges for user-defined networks are used, of how many; undefined where that does not explain
 * that none is left, as with an engine that was given other pools.
 */
export function usedPools(snapshot: Snapshot): { used: number; total: number } | undefined {
  const own = blocksOf(snapshot, true);
  const taken = blocksOf(snapshot, false);
  const offered = blocks.filter((block) => !own.some((one) => overlaps(block, one)));
  const used = offered.filter((block) => taken.some((one) => overlaps(block, one)));
  return used.length === offered.length ? { used: used.length, total: offered.length } : undefined;
}

function blocksOf(snapshot: Snapshot, builtIn: boolean): Cidr[] {
  return snapshot.networks
    .filter((network) => network.builtIn === builtIn && network.scope !== 'swarm')
    .flatMap((network) => network.subnets.map((one) => parseCidr(one.subnet)))
    .filter((cidr) => cidr !== undefined);
}
