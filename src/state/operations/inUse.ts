import { listNames } from '../../core/checks/listNames.ts';
import { ExpectedError } from '../../core/errors.ts';
import type { Network } from '../../core/model.ts';
import { usersOf } from '../pruneCandidates.ts';

/** Why the network is not removed just so: its users by name, running and stopped apart, and the way out. */
export function inUse(network: Network): ExpectedError {
  const { running, stopped } = usersOf(network);
  const all = [...running, ...stopped];
  const them = all.length === 1 ? 'It' : all.length === 2 ? 'Both' : 'All';
  return new ExpectedError('in-use', sentence(network.name, names(running), names(stopped)), {
    remedies: [
      {
        title: `Disconnect ${them} and Remove`,
        command: 'dockerNetworks.removeNetwork',
        argument: { network: network.id, disconnectContainers: true },
      },
    ],
  });
}

function sentence(network: string, running: string[], stopped: string[]): string {
  const belong = stopped.length === 1 ? 'belongs' : 'belong';
  if (running.length === 0) {
    return `Nothing runs on ${network}, but ${listNames(stopped)} (stopped) ${belong} to it and will not start again without it.`;
  }
  const first = `${network} is in use by ${listNames(running)}.`;
  if (stopped.length === 0) return first;
  return `${first} ${listNames(stopped)} (stopped) ${belong} to it, too, and will not start again without it.`;
}

function names(endpoints: readonly { name: string }[]): string[] {
  return endpoints.map(({ name }) => name);
}
