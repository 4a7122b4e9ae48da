import { cancelled, ExpectedError } from '../../../core/errors.ts';
import type { Network } from '../../../core/model.ts';
import type { PruneSpec } from '../../../core/specs.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { pruneNetworks } from '../../../state/operations/pruneNetworks.ts';
import { pruneCandidates } from '../../../state/pruneCandidates.ts';
import { askPicks, type Choice } from '../../prompts/askPick.ts';
import { back } from '../../prompts/frame.ts';
import { networkChoice } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

export const pruneNetworksCommand: Command<PruneSpec, { removed: string[] }> = {
  async ask({ store }) {
    const { unused, stoppedOnly } = pruneCandidates(await connectedSnapshot(store));
    const choices = [...unused.map(tickedChoice), ...stoppedOnly.map(warnedChoice)];
    if (choices.length === 0) {
      throw new ExpectedError('not-found', 'Every network is in use: there is nothing to remove.');
    }
    const chosen = await askPicks(
      { title: 'Remove Unused Networks' },
      { placeholder: 'Exactly the ticked ones are removed', choices },
    );
    if (chosen === back || chosen.length === 0) throw cancelled();
    return [{ networks: chosen.map((network) => network.id) }];
  },
  act: ({ store }, argument, signal) => pruneNetworks(store, argument, signal),
  size: (_services, { networks = [] }) => networks.length,
  doing: 'Removing unused networks',
};

function tickedChoice(network: Network): Choice<Network> {
  return { ...networkChoice(network), picked: true };
}

function warnedChoice(network: Network): Choice<Network> {
  const names = network.endpoints.map((endpoint) => endpoint.name).join(', ');
  return {
    ...networkChoice(network),
    detail: `$(warning) ${names} (stopped) will not start again without it`,
  };
}
