import { ExpectedError } from '../../../core/errors.ts';
import { findContainer } from '../../../core/lookup.ts';
import type { Container, Snapshot } from '../../../core/model.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { repairContainer, repairsOf } from '../../../state/operations/repairContainer.ts';
import { confirm } from '../../prompts/confirm.ts';
import type { Command } from '../command.ts';
import { askContainer } from './askContainer.ts';

type Argument = { container: string; network?: string };

export const repairContainerCommand: Command<Argument, { networks: string[] }> = {
  async ask(services, subject) {
    const none = 'No stopped container belongs to a network that is gone: there is nothing to repair.';
    const chosen = await askContainer(services, subject, 'Repair Container', isBroken, none);
    const snapshot = await connectedSnapshot(services.store);
    const broken = chosen.map(({ container }) => findContainer(snapshot, container)).filter(isBroken);
    if (broken.length === 0) throw new ExpectedError('not-found', none);
    // What cannot be repaired is told when it is tried.
    const curable = broken.filter((container) => repairsOf(container, snapshot).length > 0);
    if (curable.length > 0) await confirm(question(curable, snapshot), 'Repair', consequence);
    return broken.map(({ id }) => ({ container: id }));
  },
  act: ({ store }, argument) => repairContainer(store, argument),
  doing: 'Repairing',
};

const consequence =
  'What it belongs to was removed, so it could not start. It keeps its address, aliases and links.';

function question(containers: readonly Container[], snapshot: Snapshot): string {
  if (containers.length > 1) return `Put ${containers.length} containers on the networks that are there now?`;
  const [container] = containers;
  const names = repairsOf(container!, snapshot).map(({ network }) => network.name);
  return `Put ${container!.name} on the ${names.join(', ')} that is there now?`;
}

function isBroken({ goneNetworks }: Container): boolean {
  return (goneNetworks?.length ?? 0) > 0;
}
