import type { ResolvFile } from '../report.ts';

/** Where Docker's embedded DNS listens inside a container. */
export const embeddedDnsAddress = '127.0.0.11';

/** What a resolv.conf says; the last `search` or `domain` line counts, options add up. */
export function parseResolv(
  text: string,
): Pick<ResolvFile, 'nameservers' | 'search' | 'options' | 'embeddedDns'> {
  const nameservers: string[] = [];
  const options: string[] = [];
  let search: string[] = [];
  for (const line of text.split('\n')) {
    const [keyword, ...values] = line.trim().split(/\s+/);
    if (keyword === 'nameserver' && values[0]) nameservers.push(values[0]);
    else if (keyword === 'search') search = values;
    else if (keyword === 'domain') search = values.slice(0, 1);
    else if (keyword === 'options') options.push(...values);
  }
  return { nameservers, search, options, embeddedDns: nameservers.includes(embeddedDnsAddress) };
}
