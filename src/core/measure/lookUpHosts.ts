import { sortAddresses } from '../names/compare.ts';

/** The addresses that a hosts file gives a name: those of every line with it, upper and lower case alike. */
export function lookUpHosts(text: string, name: string): string[] {
  const wanted = name.toLowerCase();
  const found = text.split(/\r?\n/).flatMap((line) => {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    return address && names.some((one) => one.toLowerCase() === wanted) ? [address] : [];
  });
  return sortAddresses(found);
}
