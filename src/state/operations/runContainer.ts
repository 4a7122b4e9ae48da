import { checkRun } from '../../core/checks/checkRun.ts';
import { findContainer, findNetwork } from '../../core/lookup.ts';
import type { Link, Network, Snapshot } from '../../core/model.ts';
import type { ContainerSpec } from '../../core/port.ts';
import type { LinkSpec, PublishSpec, RunSpec } from '../../core/specs.ts';
import type { Store } from '../store.ts';
import { checkWorld } from './checkWorld.ts';
import { endpointOf } from './connectContainer.ts';
import { readRunSpec } from './readSpec.ts';
import { orThrow, send } from './send.ts';

/** Makes a container and starts it. One that cannot start is removed again, and the reason told. */
export async function runContainer(store: Store, argument: RunSpec): Promise<{ id: string; name: string }> {
  const spec = readRunSpec(argument);
  const world = await checkWorld(store);
  orThrow(checkRun(spec, world));
  const container = containerSpec(spec, world.snapshot);
  const id = await send(store, world.snapshot, { act: 'run', spec }, async (engine) => {
    const made = await engine.createContainer(container);
    try {
      await engine.startContainer(made);
    } catch (error) {
      await engine.removeContainer(made);
      throw error;
    }
    return made;
  });
  return { id, name: store.snapshot.containers.find((one) => one.id === id)?.name ?? spec.name ?? id };
}

/** What the engine is asked to make. Throws `not-found` for a network or container that is not there. */
export function containerSpec(spec: RunSpec, snapshot: Snapshot): ContainerSpec {
  const { image, name, command, labels, publishAll } = spec;
  const made: ContainerSpec = { image, name, command, labels, publishAll, networkMode: 'bridge' };
  if (spec.publish) made.portBindings = portBindings(spec.publish);
  const target = spec.network ?? 'bridge';
  if (typeof target === 'object') {
    made.networkMode =
      'mode' in target ? target.mode : `container:${findContainer(snapshot, target.shareWith).id}`;
  } else {
    made.networkMode = networkMode(findNetwork(snapshot, target), snapshot);
  }
  if (made.networkMode === 'bridge') made.legacyLinks = spec.links?.map((link) => legacyLink(link, snapshot));
  const { ipv4, ipv6, aliases } = spec;
  const links = made.networkMode === 'bridge' ? undefined : spec.links;
  if (ipv4 || ipv6 || aliases?.length || links?.length) {
    made.endpoint = endpointOf({ ipv4, ipv6, aliases, links }, snapshot);
  }
  return made;
}

/** The network's name, as people write it; its id where several have that name. */
function networkMode({ id, name }: Network, snapshot: Snapshot): string {
  return snapshot.networks.filter((other) => other.name === name).length > 1 ? id : name;
}

function legacyLink(link: LinkSpec, snapshot: Snapshot): Link {
  const { name } = findContainer(snapshot, link.container);
  return { container: name, alias: link.alias ?? name };
}

function portBindings(publish: readonly PublishSpec[]): NonNullable<ContainerSpec['portBindings']> {
  const bindings: NonNullable<ContainerSpec['portBindings']> = {};
  for (const { port, protocol = 'tcp', hostPort, hostIp } of publish) {
    const binding = {
      ...(hostIp === undefined ? {} : { hostIp }),
      ...(hostPort === undefined ? {} : { hostPort: String(hostPort) }),
    };
    (bindings[`${port}/${protocol}`] ??= []).push(binding);
  }
  return bindings;
}
