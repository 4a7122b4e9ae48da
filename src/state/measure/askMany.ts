import { type Frame, FrameReader } from '../../core/measure/frames.ts';
import { hostsPattern } from '../../core/measure/hostsPattern.ts';
import {
  type Asker,
  type Interpreter,
  parseAnswer,
  type Tool,
  tools,
} from '../../core/measure/parseAnswer.ts';
import { sortAddresses } from '../../core/names/compare.ts';
import { askScript } from './askScript.ts';
import { couldNotStart, type Inquiry, type Measured } from './inquiry.ts';
import { interpreterArguments, programs } from './interpreters.ts';

/** Names of one exec; more are asked in further ones. */
const mostAtOnce = 200;
/** Seconds for the container to begin with an answer. */
const patience = 8;

/** What came of asking a whole list: the tool that there is, none, or no shell to look for one. */
export type Found = { tool: Tool } | 'no-tool' | 'no-shell' | 'busy';

/**
 * Asks for many names in one shell. With `auto` it looks for a tool first, and asks with it unless that is an interpreter.
 * What has no answer in time gets that for its result.
 */
export async function askShell(
  inquiry: Inquiry,
  tool: Asker | 'auto',
  names: readonly string[],
): Promise<Found> {
  let known: Tool | 'none' | 'auto' = tool;
  for (const part of parts(names)) {
    const pairs = part.flatMap((name) => [name, hostsPattern(name)]);
    const ran = await runFramed(inquiry, part, known, (token) => [
      'sh',
      '-c',
      askScript,
      'sh',
      token,
      known,
      tools.join(' '),
      String(inquiry.limit),
      ...pairs,
    ]);
    if (ran.missing) return 'no-shell';
    if (ran.busy) return 'busy';
    const found: Tool | 'none' = known === 'auto' ? (tools.find((one) => one === ran.tool) ?? 'none') : known;
    if (found === 'none') return 'no-tool';
    if (found in programs) return { tool: found };
    known = found;
    inquiry.giveUp(part, unanswered(ran.timedOut), found);
    if (ran.timedOut) return 'busy';
  }
  return { tool: known as Tool };
}

/** Asks for many names with a program for an interpreter of the container. */
export async function askInterpreter(
  inquiry: Inquiry,
  tool: Interpreter,
  names: readonly string[],
): Promise<Found> {
  for (const part of parts(names)) {
    const ran = await runFramed(inquiry, part, tool, (token) => [
      ...interpreterArguments[tool](programs[tool]),
      token,
      String(inquiry.limit),
      ...part,
    ]);
    if (ran.missing) return 'no-tool';
    if (ran.busy) return 'busy';
    inquiry.giveUp(part, unanswered(ran.timedOut), tool);
    if (ran.timedOut) return 'busy';
  }
  return { tool };
}

interface Ran {
  tool?: string;
  missing: boolean;
  busy: boolean;
  timedOut: boolean;
}

async function runFramed(
  inquiry: Inquiry,
  names: readonly string[],
  tool: Tool | 'none' | 'auto',
  argv: (token: string) => string[],
): Promise<Ran> {
  const token = crypto.randomUUID().replaceAll('-', '');
  const reader = new FrameReader(token);
  let found: string = tool;
  let any = false;
  let began = performance.now();
  const take = (frame: Frame) => {
    any = true;
    if (frame.kind === 'tool') found = frame.tool;
    if (frame.kind === 'ready') began = performance.now();
    if (frame.kind !== 'answer') return;
    const name = names[frame.index];
    if (name === undefined || inquiry.results.has(name)) return;
    inquiry.settle(name, read(frame, found as Tool, performance.now() - began));
  };
  const seconds = patience + inquiry.limit * Math.ceil(names.length / 4);
  const result = await inquiry.run(argv(token), seconds, (text) => reader.read(text).forEach(take));
  return {
    tool: any ? found : undefined,
    missing: !any && couldNotStart(result),
    busy: !any && result.timedOut,
    timedOut: result.timedOut,
  };
}

function read(frame: Extract<Frame, { kind: 'answer' }>, tool: Tool, arrived: number): Measured {
  const ms = Math.round((frame.ms ?? arrived) * 10) / 10;
  if (frame.source === 'hosts') {
    return { addresses: sortAddresses(frame.output.split('\n')), tool: '/etc/hosts', ms };
  }
  if (frame.source === 'addresses') {
    return { addresses: sortAddresses(frame.output.split('\n').filter((line) => line !== '')), tool, ms };
  }
  const answer = parseAnswer(tool as Asker, frame.output, frame.exitCode);
  return 'error' in answer ? { error: answer.error, tool } : { addresses: answer.addresses, tool, ms };
}

function unanswered(timedOut: boolean): string {
  return timedOut ? 'No answer came in time.' : 'No answer came.';
}

function* parts(names: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < names.length; from += mostAtOnce) yield names.slice(from, from + mostAtOnce);
}
