import { cancelled, ExpectedError } from '../../../core/errors.ts';
import { findContainer } from '../../../core/lookup.ts';
import type { Reachability } from '../../../core/report.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { readReachabilityQuestion } from '../../../state/operations/readSpec.ts';
import { type ReachabilityQuestion, reachability } from '../../../state/reachability.ts';
import { plainCopy } from '../../../util/plainCopy.ts';
import { knownProbeImage } from '../../panels/hosts/chooseProbeImage.ts';
import { askText } from '../../prompts/askText.ts';
import { back } from '../../prompts/frame.ts';
import { pickContainer } from '../../prompts/pick.ts';
import type { Command } from '../command.ts';

const title = 'Test Reachability';

export const testReachabilityCommand: Command<ReachabilityQuestion, Reachability> = {
  async ask({ store }, subject) {
    const { containers } = await connectedSnapshot(store);
    const [first, second, third] = [...new Set(subject.containers.map((one) => one.id))];
    if (third !== undefined) {
      throw new ExpectedError('invalid', 'Reachability is tested from one container to another: choose two.');
    }
    const from = first ?? (await pickContainer(title, 'From which container?', containers, none)).id;
    const others = containers.filter((one) => one.id !== from);
    const to = second ?? (await pickContainer(title, 'To which container?', others, none)).id;
    const port = await askPort();
    return [{ from, to, ...(port === undefined ? {} : { port }) }];
  },
  async act({ store }, argument) {
    const question = readReachabilityQuestion(argument);
    return plainCopy(await reachability(store, question, { probeImage: knownProbeImage() }));
  },
  async tell(services, [done]) {
    if (!done) return;
    const { result } = done;
    const named = (id: string) => ({ id, name: findContainer(services.store.snapshot, id).name });
    const { showReachability } = await import('../../panels/reachability/reachabilityPanel.ts');
    showReachability(services, { from: named(result.from), to: named(result.to), port: result.port }, result);
  },
  doing: 'Testing reachability',
};

const none = 'There is no further container.';

async function askPort(): Promise<number | undefined> {
  const text = await askText(
    { title },
    {
      prompt: 'A TCP port to connect to. Empty: a ping.',
      placeholder: '8080',
      check: (typed) =>
        typed === '' || isPort(typed)
          ? { warnings: [] }
          : {
              warnings: [],
              refusal: new ExpectedError('invalid', `${typed} is no port: give a number from 1 to 65535.`),
            },
    },
  );
  if (text === back) throw cancelled();
  return text === '' ? undefined : Number(text);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536;
}
