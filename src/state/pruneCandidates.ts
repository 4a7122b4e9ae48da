import type { ContainerState, Endpoint, Network, Snapshot } from '../core/model.ts';

/** Networks that may go: those that no container uses, and those that only stopped ones use. */
export interface PruneCandidates {
  unused: Network[];
  /** Their containers will not start again without them. */
  stoppedOnly: Network[];
}

const idle = new Set<ContainerState>(['created', 'exited', 'dead', 'removing']);

/** The containers on a network, those that run (or are paused, or about to run again) and those that do not. */
export function usersOf(network: Network): { running: Endpoint[]; stopped: Endpoint[] } {
  return {
    running: network.endpoints.filter(({ state }) => !idle.has(state)),
    stopped: network.endpoints.filter(({ state }) => idle.has(state)),
  };
}

/**
 * Which networks could be removed. Never Docker's own and swarm's: who uses those on other machines is not known here.
 * The engine's own prune and its `dangling` filter are wrong about what is in use: measured on 20.10 and 28.5.
 */
export function pruneCandidates({ networks }: Snapshot): PruneCandidates {
  const removable = networks.filter(isRemovable);
  const users = new Map(removable.map((network) => [network, usersOf(network)]));
  return {
    unused: removable.filter((network) => network.endpoints.length === 0),
    stoppedOnly: removable.filter((network) => {
      const { running, stopped } = users.get(network)!;
      return running.length === 0 && stopped.length > 0;
    }),
  };
}

function isRemovable({ builtIn, ingress, scope, name, driver }: Network): boolean {
  return !builtIn && !ingress && scope !== 'swarm' && name !== 'docker_gwbridge' && driver !== 'null';
}
