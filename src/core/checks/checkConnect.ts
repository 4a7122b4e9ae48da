import type { Container, Network } from '../model.ts';
import type { EndpointSpec } from '../specs.ts';
import { type Check, type CheckWorld, fine } from './check.ts';

/** Whether the container can be put on the network that way. */
export function checkConnect(
  _spec: EndpointSpec,
  _network: Network,
  _container: Container,
  _world: CheckWorld,
): Check {
  return fine();
}
