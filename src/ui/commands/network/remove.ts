import { findNetwork } from '../../../core/lookup.ts';
import type { Network } from '../../../core/model.ts';
import type { RemoveSpec } from '../../../core/specs.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { inUse } from '../../../state/operations/inUse.ts';
import { removeNetwork } from '../../../state/operations/removeNetwork.ts';
import { confirm } from '../../prompts/confirm.ts';
import { pickNetwork } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

export const removeNetworkCommand: Command<RemoveSpec, void> = {
  async ask({ store }, { networks }) {
    const snapshot = await connectedSnapshot(store);
    const removable = snapshot.networks.filter((network) => !network.builtIn);
    const chosen =
      networks.length > 0
        ? networks.map((id) => findNetwork(snapshot, id)).filter((network) => !network.builtIn)
        : [
            await pickNetwork(
              'Remove Network',
              'Which network?',
              removable,
              "There is no network to remove: Docker's own three stay.",
            ),
          ];
    await confirmRemoval(chosen);
    return chosen.map((network) => ({
      network: network.id,
      disconnectContainers: network.endpoints.length > 0,
    }));
  },
  act: ({ store }, argument, signal) => removeNetwork(store, argument, signal),
  size: ({ store }, { network }) => 1 + findNetwork(store.snapshot, network).endpoints.length,
  doing: 'Removing',
};

async function confirmRemoval(networks: readonly Network[]): Promise<void> {
  const used = networks.filter((network) => network.endpoints.length > 0);
  const what = networks.length === 1 ? networks[0]!.name : `these ${networks.length} networks`;
  if (used.length === 0) {
    const names = networks.length === 1 ? undefined : networks.map((network) => network.name).join('\n');
    return confirm(`Remove ${what}?`, 'Remove', names);
  }
  const refusals = used.map((network) => inUse(network));
  if (networks.length === 1) return confirm(refusals[0]!.message, refusals[0]!.remedies[0]!.title);
  const sentences = networks.map((network) =>
    network.endpoints.length > 0 ? inUse(network).message : `${network.name} is not in use.`,
  );
  return confirm(`Remove ${what}?`, 'Disconnect All and Remove', sentences.join('\n'));
}
