import { findContainer } from '../../../core/lookup.ts';
import type { Container } from '../../../core/model.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { repairContainer, repairsOf } from '../../../state/operations/repairContainer.ts';
import { confirm } from '../../prompts/confirm.ts';
import type { Command } from '../command.ts';
import { askContainer } from './askContainer.ts';

type Argument = { container: string; network?: string };

export const repairContainerCommand: Command<Argument, { networks: string[] }> = {
  async ask(services, subject) {
    const none = 'No stopped container belongs to a network that is gone: there is nothing to repair.';
    const [chosen] = await askContainer(services, subject, 'Repair Container', isBroken, none);
    const snapshot = await connectedSnapshot(services.store);
    const container = findContainer(snapshot, chosen!.container);
    const repairs = repairsOf(container, snapshot);
    if (repairs.length > 0) {
      const names = repairs.map(({ network }) => network.name).join(', ');
      await confirm(
        `Put ${container.name} on the ${names} that is there now?`,
        'Repair',
        `It belongs to a network that was removed, and could not start. It keeps its address, aliases and links.`,
      );
    }
    return [chosen!];
  },
  act: ({ store }, argument) => repairContainer(store, argument),
  doing: 'Repairing',
};

function isBroken({ goneNetworks }: Container): boolean {
  return (goneNetworks?.length ?? 0) > 0;
}
