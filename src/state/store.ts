import type { HostRoute } from '../core/checks/check.ts';
import type { ChangeSet, ContainerDetails, Snapshot } from '../core/model.ts';
import type { EnginePort } from '../core/port.ts';
import type { Disposable } from '../util/disposable.ts';
import type { Event } from '../util/emitter.ts';
import type { EndpointMemory } from './endpointMemory.ts';

/** Everything that is known of the engine, kept true by its events while somebody looks. */
export interface Store extends Disposable {
  /** The last known snapshot; `connecting` with nothing in it before the first read. */
  readonly snapshot: Snapshot;
  readonly onDidChange: Event<ChangeSet>;
  /**
   * Keeps the snapshot live until disposed of: reads anew, then follows the engine's events, and reconnects with growing pauses.
   * Each call counts; the event stream closes with the last one.
   */
  watch(): Disposable;
  /** Reads everything anew. Never rejects because of the engine: that is a state of the snapshot. */
  refresh(): Promise<Snapshot>;
  /** A snapshot that is true at the moment it resolves; reads anew where nothing keeps it live. */
  current(): Promise<Snapshot>;
  /** The engine, connected; rejects with an ExpectedError (`unreachable`, `denied`) where there is none. Loads the client. */
  engine(): Promise<EnginePort>;
  /** Inspects a container; its aliases go into the snapshot, and are kept true there from then on. Rejects as the engine does. */
  details(containerId: string): Promise<ContainerDetails>;
  /**
   * Runs a change of ours against the engine, then refreshes, so that its effect is in the snapshot once this resolves.
   * The refresh happens after a failure, too.
   */
  change<T>(act: (engine: EnginePort) => Promise<T>): Promise<T>;
  /** Routes of the machine that the engine runs on; undefined where that is not this machine or nobody can tell. */
  hostRoutes(): Promise<HostRoute[] | undefined>;
  /** How containers were on the networks that they were disconnected from. */
  readonly memory: EndpointMemory;
  /** Drops the engine and looks for one anew, after a setting changed. */
  reconnect(): Promise<void>;
}
