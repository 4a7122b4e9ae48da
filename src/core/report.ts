import type { ContainerMode } from './model.ts';

/** Where a line of a hosts file comes from. */
export type HostsOrigin = 'engine' | 'self' | 'link' | 'extra-host' | 'manual';

export interface HostsEntry {
  /** From 1. */
  line: number;
  address: string;
  names: string[];
  origin: HostsOrigin;
  /** For a line from a link: the container it leads to and the alias. */
  link?: { container: string; alias: string };
}

export interface HostsFile {
  text: string;
  entries: HostsEntry[];
  /** Id of the container whose file this is, where it shares a network. */
  sharedWith?: string;
  /** The file is longer than what was read, or is not text. */
  truncated?: boolean;
  binary?: boolean;
  /** Bytes of the whole file. */
  size?: number;
}

export interface ResolvFile {
  text: string;
  nameservers: string[];
  search: string[];
  options: string[];
  /** Docker's embedded DNS at 127.0.0.11 answers. */
  embeddedDns: boolean;
  truncated?: boolean;
  binary?: boolean;
  size?: number;
}

/** A file that could not be read, with the reason. */
export interface Unreadable {
  error: string;
}

export type PredictionSource = 'hosts' | 'embedded-dns' | 'upstream' | 'none' | 'unknown';

/** What a name should mean in a container, from the engine's data alone. */
export interface Prediction {
  /** IPv4 before IPv6, each sorted; empty where the name has no address. */
  addresses: string[];
  source: PredictionSource;
  /** Name of the network on which the answer lies. */
  network?: string;
  /** One sentence. */
  why: string;
}

/** What a name was measured to mean in a container. */
export interface Measurement {
  addresses: string[];
  /** The program that was asked, such as `getent`. */
  tool: string;
  /** Milliseconds that it took. */
  ms: number;
  /** Name of the network on which the first address lies, where one has it. */
  network?: string;
}

export interface MeasurementError {
  error: string;
  tool?: string;
}

/** A name in a container: predicted, and measured where that was asked for. */
export interface Resolution {
  name: string;
  predicted: Prediction;
  measured?: Measurement | MeasurementError;
  /** Undefined where one of the two is not known. */
  agrees?: boolean;
}

export interface ContainerReport {
  /** Id. */
  container: string;
  name: string;
  mode: ContainerMode;
  hosts: HostsFile | Unreadable;
  resolv: ResolvFile | Unreadable;
  names: Resolution[];
}

export type Answer = 'yes' | 'no' | 'unknown';

/** One way from A to B: by an address, or by a name. */
export interface Verdict {
  /** The address or name that is reached for. */
  target: string;
  /** The port on the host that leads there, where the way is a published port and `target` an address of the host. */
  hostPort?: number;
  /** Name of the network it goes over. */
  network?: string;
  predicted: Answer;
  measured?: Answer;
  /** One sentence that names the rule. */
  why: string;
}

/** Something that turns a no into a yes. */
export interface Fix {
  title: string;
  command: string;
  argument: unknown;
}

export interface Reachability {
  /** Ids. */
  from: string;
  to: string;
  port?: number;
  byAddress: Verdict[];
  byName: Verdict[];
  fixes: Fix[];
}
