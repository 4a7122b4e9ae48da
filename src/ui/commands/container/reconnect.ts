import { cancelled, ExpectedError } from '../../../core/errors.ts';
import type { RememberedEndpoint } from '../../../state/endpointMemory.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { reconnectContainer } from '../../../state/operations/reconnectContainer.ts';
import { askPick, type Choice } from '../../prompts/askPick.ts';
import { back } from '../../prompts/frame.ts';
import type { Command } from '../command.ts';

export const reconnectContainerCommand: Command<{ container: string; network: string }, void> = {
  async ask({ store }, { containers }) {
    const snapshot = await connectedSnapshot(store);
    const wanted = new Set(containers.map((one) => one.id));
    const choices = store.memory
      .all()
      .flatMap((remembered): Choice<{ container: string; network: string }>[] => {
        const container = snapshot.containers.find(({ id }) => id === remembered.container);
        const network =
          snapshot.networks.find(({ id }) => id === remembered.network) ??
          snapshot.networks.find(({ name }) => name === remembered.networkName);
        if (!container || !network || container.networks.includes(network.id)) return [];
        if (wanted.size > 0 && !wanted.has(container.id)) return [];
        return [
          {
            label: `${container.name} to ${network.name}`,
            description: described(remembered),
            value: { container: container.id, network: network.id },
          },
        ];
      });
    if (choices.length === 0) throw new ExpectedError('not-found', nothingRemembered(wanted.size > 0));
    const chosen = await askPick(
      { title: 'Reconnect Container as Before' },
      { placeholder: 'With the address, aliases and links that it had', choices },
    );
    if (chosen === back) throw cancelled();
    return [chosen];
  },
  act: ({ store }, argument) => reconnectContainer(store, argument),
  doing: 'Reconnecting',
};

function described({ endpoint }: RememberedEndpoint): string {
  const links = (endpoint.links ?? []).map(
    ({ container, alias }) => `links ${container}${alias ? ` as ${alias}` : ''}`,
  );
  return [endpoint.ipv4, endpoint.ipv6, ...(endpoint.aliases ?? []), ...links].filter(Boolean).join(' · ');
}

function nothingRemembered(forOne: boolean): string {
  return forOne
    ? 'This container was not disconnected from here from any network that it could be put back on.'
    : 'No container was disconnected from here from a network that it could be put back on.';
}
