import { cancelled, ExpectedError } from '../../../core/errors.ts';
import { type Reconnection, reconnections } from '../../../state/endpointMemory.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { reconnectContainer } from '../../../state/operations/reconnectContainer.ts';
import { askPick, askPicks, type Choice } from '../../prompts/askPick.ts';
import { back } from '../../prompts/frame.ts';
import type { Command } from '../command.ts';

export const reconnectContainerCommand: Command<{ container: string; network: string }, void> = {
  async ask({ store }, { containers }) {
    const snapshot = await connectedSnapshot(store);
    const wanted = new Set(containers.map((one) => one.id));
    const possible = reconnections(snapshot, store.memory.all()).filter(
      ({ container }) => wanted.size === 0 || wanted.has(container.id),
    );
    if (possible.length === 0) throw new ExpectedError('not-found', nothingRemembered(wanted.size > 0));
    const chosen = await choose(possible, wanted.size > 1);
    return chosen.map(({ container, network }) => ({ container: container.id, network: network.id }));
  },
  act: ({ store }, argument) => reconnectContainer(store, argument),
  tell: async ({ reveal }, done) => reveal(done[0]!.argument.network),
  doing: 'Reconnecting',
};

async function choose(possible: readonly Reconnection[], several: boolean): Promise<Reconnection[]> {
  const frame = { title: 'Reconnect Container as Before' };
  const placeholder = 'With the address, aliases and links that it had';
  const choices = possible.map((value): Choice<Reconnection> => {
    const label = `${value.container.name} to ${value.network.name}`;
    return { label, description: described(value), picked: true, value };
  });
  if (several) {
    const chosen = await askPicks(frame, { placeholder, choices });
    if (chosen === back || chosen.length === 0) throw cancelled();
    return chosen;
  }
  const chosen = await askPick(frame, { placeholder, choices });
  if (chosen === back) throw cancelled();
  return [chosen];
}

function described({ endpoint }: Reconnection): string {
  const { ipv4, ipv6, aliases = [], links = [] } = endpoint;
  const linked = links.map(({ container, alias }) => `links ${container}${alias ? ` as ${alias}` : ''}`);
  return [ipv4, ipv6, ...aliases, ...linked].filter(Boolean).join(' · ');
}

function nothingRemembered(forSome: boolean): string {
  return forSome
    ? 'This container was not disconnected from here from any network that it could be put back on.'
    : 'No container was disconnected from here from a network that it could be put back on.';
}
