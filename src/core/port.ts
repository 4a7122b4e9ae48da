import type { ContainerDetails, ContainerState, Link, Port, Subnet } from './model.ts';
import type { EndpointSpec, NetworkSpec } from './specs.ts';

/** One endpoint as the container list tells it. */
export interface ListedEndpoint {
  /** Empty for a container that was never started, and for one connected while it was stopped. */
  networkId: string;
  networkName: string;
  endpointId: string;
  ipv4?: string;
  ipv6?: string;
  mac?: string;
  gateway?: string;
  staticIpv4?: string;
  staticIpv6?: string;
  gatewayPriority?: number;
}

/** A container as the list tells it. */
export interface ListedContainer {
  id: string;
  name: string;
  /** Links of the default bridge that lead to it: the linking container's name, and the alias it has there. */
  linkedBy?: { container: string; alias: string }[];
  image: string;
  state: ContainerState;
  /** HostConfig.NetworkMode: `default`, `bridge`, `host`, `none`, `container:<id>`, a network's name or id. */
  networkMode: string;
  labels: Record<string, string>;
  ports: Port[];
  created: string;
  endpoints: ListedEndpoint[];
}

/** A network as the list tells it; a subnet has its gateway only where the engine tells it. */
export interface ListedNetwork {
  id: string;
  name: string;
  driver: string;
  scope: string;
  internal: boolean;
  attachable: boolean;
  ingress: boolean;
  ipv6: boolean;
  subnets: Subnet[];
  options: Record<string, string>;
  labels: Record<string, string>;
  created: string;
}

/** What only inspecting a network tells: who is on it right now, and swarm's peers and services. */
export interface NetworkDetails extends ListedNetwork {
  /** Running and paused endpoints only, by container id; swarm's own endpoints have other keys. */
  attached: { id: string; name: string; ipv4?: string; ipv6?: string; mac?: string }[];
  peers: { name: string; address: string }[];
  /** Ports as `8080 → 80`: published, and the service's own. */
  services: { name: string; virtualIp: string; tasks: number; ports: string[] }[];
}

export interface EngineVersion {
  version: string;
  /** Negotiated. */
  apiVersion: string;
  os: string;
  kernel: string;
}

export interface EngineFacts {
  /** Names of the network drivers that the engine offers. */
  networkDrivers: string[];
  swarmActive: boolean;
  swarmManager: boolean;
  /** `iptables`, `nftables+firewalld` …; undefined on engines that do not tell. */
  firewall?: string;
  ipv4Forwarding: boolean;
  bridgeIptables: boolean;
  operatingSystem: string;
  hostName: string;
}

export interface EngineEvent {
  type: string;
  action: string;
  /** Id of the network or container it is about. */
  id: string;
  attributes: Record<string, string>;
  /** Milliseconds since 1970. */
  time: number;
}

/** One file of a container, read through the engine, cut at a limit. */
export interface FileContent {
  /** UTF-8; what is not UTF-8 is replaced. */
  text: string;
  /** Bytes in the whole file. */
  size: number;
  truncated: boolean;
  /** Has NUL bytes. */
  binary: boolean;
}

export interface ExecOptions {
  /** Milliseconds after which no more is waited for. */
  timeout: number;
  /** Bytes of stdout and stderr each that are kept; what is more is let go by. */
  maxBytes: number;
  signal?: AbortSignal;
  /** Sees stdout as it comes, as text. */
  onStdout?: (text: string) => void;
}

export interface ExecResult {
  /** Undefined when it ran out of time. */
  exitCode?: number;
  stdout: string;
  stderr: string;
  timedOut: boolean;
  /** More came than `maxBytes`. */
  flooded: boolean;
}

/** A container to make; `endpoints` by network name or id, the first one gives its mode unless `networkMode` is set. */
export interface ContainerSpec {
  image: string;
  name?: string;
  command?: string[];
  entrypoint?: string[];
  /** `bridge`, `host`, `none`, `container:<id>`, or a network's name. */
  networkMode: string;
  endpoint?: EndpointSpec;
  /** Links of the default bridge. */
  legacyLinks?: Link[];
  /** `80/tcp` → host bindings. */
  portBindings?: Record<string, { hostIp?: string; hostPort?: string }[]>;
  publishAll?: boolean;
  labels?: Record<string, string>;
  autoRemove?: boolean;
}

export interface ImageSummary {
  id: string;
  /** `name:tag`, none for a dangling one. */
  tags: string[];
  /** Bytes. */
  size: number;
}

/**
 * What the product asks of an engine. Every call rejects with an EngineError for an answer that is no success,
 * and with an ExpectedError `unreachable` or `denied` where none came; each has a time limit of its own.
 */
export interface EnginePort {
  /** Where the engine is, such as `unix:///var/run/docker.sock`. */
  readonly endpoint: string;
  version(): Promise<EngineVersion>;
  facts(): Promise<EngineFacts>;
  listNetworks(): Promise<ListedNetwork[]>;
  /** Every container, in every state. */
  listContainers(): Promise<ListedContainer[]>;
  inspectNetwork(id: string): Promise<NetworkDetails>;
  inspectContainer(id: string): Promise<ContainerDetails>;
  /** The engine's own JSON, for reading. */
  rawNetwork(id: string): Promise<unknown>;
  rawContainer(id: string): Promise<unknown>;
  /** Resolves with the new network's id. */
  createNetwork(spec: NetworkSpec): Promise<string>;
  removeNetwork(id: string): Promise<void>;
  /** `key` is the network's id, or the name under which a container lists a network that is gone. */
  connect(networkId: string, containerId: string, endpoint: EndpointSpec): Promise<void>;
  disconnect(key: string, containerId: string, force: boolean): Promise<void>;
  /** Reads at most `limit` bytes of a file in the container, running or not. */
  readFile(containerId: string, path: string, limit: number): Promise<FileContent>;
  exec(containerId: string, argv: readonly string[], options: ExecOptions): Promise<ExecResult>;
  createContainer(spec: ContainerSpec): Promise<string>;
  startContainer(id: string): Promise<void>;
  restartContainer(id: string): Promise<void>;
  unpauseContainer(id: string): Promise<void>;
  /** Force-removes; a container that is gone already is no error. */
  removeContainer(id: string): Promise<void>;
  /** Resolves with the exit code once the container has ended. */
  waitContainer(id: string, signal?: AbortSignal): Promise<number>;
  listImages(): Promise<ImageSummary[]>;
  pullImage(name: string, onProgress: (line: string) => void, signal?: AbortSignal): Promise<void>;
  /**
   * The engine's event stream until it breaks or `signal` aborts; resolves when it ended.
   * `onOpen` runs when the engine has answered, before the first event.
   */
  events(onEvent: (event: EngineEvent) => void, onOpen: () => void, signal: AbortSignal): Promise<void>;
  close(): void;
}
