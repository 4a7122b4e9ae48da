import { messageOf } from '../core/errors.ts';
import type { Container, ContainerDetails, Snapshot } from '../core/model.ts';
import { parseHosts } from '../core/names/parseHosts.ts';
import { parseResolv } from '../core/names/parseResolv.ts';
import { ownerOf, sharedBy } from '../core/names/sharing.ts';
import type { NameWorld } from '../core/names/world.ts';
import { containerOf } from '../core/names/world.ts';
import type { FileContent } from '../core/port.ts';
import type { HostsFile, ResolvFile, Unreadable } from '../core/report.ts';
import { inParallel } from '../util/inParallel.ts';
import type { Store } from './store.ts';

/** Bytes of a hosts file or resolv.conf that are read; what is more is said to be left out. */
const fileLimit = 65_536;

/** What is known of one container's names: the world around it, and its own files. */
export interface ContainerWorld {
  world: NameWorld;
  container: Container;
  /** The container whose network it uses: itself, unless it shares one. */
  owner: Container;
  details: ContainerDetails;
  hosts: HostsFile | Unreadable;
  resolv: ResolvFile | Unreadable;
}

/** Inspects a container and all that share a network with it or with one of `also`, and reads its files. Throws `not-found`. */
export async function readContainerWorld(
  store: Store,
  snapshot: Snapshot,
  containerId: string,
  also: readonly Container[] = [],
): Promise<ContainerWorld> {
  const container = containerOf({ snapshot }, containerId);
  const owner = ownerOf({ snapshot }, container) ?? container;
  const own = await store.details(container.id);
  const details = await inspectAround(store, snapshot, [
    ...[container, ...also].flatMap((one) => [one, ...sharedBy({ snapshot }, one)]),
  ]);
  details.set(container.id, own);
  const hosts = await readHosts(store, container, owner, details.get(owner.id) ?? own);
  const resolv = await readResolv(store, container);
  const world: NameWorld = {
    snapshot,
    details,
    hosts: new Map('error' in hosts ? [] : [[container.id, hosts]]),
    resolv: new Map('error' in resolv ? [] : [[container.id, resolv]]),
  };
  return { world, container, owner, details: own, hosts, resolv };
}

/** The details of the containers and of all that are on a network with one of them; what is gone by now is left out. */
export async function inspectAround(
  store: Store,
  snapshot: Snapshot,
  containers: readonly Container[],
): Promise<Map<string, ContainerDetails>> {
  const networks = new Set(containers.flatMap((one) => one.networks));
  const near = snapshot.networks
    .filter((network) => networks.has(network.id) && network.driver !== 'host' && network.driver !== 'null')
    .flatMap((network) => network.endpoints.map((endpoint) => endpoint.container));
  const details = new Map<string, ContainerDetails>();
  await inParallel(new Set([...containers.map((one) => one.id), ...near]), 8, async (id) => {
    try {
      details.set(id, await store.details(id));
    } catch {
      // It was removed since the snapshot; the next one is without it.
    }
  });
  return details;
}

/** The two files of a container that decide what names mean in it. */
export async function readNameFiles(
  store: Store,
  snapshot: Snapshot,
  container: Container,
  details: ReadonlyMap<string, ContainerDetails>,
): Promise<{ hosts: HostsFile | Unreadable; resolv: ResolvFile | Unreadable } | undefined> {
  const owner = ownerOf({ snapshot }, container) ?? container;
  const of = details.get(owner.id) ?? details.get(container.id);
  if (!of) return undefined;
  return { hosts: await readHosts(store, container, owner, of), resolv: await readResolv(store, container) };
}

async function readHosts(
  store: Store,
  container: Container,
  owner: Container,
  ownerDetails: ContainerDetails,
): Promise<HostsFile | Unreadable> {
  const file = await readFile(store, container, '/etc/hosts');
  if ('error' in file) return file;
  const entries = file.binary ? [] : parseHosts(file.text, ownerDetails);
  return { ...shown(file), entries, ...(owner === container ? {} : { sharedWith: owner.id }) };
}

async function readResolv(store: Store, container: Container): Promise<ResolvFile | Unreadable> {
  const file = await readFile(store, container, '/etc/resolv.conf');
  if ('error' in file) return file;
  return { ...shown(file), ...parseResolv(file.binary ? '' : file.text) };
}

function shown(file: FileContent) {
  const { text, size, truncated, binary } = file;
  return { text, size, ...(truncated ? { truncated } : {}), ...(binary ? { binary } : {}) };
}

async function readFile(store: Store, container: Container, path: string): Promise<FileContent | Unreadable> {
  try {
    const engine = await store.engine();
    return await engine.readFile(container.id, path, fileLimit);
  } catch (error) {
    return { error: `${path} could not be read: ${messageOf(error)}` };
  }
}
