import type { Network } from '../../core/model.ts';
import type { EnginePort } from '../../core/port.ts';
import type { EndpointSpec } from '../../core/specs.ts';

/** A container that is to be put on a network. */
export interface Member {
  container: string;
  endpoint: EndpointSpec;
}

/** Makes a bridge network and connects the containers; where one cannot be, nothing of it is left. Resolves with its id. */
export async function makeAndConnect(
  engine: EnginePort,
  name: string,
  members: readonly Member[],
): Promise<string> {
  const network = await engine.createNetwork({ name });
  try {
    await connectAll(engine, network, members);
  } catch (error) {
    await engine.removeNetwork(network);
    throw error;
  }
  return network;
}

/** Connects the containers to the network: all of them, or none where one cannot be. */
export async function connectAll(
  engine: EnginePort,
  network: string,
  members: readonly Member[],
): Promise<void> {
  const connected: string[] = [];
  try {
    for (const { container, endpoint } of members) {
      await engine.connect(network, container, endpoint);
      connected.push(container);
    }
  } catch (error) {
    for (const container of connected) await engine.disconnect(network, container, true);
    throw error;
  }
}

/** A bridge network as it will be once it is made, for checks. */
export function networkToBe(name: string): Network {
  return {
    ...{ id: '', name, driver: 'bridge', scope: 'local', builtIn: false, internal: false, attachable: false },
    ...{ ingress: false, ipv6: false, subnets: [], options: {}, labels: {}, created: '', endpoints: [] },
  };
}
