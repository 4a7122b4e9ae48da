import type { Container, Network, Snapshot } from '../model.ts';

/** Undefined where the container can be connected to the network; else the sentence that says why not. */
export function connectable(
  _network: Network,
  _container: Container,
  _snapshot?: Snapshot,
): string | undefined {
  return undefined;
}
