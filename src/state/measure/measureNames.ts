import { parseAddress } from '../../core/addresses/address.ts';
import { EngineError, ExpectedError } from '../../core/errors.ts';
import { type Asker, type Interpreter, type Tool, tools } from '../../core/measure/parseAnswer.ts';
import { whyNotAsked } from '../../core/measure/whyNotAsked.ts';
import type { ContainerDetails } from '../../core/model.ts';
import type { EnginePort } from '../../core/port.ts';
import { inParallel } from '../../util/inParallel.ts';
import { askDirectly } from './askDirectly.ts';
import { askInterpreter, askShell } from './askMany.ts';
import { couldNotStart, Inquiry, type Measured } from './inquiry.ts';
import { withProbe } from './probe.ts';
import { whyNotMeasured } from './whyNotMeasured.ts';

export type { Measured } from './inquiry.ts';

export interface MeasureOptions {
  /** Milliseconds for one name; 3000 when left out. */
  timeoutPerName?: number;
  /** The image of a container that asks in the place of one that has no tool. */
  probeImage?: string;
  signal?: AbortSignal;
  /** Hears of each result as it comes. */
  onResult?: (name: string, result: Measured) => void;
}

/** The reason that is given where the container has nothing to ask with, and no probe image was given. */
export const noTool = 'The container has no tool to look up a name with.';

/** How names are asked for in a container: by a tool that a shell finds, by a tool alone, or not at all. */
type Way = { shell: Asker } | { interpreter: Interpreter } | { direct: Asker } | 'none';

const ways = new WeakMap<EnginePort, Map<string, Way>>();

/**
 * Asks inside the container what each name means there, in one exec wherever it has a shell or an interpreter.
 * Every name gets a result: addresses (none for a name that has none), or why it could not be measured.
 * Rejects with `cancelled` when the signal aborts, and where the engine itself cannot be reached.
 */
export async function measureNames(
  engine: EnginePort,
  container: ContainerDetails,
  names: readonly string[],
  options: MeasureOptions = {},
): Promise<Map<string, Measured>> {
  const inquiry = new Inquiry(engine, container, options);
  const asked = [...new Set(names)].filter((name) => !settledAtOnce(inquiry, container, name));
  if (asked.length === 0) return inquiry.results;
  try {
    await ask(inquiry, container, asked, options.probeImage);
  } catch (error) {
    if (!(error instanceof ExpectedError) || ['cancelled', 'unreachable', 'denied'].includes(error.code))
      throw error;
    inquiry.giveUp(asked, explained(error, container));
  }
  return inquiry.results;
}

function settledAtOnce(inquiry: Inquiry, container: ContainerDetails, name: string): boolean {
  const error = whyNotMeasured(container) ?? whyNotAsked(name);
  if (error) inquiry.settle(name, { error });
  else if (parseAddress(name)) inquiry.settle(name, { addresses: [name], tool: 'none needed', ms: 0 });
  return inquiry.results.has(name);
}

async function ask(
  inquiry: Inquiry,
  container: ContainerDetails,
  names: readonly string[],
  probeImage: string | undefined,
): Promise<void> {
  const known = waysOf(inquiry.engine);
  const key = `${container.id} ${container.startedAt}`;
  const way = known.get(key) ?? (await findWay(inquiry, names));
  if (!way) {
    inquiry.giveUp(names, `${container.name} is too busy to answer, so nothing more was started in it.`);
    return;
  }
  known.set(key, way);
  const left = names.filter((name) => !inquiry.results.has(name));
  if (left.length === 0) return;
  if (way !== 'none') return askBy(inquiry, way, left);
  if (!probeImage) return inquiry.giveUp(left, noTool);
  await withProbe(inquiry.engine, container, probeImage, async (probe) => {
    const from = inquiry.from(probe);
    const found = await askShell(from, 'auto', left);
    if (typeof found === 'object' && found.tool in interpreters) {
      await askInterpreter(from, found.tool as Interpreter, left);
    }
    from.giveUp(left, `The image ${probeImage} has no sh with nslookup to look up names. busybox has both.`);
  });
}

const interpreters = { python3: true, python: true, node: true };

/** Finds out how to ask, asking already where a shell can; undefined when the container does not answer. */
async function findWay(inquiry: Inquiry, names: readonly string[]): Promise<Way | undefined> {
  const found = await askShell(inquiry, 'auto', names);
  if (found === 'busy') return undefined;
  if (found === 'no-tool') return 'none';
  if (found !== 'no-shell') return wayOf(found.tool);
  const [tool] = await toolsWithoutShell(inquiry);
  if (tool === undefined) return 'none';
  return tool in interpreters ? { interpreter: tool as Interpreter } : { direct: tool as Asker };
}

/** The tools that an image without a shell has, preferred ones first: all are asked for their help, which none refuses. */
async function toolsWithoutShell(inquiry: Inquiry): Promise<Tool[]> {
  const found = new Set<Tool>();
  await inParallel(tools, 4, async (tool) => {
    const result = await inquiry.run([tool, '-h'], inquiry.limit);
    if (!couldNotStart(result)) found.add(tool);
  });
  return tools.filter((tool) => found.has(tool));
}

function wayOf(tool: Tool): Way {
  return tool in interpreters ? { interpreter: tool as Interpreter } : { shell: tool as Asker };
}

async function askBy(inquiry: Inquiry, way: Exclude<Way, 'none'>, names: readonly string[]): Promise<void> {
  if ('direct' in way) await askDirectly(inquiry, way.direct, names);
  else if ('shell' in way) await askShell(inquiry, way.shell, names);
  else await askInterpreter(inquiry, way.interpreter, names);
  inquiry.giveUp(names, `${inquiry.title} is too busy to answer, so nothing more was started in it.`);
}

function waysOf(engine: EnginePort): Map<string, Way> {
  const known = ways.get(engine) ?? new Map<string, Way>();
  ways.set(engine, known);
  return known;
}

function explained(error: ExpectedError, container: ContainerDetails): string {
  if (/Cannot link to a non running container/i.test(error.message)) {
    return `The engine runs nothing in ${container.name} while a container that it is linked to does not run.`;
  }
  if (!(error instanceof EngineError)) return error.message;
  return `The engine could not run anything in ${container.name}: ${error.message}`;
}
