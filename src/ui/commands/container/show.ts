import { findContainer } from '../../../core/lookup.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { readContainerRef } from '../../../state/operations/readSpec.ts';
import type { Command } from '../command.ts';
import { askContainer } from './askContainer.ts';

export const showContainerCommand: Command<{ container: string }, void> = {
  ask: (services, subject) => askContainer(services, subject, 'Show Hosts and DNS'),
  async act({ context, store }, argument) {
    const { container } = readContainerRef(argument);
    const found = findContainer(await connectedSnapshot(store), container);
    const { showHosts } = await import('../../panels/hosts/hostsPanel.ts');
    showHosts(context, store, found);
  },
};
