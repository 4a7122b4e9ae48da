import type { CheckWorld } from '../../../core/checks/check.ts';
import { checkNetwork } from '../../../core/checks/checkNetwork.ts';
import { checkNetworkName } from '../../../core/checks/checkNetworkName.ts';
import { checkSubnet } from '../../../core/checks/checkSubnet.ts';
import { freeSubnet } from '../../../core/checks/freeSubnet.ts';
import type { NetworkSpec } from '../../../core/specs.ts';
import { checkWorld } from '../../../state/operations/checkWorld.ts';
import { createNetwork } from '../../../state/operations/createNetwork.ts';
import { askPick } from '../../prompts/askPick.ts';
import { askText } from '../../prompts/askText.ts';
import { back, type Frame, runSteps } from '../../prompts/frame.ts';
import type { Command } from '../command.ts';
import { askDetails } from './createDetails.ts';
import { askSummary } from './createSummary.ts';
import { driverChoices } from './drivers.ts';

const title = 'Create Network';

/** What was typed before Escape, until a network is made of it. */
let draft: NetworkSpec = { name: '' };

export const createNetworkCommand: Command<NetworkSpec, { id: string; name: string }> = {
  async ask({ store }) {
    const world = await checkWorld(store);
    await runSteps(title, 4, [
      (frame) => askName(frame, world),
      (frame) => askDriver(frame, world),
      (frame) => askSubnet(frame, world),
      (frame) => askDetails(frame, draft, world),
      () => askSummary({ title, canGoBack: true }, draft, checkNetwork(draft, world)),
    ]);
    return [tidy(draft)];
  },
  act: ({ store }, spec) => createNetwork(store, spec),
  async tell({ reveal }, done) {
    draft = { name: '' };
    for (const { result } of done) await reveal(result.id);
  },
  doing: 'Creating the network',
};

async function askName(frame: Frame, { snapshot }: CheckWorld) {
  const keep = (text: string) => {
    draft.name = text;
  };
  const name = await askText(frame, {
    value: draft.name,
    prompt: 'Name of the network',
    placeholder: 'mynet',
    check: (text) => checkNetworkName(text, snapshot, draft.driver),
    keep,
  });
  if (name === back) return back;
  keep(name);
  return undefined;
}

async function askDriver(frame: Frame, world: CheckWorld) {
  const driver = await askPick(frame, {
    placeholder: 'Driver',
    choices: driverChoices(world.drivers ?? ['bridge']),
    active: (value) => value === (draft.driver ?? 'bridge'),
  });
  if (driver === back) return back;
  if (driver !== draft.driver) draft.options = undefined;
  draft.driver = driver;
  return undefined;
}

async function askSubnet(frame: Frame, world: CheckWorld) {
  const free = freeSubnet(world);
  const [first, ...others] = draft.subnets ?? [];
  const keep = (text: string) => {
    if (text === '') draft.subnets = undefined;
    else if (text !== first?.subnet) draft.subnets = [{ subnet: text }, ...others];
  };
  const subnet = await askText(frame, {
    value: first?.subnet,
    prompt: 'Subnet. Empty: Docker chooses one.',
    placeholder: `${free} is free`,
    suggestion: free,
    check: (text) =>
      text === ''
        ? { warnings: [] }
        : checkSubnet(
            text,
            world,
            others.map((one) => one.subnet),
            draft.driver,
          ),
    keep,
  });
  if (subnet === back) return back;
  keep(subnet);
  return undefined;
}

/** Without what was left empty. */
function tidy(spec: NetworkSpec): NetworkSpec {
  return JSON.parse(JSON.stringify(spec)) as NetworkSpec;
}
