import { areTextsOrNothing, isObject, isText, type Shapes } from './messages.ts';

/** One network that the container is on. */
export interface PlaceRow {
  network: string;
  /** Each with what is dealt from it. */
  subnets: string[];
  /** With prefix length; empty while it does not run. */
  address: string;
  gateway: string;
  /** Families for which this network gives the way out, and what decides that; empty where it does not. */
  route: string;
  aliases: string[];
  /** `db as mydb`. */
  links: string[];
}

/** One line of a file: its columns, and where it comes from or what it means. */
export interface FileLine {
  line: number;
  text: string;
  /** Only on lines of a hosts file that map an address. */
  address?: string;
  names?: string[];
  /** Origin or meaning; empty where there is none to tell. */
  note: string;
}

export type FileSection = { lines: FileLine[]; note?: string } | { error: string };

export interface NameRow {
  name: string;
  /** The user asked for it. */
  typed: boolean;
  predicted: string;
  measured?: { text: string; detail: string; failed: boolean };
  /** Is being asked for now. */
  asking: boolean;
  agrees?: boolean;
  why: string;
}

/** Everything that the Hosts and DNS page shows. */
export interface HostsState {
  container: string;
  title: string;
  summary: string;
  /** Why the page is no longer true, such as that the container was removed. */
  notice?: string;
  /** What its mode means for names, in a sentence or two. */
  about: string;
  /** Docker's own page about that. */
  page: string;
  places: PlaceRow[];
  hosts: FileSection;
  resolv: FileSection;
  linkVariables: { name: string; value: string }[];
  names: NameRow[];
  /** Why nothing can be measured. */
  notMeasured?: string;
  /** The container has no tool; a probe container can ask for it. */
  probeOffered: boolean;
}

export type ToHostsPage = { type: 'state'; state: HostsState };

export type FromHostsPage =
  | { type: 'ready' }
  /** Measures the given names, or all. */
  | { type: 'measure'; names?: string[] }
  | { type: 'ask'; name: string }
  | { type: 'forget'; name: string }
  | { type: 'cancel' }
  | { type: 'probe' }
  | { type: 'reload' }
  | { type: 'copy'; what: 'hosts' | 'resolv' | 'names' };

export const toHostsPage: Shapes<ToHostsPage> = { state: { state: isObject } };

export const fromHostsPage: Shapes<FromHostsPage> = {
  ready: {},
  measure: { names: areTextsOrNothing },
  ask: { name: isText },
  forget: { name: isText },
  cancel: {},
  probe: {},
  reload: {},
  copy: { what: (value) => value === 'hosts' || value === 'resolv' || value === 'names' },
};
