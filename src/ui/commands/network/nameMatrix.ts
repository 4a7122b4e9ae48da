import { findNetwork } from '../../../core/lookup.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { readNetworkRef } from '../../../state/operations/readSpec.ts';
import { pickNetwork } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

export const showNameMatrixCommand: Command<{ network: string }, void> = {
  async ask({ store }, { networks: given }) {
    if (given.length > 0) return given.map((network) => ({ network }));
    const { networks } = await connectedSnapshot(store);
    const used = networks.filter((one) => one.endpoints.length > 0);
    const none = 'There is no network with a container on it.';
    const picked = await pickNetwork('Show Name Matrix', 'Of which network?', used, none);
    return [{ network: picked.id }];
  },
  async act(services, argument) {
    const { network } = readNetworkRef(argument);
    const found = findNetwork(await connectedSnapshot(services.store), network);
    const { showMatrix } = await import('../../panels/matrix/matrixPanel.ts');
    showMatrix(services, found);
  },
};
