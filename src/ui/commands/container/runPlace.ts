import { cancelled } from '../../../core/errors.ts';
import type { Container, Network, Snapshot } from '../../../core/model.ts';
import type { RunNetwork } from '../../../core/specs.ts';
import { askPick, type Choice } from '../../prompts/askPick.ts';
import { back } from '../../prompts/frame.ts';
import { networkChoices } from '../../prompts/pick.ts';
import { isRunning } from '../../tree/rows/row.ts';

/** Where a container is to run: as the engine is told, and as people say it. */
export interface RunPlace {
  network: RunNetwork;
  /** `on mynet`, `on the host's network`. */
  where: string;
  /** The user-defined network, where it is one: only there can addresses and aliases be chosen. */
  userDefined?: Network;
  /** Ports can be published, and links made. */
  bridge: boolean;
}

export function placeOf(target: Network | Container): RunPlace {
  if ('image' in target) {
    return { network: { shareWith: target.id }, where: `on the network of ${target.name}`, bridge: false };
  }
  if (!target.builtIn) {
    return { network: target.id, where: `on ${target.name}`, userDefined: target, bridge: true };
  }
  if (target.driver === 'host')
    return { network: { mode: 'host' }, where: "on the host's network", bridge: false };
  if (target.driver === 'null')
    return { network: { mode: 'none' }, where: 'without a network', bridge: false };
  return { network: { mode: 'bridge' }, where: 'on the default bridge', bridge: true };
}

export async function pickPlace({ networks, containers }: Snapshot): Promise<RunPlace> {
  const open = networks.filter((network) => network.scope !== 'swarm' || network.attachable);
  const owners = containers.filter((one) => isRunning(one.state) && one.mode !== 'container');
  const choices: Choice<RunPlace>[] = [
    ...networkChoices(open).map((choice) => ({ ...choice, value: placeOf(choice.value) })),
    ...owners.map((owner) => ({
      label: owner.name,
      description: 'share the network of this container',
      value: placeOf(owner),
    })),
  ];
  const place = await askPick({ title: 'Run Container' }, { placeholder: 'On which network?', choices });
  if (place === back) throw cancelled();
  return place;
}
