import { cancelled, ExpectedError } from '../../core/errors.ts';
import type { Container, Network } from '../../core/model.ts';
import { isRunning, stateWord } from '../tree/rows/row.ts';
import { askPick, askPicks, type Choice } from './askPick.ts';
import { type Back, back } from './frame.ts';

/** Asks for one of the networks. Throws what `none` says where there is none, `cancelled` where the user withdraws. */
export async function pickNetwork(
  title: string,
  placeholder: string,
  networks: readonly Network[],
  none: string,
): Promise<Network> {
  if (networks.length === 0) throw new ExpectedError('not-found', none);
  return answered(await askPick({ title }, { placeholder, choices: networkChoices(networks) }));
}

/** Asks for one of the containers, those that run first. Throws as `pickNetwork` does. */
export async function pickContainer(
  title: string,
  placeholder: string,
  containers: readonly Container[],
  none: string,
): Promise<Container> {
  if (containers.length === 0) throw new ExpectedError('not-found', none);
  return answered(await askPick({ title }, { placeholder, choices: containerChoices(containers) }));
}

/** Asks for some of the containers; at least one. Throws as `pickNetwork` does. */
export async function pickContainers(
  title: string,
  placeholder: string,
  containers: readonly Container[],
  none: string,
): Promise<Container[]> {
  if (containers.length === 0) throw new ExpectedError('not-found', none);
  const chosen = answered(await askPicks({ title }, { placeholder, choices: containerChoices(containers) }));
  if (chosen.length === 0) throw cancelled();
  return chosen;
}

/** Networks of one name are told apart by their ids. */
export function networkChoices(networks: readonly Network[]): (Choice<Network> & { value: Network })[] {
  return networks.map((network) => {
    const choice = networkChoice(network);
    const alone = networks.every(({ id, name }) => id === network.id || name !== network.name);
    return alone ? choice : { ...choice, description: `${network.id.slice(0, 12)} · ${choice.description}` };
  });
}

export function networkChoice(network: Network): Choice<Network> & { value: Network } {
  const subnets = network.subnets.map((subnet) => subnet.subnet).join(', ');
  const parts = [network.builtIn ? 'default' : network.driver, network.internal ? 'internal' : '', subnets];
  return {
    label: network.name,
    description: parts.filter(Boolean).join(' · '),
    value: network,
  };
}

export function containerChoices(containers: readonly Container[]): Choice<Container>[] {
  const running = containers.filter((container) => isRunning(container.state));
  const stopped = containers.filter((container) => !isRunning(container.state));
  return [...running, ...stopped].map((container) => ({
    label: container.name,
    description: `${stateWord(container.state)} · ${container.image}`,
    value: container,
  }));
}

function answered<T>(answer: T | Back): T {
  if (answer === back) throw cancelled();
  return answer;
}
