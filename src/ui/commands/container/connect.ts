import type { CheckWorld } from '../../../core/checks/check.ts';
import { checkConnect } from '../../../core/checks/checkConnect.ts';
import { connectable } from '../../../core/checks/connectable.ts';
import { listNames } from '../../../core/checks/listNames.ts';
import { cancelled, ExpectedError } from '../../../core/errors.ts';
import { findContainer, findNetwork } from '../../../core/lookup.ts';
import type { Container, Network } from '../../../core/model.ts';
import type { ConnectSpec, EndpointSpec } from '../../../core/specs.ts';
import { checkWorld } from '../../../state/operations/checkWorld.ts';
import { connectContainer } from '../../../state/operations/connectContainer.ts';
import { askFields } from '../../prompts/askFields.ts';
import { confirm } from '../../prompts/confirm.ts';
import { back } from '../../prompts/frame.ts';
import { pickContainer, pickNetwork } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';
import { endpointFields } from './endpointFields.ts';

const title = 'Connect Container';

export const connectContainerCommand: Command<ConnectSpec, void> = {
  async ask({ store }, subject) {
    const world = await checkWorld(store);
    const containers = subject.containers.map(({ id }) => findContainer(world.snapshot, id));
    const given =
      subject.networks[0] === undefined ? undefined : findNetwork(world.snapshot, subject.networks[0]);
    const network = given ?? (await pickTarget(world, containers));
    const joining = containers.length > 0 ? containers : [await pickJoining(world, network)];
    refuseUnable(network, joining, world);
    if (subject.dropped === 'to ask') await confirm(question(joining, network), 'Connect');
    const endpoint = joining.length > 1 || subject.dropped ? {} : await ask(joining[0]!, network, world);
    return joining.map((container) => ({ ...endpoint, network: network.id, container: container.id }));
  },
  act: ({ store }, argument) => connectContainer(store, argument),
  tell: async ({ reveal }, done) => reveal(done[0]!.argument.network),
  doing: 'Connecting',
};

/** Whether the container could be put on the network now. */
function isOpen(network: Network, container: Container, { snapshot }: CheckWorld): boolean {
  return !container.networks.includes(network.id) && connectable(network, container, snapshot) === undefined;
}

function pickTarget(world: CheckWorld, containers: readonly Container[]): Promise<Network> {
  const { snapshot } = world;
  const joining = containers.length > 0 ? containers : snapshot.containers;
  const open = snapshot.networks.filter((network) =>
    containers.length > 0
      ? joining.every((container) => isOpen(network, container, world))
      : joining.some((container) => isOpen(network, container, world)),
  );
  const [only] = containers;
  const none =
    only && containers.length === 1
      ? `There is no further network that ${only.name} could be connected to.`
      : 'There is no network that could be connected to.';
  return pickNetwork(title, 'To which network?', open, none);
}

function pickJoining(world: CheckWorld, network: Network): Promise<Container> {
  const open = world.snapshot.containers.filter((container) => isOpen(network, container, world));
  const none = `There is no further container that could be connected to ${network.name}.`;
  return pickContainer(title, `Which container joins ${network.name}?`, open, none);
}

/** Rows can be dragged anywhere: what cannot be is said before anything is asked. */
function refuseUnable(network: Network, containers: readonly Container[], { snapshot }: CheckWorld): void {
  for (const container of containers) {
    if (container.networks.includes(network.id)) {
      throw new ExpectedError('conflict', `${container.name} is on ${network.name} already.`);
    }
    const hindrance = connectable(network, container, snapshot);
    if (hindrance) throw new ExpectedError('unsupported', hindrance);
  }
}

function question(containers: readonly Container[], network: Network): string {
  return `Connect ${listNames(containers.map(({ name }) => name))} to ${network.name}?`;
}

async function ask(container: Container, network: Network, world: CheckWorld): Promise<EndpointSpec> {
  // On the default bridge nothing can be chosen.
  if (network.builtIn) return {};
  const endpoint: EndpointSpec = {};
  const go = () => ({
    label: `Connect ${container.name} to ${network.name}`,
    blocked: checkConnect(endpoint, network, container, world).refusal?.message,
  });
  const fields = () => endpointFields(endpoint, network, world, container.id);
  const answer = await askFields({ title }, go, `How it is to be on ${network.name}`, fields);
  if (answer === back) throw cancelled();
  return endpoint;
}
