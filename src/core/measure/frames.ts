/**
 * One line that the measuring script printed: the tool that it found, that it begins, or what one name (counted from 0) gave.
 * `exitCode` is undefined where the tool printed more than is kept.
 */
export type Frame =
  | { kind: 'tool'; tool: string }
  | { kind: 'ready' }
  | { kind: 'answer'; index: number; ms?: number; source: AnswerSource; output: string; exitCode?: number };

/** The hosts file, a resolver that gave plain addresses, or a tool whose words are to be read. */
export type AnswerSource = 'hosts' | 'addresses' | 'tool';

/** What the script puts between the lines of an answer. */
export const lineSeparator = '\x1f';

/** The longest frame that is read; what is longer came from somewhere else. */
const longestLine = 16_384;

/** Picks the script's frames out of a container's output, which may hold anything else; frames carry a token that nobody can know. */
export class FrameReader {
  readonly #token: string;
  #rest = '';
  #skipping = false;

  constructor(token: string) {
    this.#token = token;
  }

  /** The frames that are complete with this piece of output. */
  read(text: string): Frame[] {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#skipping && lines.length > 0) {
      lines.shift();
      this.#skipping = false;
    }
    if (this.#skipping || this.#rest.length > longestLine) {
      this.#skipping = true;
      this.#rest = '';
    }
    return lines.flatMap((line) => this.#frame(line) ?? []);
  }

  #frame(line: string): Frame | undefined {
    const start = `${this.#token} `;
    const end = ` ${this.#token}`;
    if (!line.startsWith(start) || !line.endsWith(end)) return undefined;
    const [kind, ...rest] = line.slice(start.length, -end.length).split(' ');
    if (kind === 'tool') return { kind, tool: rest[0] ?? '' };
    if (kind === 'ready') return { kind };
    if (kind !== 'answer') return undefined;
    const [index, from, to, source, ...output] = rest;
    const lines = output.join(' ').split(lineSeparator);
    const exitCode = /^rc (\d+)$/.exec(lines.at(-1) ?? '')?.[1];
    return {
      kind,
      index: Number(index),
      ms: elapsed(from, to),
      source: source === 'hosts' || source === 'addresses' ? source : 'tool',
      output: lines.join('\n'),
      exitCode: exitCode === undefined ? undefined : Number(exitCode),
    };
  }
}

/** Milliseconds between two readings of the shell's clock, in seconds; undefined where the shell has none. */
function elapsed(from: string | undefined, to: string | undefined): number | undefined {
  const ms = (seconds(to) - seconds(from)) * 1000;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

function seconds(text: string | undefined): number {
  return /^\d+[.,]\d+$/.test(text ?? '') ? Number(text!.replace(',', '.')) : Number.NaN;
}
