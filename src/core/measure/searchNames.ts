/**
 * The absolute names that a resolver asks for one after the other, until one has an answer, as libc does:
 * a name with fewer dots than `ndots` goes through the search list first, one with a dot at its end never.
 */
export function searchNames(name: string, resolv: string): string[] {
  if (name.endsWith('.')) return [name];
  const { search, ndots } = readResolv(resolv);
  const extended = search.map((domain) => `${name}.${domain.replace(/\.$/, '')}.`);
  const dots = name.split('.').length - 1;
  return dots >= ndots ? [`${name}.`, ...extended] : [...extended, `${name}.`];
}

function readResolv(text: string): { search: string[]; ndots: number } {
  let search: string[] = [];
  let ndots = 1;
  for (const line of text.split(/\r?\n/)) {
    const [key, ...values] = line.trim().split(/\s+/);
    if (key === 'search' || key === 'domain') search = values.filter((value) => value !== '.');
    if (key === 'options') {
      for (const value of values) if (/^ndots:\d+$/.test(value)) ndots = Number(value.slice(6));
    }
  }
  return { search, ndots };
}
