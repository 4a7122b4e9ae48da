import type { Remedy } from '../errors.ts';
import type { Container, Snapshot } from '../model.ts';
import { brokenShare } from '../names/sharing.ts';
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

function remedyFor(snapshot: Snapshot, { id, name, sharesWith }: Container): Remedy | undefined {
  return snapshot.containers.some((one) => one.id === sharesWith)
    ? { title: `Repair ${name}`, command: 'dockerNetworks.repairContainer', argument: { container: id } }
    : undefined;
}
