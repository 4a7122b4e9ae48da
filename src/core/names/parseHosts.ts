import { parseAddress } from '../addresses/address.ts';
import type { ContainerDetails } from '../model.ts';
import type { HostsEntry, HostsOrigin } from '../report.ts';
import { ownHostNames } from './ownHostNames.ts';

/**
 * Every line of a hosts file that maps an address, with where the line comes from. `of` is the container whose file
 * it is. Comments, blank lines and lines without a valid address or without a name bring no entry.
 */
export function parseHosts(text: string, of: ContainerDetails): HostsEntry[] {
  const recognise = recogniser(of);
  const entries: HostsEntry[] = [];
  text.split('\n').forEach((raw, index) => {
    const [address, ...names] = raw
      .replace(/#.*/, '')
      .split(/\s+/)
      .filter((word) => word !== '');
    if (!address || names.length === 0 || !parseAddress(address.replace(/%.*/, ''))) return;
    entries.push({ line: index + 1, address, names, ...recognise(address, names) });
  });
  return entries;
}

type Origin = Pick<HostsEntry, 'origin' | 'link'>;

/** Each line that the engine writes is recognised once; the same line again was added by hand. */
function recogniser(of: ContainerDetails): (address: string, names: string[]) => Origin {
  if (of.hostsMounted) return () => ({ origin: 'manual' });
  const defaults = new Set(defaultLines);
  const extras = of.extraHosts.map(splitExtraHost);
  const links = [...of.legacyLinks];
  const own = ownHostNames(of).join(' ');

  return (address, names) => {
    const words = names.join(' ');
    if (defaults.delete(`${address} ${words}`)) return { origin: 'engine' };
    if (take(extras, (extra) => extra.name === words && fits(extra.address, address))) {
      return { origin: 'extra-host' };
    }
    const link = take(links, (one) => one.alias === names[0] && names.length > 1 && names.length < 4);
    if (link) return { origin: 'link', link };
    return { origin: originOfRest(of, own === words, address) };
  };
}

/** On the host's network the file is a copy of the host's; elsewhere what is left is a line of its own, or somebody's. */
function originOfRest(of: ContainerDetails, ownNames: boolean, address: string): HostsOrigin {
  if (of.mode === 'host' && of.extraHosts.length === 0) return 'engine';
  const ownAddress = of.endpoints.some((one) => one.ipv4 === address || one.ipv6 === address);
  return ownNames && (ownAddress || of.mode === 'container') ? 'self' : 'manual';
}

function take<T>(from: T[], wanted: (one: T) => boolean): T | undefined {
  const index = from.findIndex(wanted);
  return index < 0 ? undefined : from.splice(index, 1)[0];
}

function splitExtraHost(text: string): { name: string; address: string } {
  const [, name = text, address = ''] = /^([^:=]*)[:=](.*)$/s.exec(text) ?? [];
  return { name, address: address.replace(/^\[(.*)\]$/, '$1') };
}

/** `host-gateway` stands for an address that the engine chooses. */
function fits(given: string, written: string): boolean {
  return given === 'host-gateway' || given === written;
}

/** What the engine writes first; moby: libnetwork/etchosts. The two spellings are of 20.10 and 28. */
const defaultLines = [
  '127.0.0.1 localhost',
  '::1 localhost ip6-localhost ip6-loopback',
  'fe00::0 ip6-localnet',
  'fe00:: ip6-localnet',
  'ff00::0 ip6-mcastprefix',
  'ff00:: ip6-mcastprefix',
  'ff02::1 ip6-allnodes',
  'ff02::2 ip6-allrouters',
];
