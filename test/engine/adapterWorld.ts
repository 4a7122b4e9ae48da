import { EngineError } from '../../src/core/errors.ts';
import type { ContainerSpec, EnginePort } from '../../src/core/port.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { findEngine } from '../../src/docker/findEngine.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';

/** The engine under test with one network on it; closing removes all that was made in it. */
export interface World {
  engine: EnginePort;
  /** Name of the network, 10.204.0.0/24. */
  network: string;
  networkId: string;
  labels: Record<string, string>;
  /** Makes and starts a container; resolves with its id. */
  run(spec: Partial<ContainerSpec> & { name: string }): Promise<string>;
  /** A connection of somebody else. */
  another(): Promise<EnginePort>;
  close(): Promise<void>;
}

const labels = { [labLabel]: 'adapter' };

/** A container of the lab's image that sleeps on the default bridge, unless told otherwise. */
export function aBox(spec: Partial<ContainerSpec> & { name: string }): ContainerSpec {
  return { image: busyboxImage, command: ['sleep', '1000'], networkMode: 'bridge', labels, ...spec };
}

export async function adapterWorld(): Promise<World> {
  const { socket } = await labEngine();
  const another = () => connectEngine(findEngine(socket, {}, '/', process.platform));
  const engine = await another();
  const network = 'adapter-net';
  const networkId = await engine.createNetwork({
    name: network,
    subnets: [{ subnet: '10.204.0.0/24', gateway: '10.204.0.1' }],
    labels,
  });
  return {
    engine,
    network,
    networkId,
    labels,
    async run(spec) {
      const id = await engine.createContainer(aBox(spec));
      await engine.startContainer(id);
      return id;
    },
    another,
    async close() {
      const isOurs = (one: { labels: Record<string, string> }) => one.labels[labLabel] === 'adapter';
      const containers = (await engine.listContainers()).filter(isOurs);
      for (const container of containers) await engine.removeContainer(container.id);
      const networks = (await engine.listNetworks()).filter(isOurs);
      for (const one of networks) await engine.removeNetwork(one.id);
      engine.close();
    },
  };
}

/** Whether an error is the engine's refusal with that status. */
export function isRefusal(status: number): (error: unknown) => boolean {
  return (error) => error instanceof EngineError && error.status === status;
}
