import { lookUpHosts } from '../../core/measure/lookUpHosts.ts';
import { type Asker, parseAnswer } from '../../core/measure/parseAnswer.ts';
import { parseResolv } from '../../core/names/parseResolv.ts';
import { questionsFor } from '../../core/names/questions.ts';
import { inParallel } from '../../util/inParallel.ts';
import { couldNotStart, type Inquiry, type Measured } from './inquiry.ts';

/** Names that are asked for at the same time. */
const atOnce = 4;
/** Time-outs one after the other, after which nothing more is started in the container. */
const enough = 2;
/** Bytes of the files that are read for tools that do not read them. */
const fileLimit = 65_536;

/** Asks for each name with one exec, for an image that has a tool and no shell; false where it has not that tool either. */
export async function askDirectly(inquiry: Inquiry, tool: Asker, names: readonly string[]): Promise<boolean> {
  const files = tool === 'getent' || tool === 'ping' ? undefined : await readFiles(inquiry);
  let missing = false;
  let timeOuts = 0;
  await inParallel(names, atOnce, async (name) => {
    if (missing || timeOuts >= enough) return;
    const result = await askOne(inquiry, tool, name, files);
    if (result === 'missing') {
      missing = true;
      return;
    }
    timeOuts = 'error' in result && result.error === noAnswer ? timeOuts + 1 : 0;
    inquiry.settle(name, result);
  });
  if (!missing)
    inquiry.giveUp(
      names,
      `${inquiry.title} did not answer ${enough} times, so it was not asked again.`,
      tool,
    );
  return !missing;
}

const noAnswer = 'No answer came in time.';

interface Files {
  hosts: string;
  resolv: string;
}

async function askOne(
  inquiry: Inquiry,
  tool: Asker,
  name: string,
  files: Files | undefined,
): Promise<Measured | 'missing'> {
  const listed = files ? lookUpHosts(files.hosts, name) : [];
  if (listed.length > 0) return { addresses: listed, tool: '/etc/hosts', ms: 0 };
  let answer: Measured = { error: noAnswer, tool };
  for (const full of files ? questionsFor(name, parseResolv(files.resolv)).map((one) => `${one}.`) : [name]) {
    const began = performance.now();
    const result = await inquiry.run(argv[tool](full), inquiry.limit);
    const ms = Math.round(performance.now() - began);
    if (couldNotStart(result)) return 'missing';
    if (result.timedOut) return { error: noAnswer, tool };
    const exitCode = result.flooded ? undefined : result.exitCode;
    const said = parseAnswer(tool, `${result.stdout}\n${result.stderr}`, exitCode);
    answer = 'error' in said ? { error: said.error, tool } : { addresses: said.addresses, tool, ms };
    if ('error' in said || said.addresses.length > 0) break;
  }
  return answer;
}

const argv: Record<Asker, (name: string) => string[]> = {
  getent: (name) => ['getent', 'ahosts', name],
  nslookup: (name) => ['nslookup', name],
  dig: (name) => ['dig', '+noall', '+answer', '+comments', name, 'A', name, 'AAAA'],
  host: (name) => ['host', name],
  ping: (name) => ['ping', '-c', '1', '-t', '1', '-W', '1', name],
};

async function readFiles(inquiry: Inquiry): Promise<Files> {
  const read = async (path: string) => {
    try {
      return (await inquiry.engine.readFile(inquiry.container, path, fileLimit)).text;
    } catch {
      return '';
    }
  };
  return { hosts: await read('/etc/hosts'), resolv: await read('/etc/resolv.conf') };
}
