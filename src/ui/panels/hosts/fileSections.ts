import type { HostsEntry, HostsFile, ResolvFile, Unreadable } from '../../../core/report.ts';
import type { FileLine, FileSection } from '../../../protocol/hosts.ts';

/** The hosts file line by line, each line that maps an address with its origin. */
export function hostsSection(
  file: HostsFile | Unreadable,
  owner: string | undefined,
  hostMode: boolean,
): FileSection {
  if ('error' in file) return { error: file.error };
  const entries = new Map(file.entries.map((entry) => [entry.line, entry]));
  const lines = linesOf(file.text).map((text, index): FileLine => {
    const entry = entries.get(index + 1);
    if (!entry) return { line: index + 1, text, note: '' };
    const { line, address, names } = entry;
    return { line, text, address, names, note: originText(entry, hostMode) };
  });
  const shared = owner ? `This is the file of ${owner}, whose network it shares.` : undefined;
  const empty =
    file.text === '' ? 'The file is empty: Docker writes it when the container starts.' : undefined;
  return { lines: file.binary ? [] : lines, note: sentences(shared, empty, partly(file)) };
}

function originText({ origin, link }: HostsEntry, hostMode: boolean): string {
  switch (origin) {
    case 'engine':
      return hostMode ? "from the host's own file" : 'engine';
    case 'self':
      return 'this container';
    case 'link':
      return link ? `link → ${link.container} (one-way)` : 'link (one-way)';
    case 'extra-host':
      return 'extra host';
    case 'manual':
      return 'written by hand';
  }
}

/** resolv.conf line by line, each with what it means for names. */
export function resolvSection(file: ResolvFile | Unreadable, networks: readonly string[]): FileSection {
  if ('error' in file) return { error: file.error };
  const lines = linesOf(file.text).map((text, index) => ({
    line: index + 1,
    text,
    note: resolvMeaning(text, networks),
  }));
  const empty =
    file.text === '' ? 'The file is empty: Docker writes it when the container starts.' : undefined;
  return { lines: file.binary ? [] : lines, note: sentences(empty, partly(file)) };
}

function resolvMeaning(text: string, networks: readonly string[]): string {
  const [keyword, ...values] = text.trim().split(/\s+/);
  if (keyword === 'nameserver') {
    if (values[0] !== '127.0.0.11') return 'a name server that knows no containers';
    return networks.length > 0
      ? `Docker's embedded DNS: answers names on ${networks.join(', ')}, and asks outside for others`
      : "Docker's embedded DNS: asks outside, for there is no user-defined network whose names it could answer";
  }
  if (keyword === 'search' && values.length > 0) return 'put after a name where the name alone is not found';
  if (keyword === 'options') return values.map(optionMeaning).filter(Boolean).join('; ');
  return '';
}

function optionMeaning(option: string): string {
  const [, dots] = /^ndots:(\d+)$/.exec(option) ?? [];
  if (dots === undefined) return '';
  if (dots === '0') return 'names without a dot are asked as they are';
  return `names with fewer than ${dots} dots go through the search list first`;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function partly({ binary, truncated, size }: HostsFile | ResolvFile): string | undefined {
  if (binary) return `The file is not text (${size ?? 0} bytes), so it is not shown.`;
  return truncated ? `The file has ${size ?? 'more'} bytes; only its beginning is shown.` : undefined;
}

function sentences(...all: (string | undefined)[]): string | undefined {
  return all.filter((one) => one !== undefined).join(' ') || undefined;
}
