import { findContainer, findNetwork } from '../../../core/lookup.ts';
import type { Container, Network, Snapshot } from '../../../core/model.ts';
import type { DisconnectSpec } from '../../../core/specs.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { disconnectContainer } from '../../../state/operations/disconnectContainer.ts';
import { confirm } from '../../prompts/confirm.ts';
import { pickContainers, pickNetwork } from '../../prompts/pick.ts';
import { isRunning } from '../../tree/rows/row.ts';
import type { Command } from '../command.ts';
import type { Subject } from '../subject.ts';
import { offerReconnect } from './offerReconnect.ts';

interface Pair {
  container: Container;
  network: Network;
}

export const disconnectContainerCommand: Command<DisconnectSpec, void> = {
  async ask({ store }, subject) {
    const snapshot = await connectedSnapshot(store);
    const pairs = chosenPairs(snapshot, subject);
    if (pairs.length === 0) pairs.push(...(await pickPairs(snapshot, subject)));
    await confirm(question(pairs), 'Disconnect', consequence(pairs));
    return pairs.map(({ container, network }) => ({ container: container.id, network: network.id }));
  },
  act: ({ store }, argument) => disconnectContainer(store, argument),
  tell: (services, done) =>
    void offerReconnect(
      services,
      done.map(({ argument }) => argument),
    ),
  doing: 'Disconnecting',
};

function chosenPairs(snapshot: Snapshot, { containers }: Subject): Pair[] {
  return containers.flatMap(({ id, network }) =>
    network === undefined
      ? []
      : [{ container: findContainer(snapshot, id), network: findNetwork(snapshot, network) }],
  );
}

async function pickPairs(snapshot: Snapshot, { networks }: Subject): Promise<Pair[]> {
  const title = 'Disconnect Container';
  const used = snapshot.networks.filter(({ endpoints, driver }) => endpoints.length > 0 && driver !== 'host');
  const network = networks[0]
    ? findNetwork(snapshot, networks[0])
    : await pickNetwork(
        title,
        'From which network?',
        used,
        'No container is on a network that it could leave.',
      );
  const ids = new Set(network.endpoints.map((endpoint) => endpoint.container));
  const containers = snapshot.containers.filter((container) => ids.has(container.id));
  const picked = await pickContainers(
    title,
    `Which containers leave ${network.name}?`,
    containers,
    `${network.name} is empty.`,
  );
  return picked.map((container) => ({ container, network }));
}

function question(pairs: readonly Pair[]): string {
  const [first] = pairs;
  if (pairs.length === 1) return `Disconnect ${first!.container.name} from ${first!.network.name}?`;
  const networks = new Set(pairs.map(({ network }) => network.id));
  return networks.size === 1
    ? `Disconnect ${pairs.length} containers from ${first!.network.name}?`
    : `Disconnect ${pairs.length} containers from ${networks.size} networks?`;
}

function consequence(pairs: readonly Pair[]): string | undefined {
  const leaving = new Map<Container, number>();
  for (const { container } of pairs) leaving.set(container, (leaving.get(container) ?? 0) + 1);
  const left = [...leaving].filter(
    ([container, count]) => isRunning(container.state) && container.networks.length <= count,
  );
  const lines =
    pairs.length > 1 ? pairs.map(({ container, network }) => `${container.name} from ${network.name}`) : [];
  lines.push(...left.map(([{ name }]) => `${name} is then on no network: only its loopback is left.`));
  return lines.length > 0 ? lines.join('\n') : undefined;
}
