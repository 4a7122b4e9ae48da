import type { Remedy } from '../errors.ts';
import type { ContainerDetails, Snapshot } from '../model.ts';
import { deadSharers } from './deadSharers.ts';
import { duplicateNetworks } from './duplicateNetworks.ts';
import { goneNetworks } from './goneNetworks.ts';
import { publishedOnInternal } from './publishedOnInternal.ts';
import { sharedAliases } from './sharedAliases.ts';
import { staticInDealtRange } from './staticInDealtRange.ts';

export type ProblemKind =
  | 'shared-alias'
  | 'static-in-range'
  | 'published-on-internal'
  | 'dead-sharer'
  | 'network-gone'
  | 'duplicate-network';

/** Something that works today and will surprise, or that is broken already. */
export interface Problem {
  kind: ProblemKind;
  /** Id. */
  network?: string;
  /** Id. */
  container?: string;
  /** What it is and what to do. */
  sentence: string;
  remedy?: Remedy;
}

/** What containers were inspected, by id. */
export type KnownDetails = ReadonlyMap<string, ContainerDetails>;

/**
 * What is wrong with the engine's networks and containers, each with the row that it belongs to. Aliases, wishes for
 * ports and restarts of shared containers are only seen of containers in `details`.
 */
export function findProblems(snapshot: Snapshot, details: KnownDetails = new Map()): Problem[] {
  return [
    ...deadSharers(snapshot, details),
    ...goneNetworks(snapshot),
    ...publishedOnInternal(snapshot, details),
    ...sharedAliases(snapshot, details),
    ...staticInDealtRange(snapshot),
    ...duplicateNetworks(snapshot),
  ];
}
