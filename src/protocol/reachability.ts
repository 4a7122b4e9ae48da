import type { Answer } from '../core/report.ts';
import { isObject, isText, type Shapes } from './messages.ts';

export interface VerdictRow {
  /** The address or name, with a port of the host where the way is a published one. */
  target: string;
  network: string;
  predicted: Answer;
  measured?: Answer;
  why: string;
}

/** Who is asked about, by id and by name. */
export interface ReachabilityPair {
  from: { id: string; name: string };
  to: { id: string; name: string };
  /** A TCP port; without it a ping is meant. */
  port?: number;
}

/** The pair that a page kept; undefined where it is none. */
export function readPair(value: unknown): ReachabilityPair | undefined {
  const { from, to, port } = (value ?? {}) as Record<string, unknown>;
  if (!isEnd(from) || !isEnd(to) || !(port === undefined || Number.isInteger(port))) return undefined;
  return { from, to, ...(port === undefined ? {} : { port: port as number }) };
}

function isEnd(value: unknown): value is { id: string; name: string } {
  const { id, name } = (value ?? {}) as Record<string, unknown>;
  return isText(id) && isText(name);
}

/** Everything that the Reachability page shows. */
export interface ReachabilityState {
  pair: ReachabilityPair;
  title: string;
  /** What was tried, such as "ping" or "TCP port 8080". */
  by: string;
  /** The answer in one sentence; empty while it is tested for the first time. */
  answer: string;
  reached?: boolean;
  byAddress: VerdictRow[];
  byName: VerdictRow[];
  /** Titles of what would turn a no into a yes. */
  fixes: string[];
  busy: boolean;
  /** The container has no tool; a probe container can try in its place. */
  probeOffered: boolean;
  /** Why there is no result. */
  failure?: string;
}

export type ToReachabilityPage = { type: 'state'; state: ReachabilityState };

export type FromReachabilityPage =
  | { type: 'ready' }
  | { type: 'again' }
  | { type: 'probe' }
  | { type: 'fix'; index: number };

export const toReachabilityPage: Shapes<ToReachabilityPage> = { state: { state: isObject } };

export const fromReachabilityPage: Shapes<FromReachabilityPage> = {
  ready: {},
  again: {},
  probe: {},
  fix: { index: (value) => Number.isInteger(value) },
};
