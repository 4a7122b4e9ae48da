import type { Network, Snapshot } from '../model.ts';
import type { Problem } from './findProblems.ts';

/** Networks that share a name, which engines before 25 allow: a container is then only connected by id. */
export function duplicateNetworks(snapshot: Snapshot): Problem[] {
  return snapshot.networks.flatMap((network) => {
    const all = snapshot.networks.filter((one) => one.name === network.name);
    return all.length > 1 ? [problem(network, all.length)] : [];
  });
}

function problem(network: Network, count: number): Problem {
  const empty = network.endpoints.length === 0;
  const sentence = `${count} networks are called ${network.name}, and Docker refuses the name as ambiguous: remove all but one, or use their ids (this one is ${network.id.slice(0, 12)}).`;
  const remedy = {
    title: `Remove ${network.name} (${network.id.slice(0, 12)})`,
    command: 'dockerNetworks.removeNetwork',
    argument: { network: network.id },
  };
  return { kind: 'duplicate-network', network: network.id, sentence, ...(empty ? { remedy } : {}) };
}
