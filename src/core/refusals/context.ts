import { findContainer, findNetwork } from '../lookup.ts';
import type { Container, Network, Snapshot } from '../model.ts';
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

/** The network that the request was about; undefined where the snapshot has none, or the request names none. */
export function networkOf(context: RefusalContext): Network | undefined {
  const { act, spec, snapshot } = context;
  if (act === 'create' || act === 'start') return undefined;
  if (act !== 'run') return quietly(() => findNetwork(snapshot, spec.network));
  const where = spec.network ?? { mode: 'bridge' };
  if (typeof where === 'string') return quietly(() => findNetwork(snapshot, where));
  return 'mode' in where
    ? snapshot.networks.find((one) => one.builtIn && one.name === where.mode)
    : undefined;
}

/** The container that the request was about; undefined where the snapshot has none. */
export function containerOf(context: RefusalContext): Container | undefined {
  const { act, spec, snapshot } = context;
  if (act !== 'connect' && act !== 'disconnect' && act !== 'start') return undefined;
  return containerNamed(snapshot, spec.container);
}

/** The container of that name, id or unique start of an id; undefined where there is none. */
export function containerNamed(snapshot: Snapshot, reference: string): Container | undefined {
  return quietly(() => findContainer(snapshot, reference));
}

/** The network of that name, id or unique start of an id; undefined where there is none. */
export function networkNamed(snapshot: Snapshot, reference: string): Network | undefined {
  return quietly(() => findNetwork(snapshot, reference));
}

/** What people call the network of the request. */
export function networkName(context: RefusalContext): string {
  const known = networkOf(context);
  if (known) return known.name;
  const { act, spec } = context;
  if (act === 'create') return spec.name;
  if (act === 'start') return 'its network';
  if (act !== 'run') return short(spec.network);
  return typeof spec.network === 'string' ? short(spec.network) : 'the network';
}

/** What people call the container of the request. */
export function containerName(context: RefusalContext): string {
  const known = containerOf(context);
  if (known) return known.name;
  const { act, spec } = context;
  if (act === 'connect' || act === 'disconnect' || act === 'start') return short(spec.container);
  return (act === 'run' && spec.name) || 'the container';
}

/** An id by its first twelve digits; anything else as it is. */
export function short(reference: string): string {
  return /^[0-9a-f]{64}$/.test(reference) ? reference.slice(0, 12) : reference;
}

function quietly<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
