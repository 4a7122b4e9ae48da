import * as vscode from 'vscode';
import { cancelled } from '../../../core/errors.ts';
import type { Container } from '../../../core/model.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import type { LinkPlan } from '../../../state/operations/linkPlan.ts';
import { planLinks, replaceLinks } from '../../../state/operations/replaceLinks.ts';
import { askPick } from '../../prompts/askPick.ts';
import { confirm } from '../../prompts/confirm.ts';
import { back } from '../../prompts/frame.ts';
import { networkChoices } from '../../prompts/pick.ts';
import type { Command, Services } from '../command.ts';
import { askContainer } from './askContainer.ts';

type Argument = { container: string; network?: string };

export const replaceLinksCommand: Command<Argument, LinkPlan> = {
  async ask(services, subject) {
    const title = 'Replace Links With a Network';
    const none = 'No container has links on the default bridge.';
    const [chosen] = await askContainer(services, subject, title, hasLinks, none);
    const network = await pickReplacement(services, title);
    const argument = { ...chosen!, ...network };
    const plan = await planLinks(services.store, argument);
    await confirm(
      `Replace the links of ${plan.container.name} with the network ${plan.network.name}?`,
      'Replace',
      [...plan.steps, ...plan.stays].join('\n'),
    );
    return [argument];
  },
  act: ({ store }, argument) => replaceLinks(store, argument),
  async tell(services, done) {
    const plan = done[0]!.result;
    if (plan.network.id) await services.reveal(plan.network.id);
    const lines = await measuredNames(services, plan);
    void vscode.window.showInformationMessage(
      `The links of ${plan.container.name} are replaced by ${plan.network.name}. ${lines.join(' ')}`,
    );
  },
  doing: 'Replacing the links',
};

function hasLinks({ links }: Container): boolean {
  return links !== undefined;
}

/** Nothing for the plan's own choice: a network that both are on already, else a new one. */
async function pickReplacement({ store }: Services, title: string): Promise<{ network?: string }> {
  const { networks } = await connectedSnapshot(store);
  const usable = networks.filter(({ builtIn, scope, ingress }) => !builtIn && scope === 'local' && !ingress);
  const chosen = await askPick<{ network?: string }>(
    { title },
    {
      placeholder: 'With which network?',
      choices: [
        { label: '$(add) The one that both are on, else a new one', value: {} },
        ...networkChoices(usable).map((choice) => ({ ...choice, value: { network: choice.value.id } })),
      ],
    },
  );
  if (chosen === back) throw cancelled();
  return chosen;
}

/** What each of the containers now finds under the other's name. */
async function measuredNames({ store }: Services, plan: LinkPlan): Promise<string[]> {
  const { resolve } = await import('../../../state/report.ts');
  return Promise.all(
    plan.names.map(async ({ container, name }) => {
      const { measured } = await resolve(store, { container, name });
      if (!measured || 'error' in measured) return `${name} could not be measured.`;
      const addresses = measured.addresses.join(', ') || 'nothing';
      return `${name} is ${addresses} in ${containerName(container)}.`;
    }),
  );

  function containerName(reference: string): string {
    return store.snapshot.containers.find(({ id }) => id === reference)?.name ?? reference;
  }
}
