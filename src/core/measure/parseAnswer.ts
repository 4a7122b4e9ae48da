import { sortAddresses } from '../names/compare.ts';

/** The programs that are asked for a name, in the order in which they are preferred: those that ask as applications do first. */
export const tools = ['getent', 'python3', 'python', 'node', 'nslookup', 'dig', 'host', 'ping'] as const;

export type Tool = (typeof tools)[number];

/** The error of a measurement where there is nobody to ask: a program gets no address either. */
export const noServerAnswered = 'No DNS server answered.';

/** What a program answered: addresses (none where the name has none), or why there was no answer. */
export type ToolAnswer = { addresses: string[] } | { error: string };

/** Tools that are asked by one process for many names, with a program of ours as their argument. */
export type Interpreter = 'python3' | 'python' | 'node';

/** Tools that are run once for each name. */
export type Asker = Exclude<Tool, Interpreter>;

/**
 * Reads what a tool printed when it was asked for one name; the tool's own server lines are no answer.
 * `exitCode` is undefined where the output was cut.
 */
export function parseAnswer(tool: Asker, output: string, exitCode: number | undefined): ToolAnswer {
  const addresses = sortAddresses(readers[tool](output.split(/\r?\n/)));
  if (addresses.length > 0) return { addresses };
  if (exitCode === 124 || exitCode === 137 || exitCode === 143) return { error: 'No answer came in time.' };
  if (noServer.test(output)) return { error: noServerAnswered };
  const nothing = tool === 'getent' ? exitCode === 2 || exitCode === 0 : nothings[tool].test(output);
  if (nothing && exitCode !== undefined) return { addresses };
  return { error: `What ${tool} said cannot be understood.` };
}

const noServer = /timed out|no servers could be reached|communications error|can't connect to remote host/i;

/** How each tool says that a name has no address. */
const nothings = {
  nslookup:
    /can't find|can't resolve|can not resolve|NXDOMAIN|SERVFAIL|REFUSED|No answer|Non-authoritative|^Name:/im,
  dig: /status: [A-Z]+/,
  host: /not found|has no |SERVFAIL|REFUSED|is an alias|mail is handled/i,
  ping: /bad address|unknown host|not known|failure in name resolution|no address associated/i,
};

const readers: Record<Asker, (lines: string[]) => string[]> = {
  // 192.168.0.3     STREAM web
  getent: (lines) => lines.flatMap((line) => addressAtStart(line)),
  // After the server's own lines: "Name: web" and "Address: 192.168.0.3", or "Address 1: 192.168.0.3 web.mynet".
  nslookup: (lines) => {
    const first = lines.findIndex((line) => line.startsWith('Name:'));
    if (first < 0) return [];
    return lines.slice(first).flatMap((line) => group(line, /^Address(?:es)?(?: \d+)?:\s*(\S+)/));
  },
  // web.   600   IN   A   192.168.0.3
  dig: (lines) => lines.flatMap((line) => group(line, /^[^;]\S*\s+\d+\s+IN\s+(?:A|AAAA)\s+(\S+)/)),
  // web has address 192.168.0.3
  host: (lines) => lines.flatMap((line) => group(line, / has (?:IPv6 )?address (\S+)/)),
  // PING web (192.168.0.3): 56 data bytes
  ping: (lines) => lines.flatMap((line) => group(line, /^PING [^(]*\(([^)]+)\)/)).slice(0, 1),
};

function addressAtStart(line: string): string[] {
  return group(line, /^(\d+\.\d+\.\d+\.\d+|[\da-f]*:[\da-f:.]+)(?:%\S+)?(?:\s|$)/i);
}

function group(line: string, pattern: RegExp): string[] {
  const found = pattern.exec(line)?.[1];
  return found === undefined ? [] : [found];
}
