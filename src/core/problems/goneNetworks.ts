import type { Snapshot } from '../model.ts';
import type { Problem } from './findProblems.ts';

/** Stopped containers whose network was removed: they will not start, even where one of that name was made anew. */
export function goneNetworks(snapshot: Snapshot): Problem[] {
  return snapshot.containers.flatMap((container) => {
    const [gone] = container.goneNetworks ?? [];
    if (gone === undefined) return [];
    const anew = snapshot.networks.some((one) => one.name === gone);
    const called = /^[0-9a-f]{64}$/.test(gone) ? `network ${gone.slice(0, 12)}` : gone;
    const sentence = anew
      ? `${container.name} belongs to a network ${called} that was removed, and will not start: the ${called} of today is another one. Repairing puts it on that one.`
      : `${container.name} belongs to ${called}, which is gone, and will not start. Repairing puts it on another network.`;
    const remedy = {
      title: `Repair ${container.name}`,
      command: 'dockerNetworks.repairContainer',
      argument: { container: container.id },
    };
    return [{ kind: 'network-gone', container: container.id, sentence, remedy }];
  });
}
