import { connectable } from '../../core/checks/connectable.ts';
import { listNames } from '../../core/checks/listNames.ts';
import { ExpectedError } from '../../core/errors.ts';
import type { Snapshot } from '../../core/model.ts';
import { askPick, type Choice } from '../prompts/askPick.ts';

type Wanted = 'test' | 'connect';

/**
 * Asks what is to be done with containers (ids) that were dropped on another one's row under `network`; undefined where
 * nothing can be done, or nothing is wanted.
 */
export async function askDrop(
  snapshot: Snapshot,
  dragged: readonly string[],
  target: string,
  network: string | undefined,
): Promise<Wanted | undefined> {
  const choices = dropChoices(snapshot, dragged, target, network);
  if (choices.length === 0) return undefined;
  const names = dragged.map((id) => nameOf(snapshot, id));
  try {
    const frame = { title: `Drop ${listNames(names)} on ${nameOf(snapshot, target)}` };
    const answer = await askPick(frame, { placeholder: 'What is to be done?', choices });
    return answer === 'test' || answer === 'connect' ? answer : undefined;
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'cancelled') return undefined;
    throw error;
  }
}

function dropChoices(
  snapshot: Snapshot,
  dragged: readonly string[],
  target: string,
  networkId: string | undefined,
): Choice<Wanted>[] {
  const choices: Choice<Wanted>[] = [];
  if (dragged.length === 1 && dragged[0] !== target) {
    choices.push({ label: `Test Reachability to ${nameOf(snapshot, target)}`, value: 'test' });
  }
  const network = snapshot.networks.find((one) => one.id === networkId);
  const joining = snapshot.containers.filter((one) => dragged.includes(one.id));
  const open = (one: (typeof joining)[number]) =>
    !!network && !one.networks.includes(network.id) && connectable(network, one, snapshot) === undefined;
  if (network && joining.every(open)) {
    choices.push({ label: `Connect to ${network.name}`, value: 'connect' });
  }
  return choices;
}

function nameOf({ containers }: Snapshot, id: string): string {
  return containers.find((one) => one.id === id)?.name ?? id.slice(0, 12);
}
