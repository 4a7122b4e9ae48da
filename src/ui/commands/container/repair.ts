import { connectable } from '../../../core/checks/connectable.ts';
import { listNames } from '../../../core/checks/listNames.ts';
import { ExpectedError } from '../../../core/errors.ts';
import { findContainer } from '../../../core/lookup.ts';
import type { Container, Snapshot } from '../../../core/model.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { repairContainer, repairsOf } from '../../../state/operations/repairContainer.ts';
import { hasLostShare } from '../../../state/operations/repairSharer.ts';
import type { Store } from '../../../state/store.ts';
import { confirm } from '../../prompts/confirm.ts';
import { pickContainer, pickNetwork } from '../../prompts/pick.ts';
import { isRunning } from '../../tree/rows/row.ts';
import type { Command } from '../command.ts';

type Argument = { container: string; network?: string };

const title = 'Repair Container';
const none = 'No container has lost its network: there is nothing to repair.';

export const repairContainerCommand: Command<Argument, { networks: string[] }> = {
  async ask({ store }, subject) {
    const snapshot = await connectedSnapshot(store);
    const chosen = subject.containers.map(({ id }) => findContainer(snapshot, id));
    const asked = chosen.length > 0 ? chosen : snapshot.containers;
    const broken = await brokenAmong([...new Set(asked)], store);
    if (broken.length === 0) throw new ExpectedError('not-found', none);
    const repaired =
      chosen.length > 0 ? broken : [await pickContainer(title, 'Which container?', broken, none)];
    const [only] = repaired;
    if (repaired.length === 1 && hasGone(only!) && repairsOf(only!, snapshot).length === 0) {
      return [{ container: only!.id, network: await pickInstead(only!, snapshot) }];
    }
    // What cannot be repaired is told when it is tried.
    const curable = repaired.filter((one) => isCurable(one, snapshot));
    if (curable.length > 0) await confirm(question(curable, snapshot), 'Repair', consequence(curable));
    return repaired.map(({ id }) => ({ container: id }));
  },
  act: ({ store }, argument) => repairContainer(store, argument),
  doing: 'Repairing',
};

async function brokenAmong(containers: readonly Container[], store: Store): Promise<Container[]> {
  const lost = await Promise.all(
    containers.map(async (one) => (one.mode === 'container' ? hasLostShare(store, one) : hasGone(one))),
  );
  return containers.filter((_, at) => lost[at]);
}

function hasGone({ goneNetworks }: Container): boolean {
  return (goneNetworks?.length ?? 0) > 0;
}

function isCurable(container: Container, snapshot: Snapshot): boolean {
  return container.mode === 'container'
    ? ownerOf(container, snapshot) !== undefined
    : repairsOf(container, snapshot).length > 0;
}

/** No network has the name of the one that is gone: another takes its place. */
async function pickInstead(container: Container, snapshot: Snapshot): Promise<string> {
  const gone = listNames(container.goneNetworks ?? []);
  const open = snapshot.networks.filter((one) => connectable(one, container, snapshot) === undefined);
  const question = `${gone} is gone, and no network has its name. Which one is ${container.name} to use instead?`;
  return (await pickNetwork(title, question, open, `There is no network that could replace ${gone}.`)).id;
}

function question(containers: readonly Container[], snapshot: Snapshot): string {
  const [container] = containers;
  if (containers.length > 1) {
    return `Give ${listNames(containers.map(({ name }) => name))} their networks back?`;
  }
  const { name, mode } = container!;
  if (mode !== 'container') {
    const names = repairsOf(container!, snapshot).map(({ network }) => network.name);
    return `Put ${name} on the ${listNames(names)} that is there now?`;
  }
  const owner = ownerOf(container!, snapshot)!;
  return isRunning(owner.state)
    ? `Restart ${name} to give it the network of ${owner.name} again?`
    : `Start ${owner.name} and restart ${name} to give it the network of ${owner.name} again?`;
}

function consequence(containers: readonly Container[]): string {
  const lines = [];
  if (containers.some(({ mode }) => mode === 'container')) {
    lines.push('A restart stops what runs in a container and starts it again.');
  }
  if (containers.some(hasGone)) {
    lines.push(
      'What was removed is replaced by the network of that name; address, aliases and links are kept.',
    );
  }
  return lines.join('\n');
}

function ownerOf({ sharesWith }: Container, { containers }: Snapshot): Container | undefined {
  return containers.find(({ id }) => id === sharesWith);
}
