import { checkNetworkName } from '../../../core/checks/checkNetworkName.ts';
import { cancelled } from '../../../core/errors.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { createNetworkForBoth } from '../../../state/operations/createNetworkForBoth.ts';
import { askText } from '../../prompts/askText.ts';
import { back } from '../../prompts/frame.ts';
import { pickContainers } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

type Argument = Parameters<typeof createNetworkForBoth>[1];

export const createNetworkForBothCommand: Command<Argument, { id: string; name: string }> = {
  async ask({ store }, subject) {
    const title = 'Create a Network for Both';
    const snapshot = await connectedSnapshot(store);
    const ids = subject.containers.map((one) => one.id);
    const containers =
      ids.length > 1
        ? ids
        : (
            await pickContainers(title, 'Which containers?', snapshot.containers, 'There is no container.')
          ).map(({ id }) => id);
    const name = await askText(
      { title },
      {
        prompt: 'Name of the network',
        placeholder: 'shared',
        check: (text) => checkNetworkName(text, snapshot),
      },
    );
    if (name === back) throw cancelled();
    return [{ name, containers }];
  },
  act: ({ store }, argument) => createNetworkForBoth(store, argument),
  tell: async ({ reveal }, done) => reveal(done[0]!.result.id),
  doing: 'Creating the network',
};
