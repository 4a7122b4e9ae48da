import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Store } from '../store.ts';
import { connectedSnapshot } from './checkWorld.ts';
import { readContainerRef, readNetworkRef } from './readSpec.ts';

/** What the engine's own inspection says, with the id that it is about. */
export interface Inspected {
  id: string;
  name: string;
  /** The engine's JSON, as it is. */
  json: unknown;
}

/** Inspects a network. Rejects with `not-found` where there is none such. */
export async function inspectNetwork(store: Store, argument: { network: string }): Promise<Inspected> {
  const { network } = readNetworkRef(argument);
  const { id, name } = findNetwork(await connectedSnapshot(store), network);
  return { id, name, json: await (await store.engine()).rawNetwork(id) };
}

/** Inspects a container. Rejects with `not-found` where there is none such. */
export async function inspectContainer(store: Store, argument: { container: string }): Promise<Inspected> {
  const { container } = readContainerRef(argument);
  const { id, name } = findContainer(await connectedSnapshot(store), container);
  return { id, name, json: await (await store.engine()).rawContainer(id) };
}
