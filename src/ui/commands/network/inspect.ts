import { findNetwork } from '../../../core/lookup.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { readNetworkRef } from '../../../state/operations/readSpec.ts';
import { openInspection } from '../../documents/inspections.ts';
import { pickNetwork } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

export const inspectNetworkCommand: Command<{ network: string }, string> = {
  async ask({ store }, { networks }) {
    if (networks.length > 0) return networks.map((network) => ({ network }));
    const snapshot = await connectedSnapshot(store);
    const network = await pickNetwork(
      'Inspect Network',
      'Which network?',
      snapshot.networks,
      'There is no network.',
    );
    return [{ network: network.id }];
  },
  async act({ store }, argument) {
    const { network } = readNetworkRef(argument);
    const { id, name } = findNetwork(await connectedSnapshot(store), network);
    return openInspection('network', name, id);
  },
};
