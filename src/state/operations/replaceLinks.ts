import { findContainer } from '../../core/lookup.ts';
import type { EnginePort } from '../../core/port.ts';
import type { Store } from '../store.ts';
import { checkWorld } from './checkWorld.ts';
import { connectAll, type Member, makeAndConnect } from './connectAll.ts';
import { endpointOn, endpointSpec } from './endpointSpec.ts';
import { engineChose } from './engineChose.ts';
import { type LinkPlan, linkPlan } from './linkPlan.ts';
import { readContainerOnNetwork } from './readSpec.ts';
import { send } from './send.ts';

/** What replaceLinks would do. */
export async function planLinks(
  store: Store,
  argument: { container: string; network?: string },
): Promise<LinkPlan> {
  const reference = readContainerOnNetwork(argument);
  const world = await checkWorld(store);
  const { id } = findContainer(world.snapshot, reference.container);
  const details = await store.details(id);
  // Aliases decide who has to be connected anew: they are only known of inspected containers.
  for (const { container } of details.legacyLinks) {
    const target = world.snapshot.containers.find((one) => one.name === container || one.id === container);
    if (target) await store.details(target.id);
  }
  return linkPlan({ ...world, snapshot: store.snapshot }, details, reference.network);
}

/** Connects both ends of a container's links to a user-defined network, under the aliases that the links gave. Resolves with what was done. */
export async function replaceLinks(
  store: Store,
  argument: { container: string; network?: string },
): Promise<LinkPlan> {
  const plan = await planLinks(store, argument);
  const asked = { network: plan.network.id ?? plan.network.name, container: plan.container.id };
  const network = await send(store, store.snapshot, { act: 'connect', spec: asked }, (engine) =>
    carryOut(engine, plan),
  );
  if (!plan.network.id) engineChose(store).add(network);
  return { ...plan, network: { id: network, name: plan.network.name } };
}

async function carryOut(engine: EnginePort, { network, connect }: LinkPlan): Promise<string> {
  const members: Member[] = [];
  for (const { id, aliases, again } of connect) {
    if (!again || !network.id) {
      members.push({ container: id, endpoint: { aliases } });
      continue;
    }
    const place = { id: network.id, name: network.name };
    const was = endpointOn(await engine.inspectContainer(id), place);
    const before = was ? endpointSpec(was) : {};
    members.push({
      container: id,
      endpoint: { ...before, aliases: [...(before.aliases ?? []), ...aliases] },
    });
  }
  if (!network.id) return makeAndConnect(engine, network.name, members);
  for (const { id, again } of connect) if (again) await engine.disconnect(network.id, id, false);
  await connectAll(engine, network.id, members);
  return network.id;
}
