import { findContainer } from '../../../core/lookup.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { readContainerRef } from '../../../state/operations/readSpec.ts';
import { openInspection } from '../../documents/inspections.ts';
import type { Command } from '../command.ts';
import { askContainer } from './askContainer.ts';

export const inspectContainerCommand: Command<{ container: string }, string> = {
  ask: (services, subject) => askContainer(services, subject, 'Inspect Container'),
  async act({ store }, argument) {
    const { container } = readContainerRef(argument);
    const { id, name } = findContainer(await connectedSnapshot(store), container);
    return openInspection('container', name, id);
  },
};
