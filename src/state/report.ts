import { findContainer } from '../core/lookup.ts';
import { networkOfAddress } from '../core/measure/networkOfAddress.ts';
import { candidateNames } from '../core/names/candidateNames.ts';
import { agrees } from '../core/names/compare.ts';
import { predictName } from '../core/names/predictName.ts';
import type { ContainerReport, Resolution } from '../core/report.ts';
import { type Measured, type MeasureOptions, measureNames } from './measure/measureNames.ts';
import { type ContainerWorld, readContainerWorld } from './nameWorld.ts';
import { connectedSnapshot } from './operations/checkWorld.ts';
import type { Store } from './store.ts';

/** Everything about names in one container: its files, and each name worth asking, predicted and (with `measure`) measured. */
export async function report(
  store: Store,
  reference: string,
  options: MeasureOptions & { measure?: boolean } = {},
): Promise<ContainerReport> {
  const around = await readWorldOf(store, reference);
  const { container, hosts, resolv, world } = around;
  const names = candidateNames(world, container.id);
  const resolutions = options.measure
    ? await measured(store, around, names, options)
    : names.map((name) => predicted(around, name));
  return {
    container: container.id,
    name: container.name,
    mode: container.mode,
    hosts,
    resolv,
    names: resolutions,
  };
}

/** What a name means in a container, predicted and measured. */
export async function resolve(
  store: Store,
  question: { container: string; name: string },
  options: MeasureOptions = {},
): Promise<Resolution> {
  const around = await readWorldOf(store, question.container);
  const [resolution] = await measured(store, around, [String(question.name)], options);
  return resolution!;
}

async function readWorldOf(store: Store, reference: string): Promise<ContainerWorld> {
  const snapshot = await connectedSnapshot(store);
  return readContainerWorld(store, snapshot, findContainer(snapshot, reference).id);
}

async function measured(
  store: Store,
  around: ContainerWorld,
  names: readonly string[],
  options: MeasureOptions,
): Promise<Resolution[]> {
  const results = await measureNames(await store.engine(), around.details, names, options);
  return names.map((name) => withMeasured(around, predicted(around, name), results.get(name)));
}

/** A name as it is predicted in a container. */
export function predicted({ world, container }: ContainerWorld, name: string): Resolution {
  return { name, predicted: predictName(world, container.id, name) };
}

/** A prediction with what was measured beside it: the network of the answer, and whether the two agree. */
export function withMeasured(
  { world, owner }: Pick<ContainerWorld, 'world' | 'owner'>,
  resolution: Resolution,
  result: Measured | undefined,
): Resolution {
  if (!result) return resolution;
  if ('error' in result) return { ...resolution, measured: result };
  const [address] = result.addresses;
  const network = address && networkOfAddress(world.snapshot, owner.networks, address);
  const measured = { ...result, ...(network ? { network } : {}) };
  const agreed = agrees(resolution.predicted, measured);
  return { ...resolution, measured, ...(agreed === undefined ? {} : { agrees: agreed }) };
}
