import type { Answer } from '../core/report.ts';
import { isObject, type Shapes } from './messages.ts';

export interface VerdictRow {
  /** The address or name, with a port of the host where the way is a published one. */
  target: string;
  network: string;
  predicted: Answer;
  measured?: Answer;
  why: string;
}

/** Everything that the Reachability page shows. */
export interface ReachabilityState {
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
