import type { ResolvFile } from '../report.ts';

/**
 * The full names that a program's resolver asks for, in order, when it is given `name`: with the search domains before
 * or after the name itself, as `ndots` has it. Without trailing dots.
 */
export function questionsFor(name: string, resolv: Pick<ResolvFile, 'search' | 'options'>): string[] {
  if (name.endsWith('.')) return [name.slice(0, -1)];
  const searched = resolv.search
    .filter((domain) => domain !== '.')
    .map((domain) => `${name}.${domain.replace(/\.$/, '')}`);
  const dots = name.split('.').length - 1;
  return dots >= ndotsOf(resolv.options) ? [name, ...searched] : [...searched, name];
}

/** How many dots a name needs to be asked as it is first; 1 where nothing is said. */
export function ndotsOf(options: readonly string[]): number {
  const given = options.findLast((option) => /^ndots:\d+$/.test(option));
  return given ? Math.min(Number(given.slice('ndots:'.length)), 15) : 1;
}

/** Whether the DNS can carry a name at all: no part above 63 characters, 253 in all. */
export function fitsDns(name: string): boolean {
  const parts = name.replace(/\.$/, '').split('.');
  return name.length <= 253 && parts.every((part) => part.length > 0 && part.length <= 63);
}

/** Whether every program would ask for such a name; some refuse what is no host name. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_.-]+$/.test(name);
}
