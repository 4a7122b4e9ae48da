import type { Remedy } from '../errors.ts';
import type { Container, Snapshot } from '../model.ts';
import { brokenShare } from '../names/sharing.ts';
import { isUp } from '../names/world.ts';
import type { KnownDetails, Problem } from './findProblems.ts';

/** Containers that share the network of one that is gone, stopped or was restarted: the engine does not tell. */
export function deadSharers(snapshot: Snapshot, details: KnownDetails): Problem[] {
  return snapshot.containers.flatMap((container) => {
    const sentence = brokenShare({ snapshot, details }, container);
    return sentence
      ? [{ kind: 'dead-sharer', container: container.id, sentence, remedy: remedyFor(snapshot, container) }]
      : [];
  });
}

function remedyFor(snapshot: Snapshot, container: Container): Remedy | undefined {
  const shared = snapshot.containers.find((one) => one.id === container.sharesWith);
  if (!shared) return undefined;
  return isUp(shared)
    ? wake(`Restart ${container.name}`, 'restartContainer', container)
    : wake(`Start ${shared.name}`, 'startContainer', shared);
}

function wake(title: string, command: string, container: Container): Remedy {
  return { title, command: `dockerNetworks.${command}`, argument: { container: container.id } };
}
