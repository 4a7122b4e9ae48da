/** What the extension knows of an engine: plain JSON, also what its API hands out (see README, "For scripts"). */

export type EngineState = 'connecting' | 'connected' | 'unreachable' | 'denied';

/** The engine that is talked to, and how that stands. */
export interface EngineStatus {
  state: EngineState;
  /** Where it is: `unix:///var/run/docker.sock`, `tcp://host:2376`, `npipe:////./pipe/docker_engine`. */
  endpoint: string;
  /** What people call it: the context's name, else the host. */
  name?: string;
  /** Engine version, such as `28.5.2`. */
  version?: string;
  /** Negotiated API version, such as `1.51`. */
  apiVersion?: string;
  /** Why it cannot be reached, in one sentence. Present unless connecting or connected. */
  error?: string;
  /** What was looked at to find the engine, in order (`DOCKER_HOST`, `context desktop-linux`, …). */
  tried?: string[];
}

/** One block of addresses of a network. Addresses are text, subnets CIDR. */
export interface Subnet {
  subnet: string;
  /** Derived (first address of range or subnet) where the engine leaves it out. */
  gateway?: string;
  /** The part of the subnet that the engine deals addresses from, as CIDR. */
  ipRange?: string;
  /** Addresses that the engine never deals, by the name they were given. */
  reserved: Record<string, string>;
}

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** A container's place on a network. Addresses without prefix length; undefined while the container does not run. */
export interface Endpoint {
  /** Id of the container, 64 hex digits. */
  container: string;
  name: string;
  state: ContainerState;
  ipv4?: string;
  ipv6?: string;
  mac?: string;
  /** The network's gateway as this endpoint sees it; undefined or empty where there is none (internal on 28). */
  gateway?: string;
  /** Addresses that were asked for by the user, held or not. */
  staticIpv4?: string;
  staticIpv6?: string;
  /** Decides which network gives the default route; engines from API 1.48 on. */
  gatewayPriority?: number;
  /** User-given aliases; only known once the container was inspected. */
  aliases?: string[];
}

export interface Network {
  /** 64 hex digits (25 base-36 digits for swarm networks). */
  id: string;
  name: string;
  driver: string;
  scope: string;
  /** bridge, host or none as the engine made them. */
  builtIn: boolean;
  internal: boolean;
  attachable: boolean;
  ingress: boolean;
  ipv6: boolean;
  subnets: Subnet[];
  options: Record<string, string>;
  labels: Record<string, string>;
  /** ISO 8601. */
  created: string;
  /** Every container on it, stopped ones included, sorted by name. */
  endpoints: Endpoint[];
}

export type ContainerMode = 'bridge' | 'user-defined' | 'host' | 'none' | 'container';

/** A port of a container; `hostPort` and `hostIp` only where it is published and the container runs. */
export interface Port {
  port: number;
  protocol: string;
  hostPort?: number;
  hostIp?: string;
}

export interface Container {
  /** 64 hex digits. */
  id: string;
  name: string;
  image: string;
  state: ContainerState;
  mode: ContainerMode;
  /** The container whose network it uses, where `mode` is `container`: its id, or the text that was given where none has it. */
  sharesWith?: string;
  /** Ids of the networks it is on, stopped or not; ids that no network has any more are left out. */
  networks: string[];
  /** Names or ids, as the engine tells them, of networks that it belongs to and that are gone. */
  goneNetworks?: string[];
  /** Its links on the default bridge (`--link`), by the names of the containers that they lead to. */
  links?: Link[];
  labels: Record<string, string>;
  ports: Port[];
  /** ISO 8601; when it was made. */
  created: string;
}

/** The engine's networks and containers at one moment, sorted: user-defined first, then bridge, host, none; each by name. */
export interface Snapshot {
  engine: EngineStatus;
  networks: Network[];
  containers: Container[];
}

/**
 * What differs between two snapshots, by id; `engine` when the engine's status differs. A container that was restarted
 * counts as changed, though its records may be as they were.
 */
export interface ChangeSet {
  engine: boolean;
  networks: { added: string[]; changed: string[]; removed: string[] };
  containers: { added: string[]; changed: string[]; removed: string[] };
}

/** One endpoint of an inspected container: what only `inspect` tells. Addresses without prefix length. */
export interface EndpointDetails {
  /** Network id; empty for a container that was never started. */
  networkId: string;
  /** The name under which the engine lists it. */
  networkName: string;
  ipv4?: string;
  ipv4PrefixLength?: number;
  ipv6?: string;
  ipv6PrefixLength?: number;
  mac?: string;
  gateway?: string;
  ipv6Gateway?: string;
  staticIpv4?: string;
  staticIpv6?: string;
  /** User-given aliases, without the short id that engines below API 1.45 add. */
  aliases: string[];
  /** Names that the engine says it answers to (API 1.44 on); undefined on older engines. */
  dnsNames?: string[];
  /** Links on a user-defined network. */
  links: Link[];
  gatewayPriority?: number;
  driverOptions: Record<string, string>;
}

/** A link: `container` (name or id as given) is known as `alias`. */
export interface Link {
  container: string;
  alias: string;
}

/** An inspected container. */
export interface ContainerDetails {
  id: string;
  name: string;
  image: string;
  state: ContainerState;
  mode: ContainerMode;
  sharesWith?: string;
  /** HostConfig.NetworkMode as the engine has it. */
  networkMode: string;
  created: string;
  /** ISO 8601; undefined when it never ran. */
  startedAt?: string;
  /** Process id of its first process on the engine's machine; undefined when it does not run. */
  pid?: number;
  /** What the engine said when it last failed to start. */
  error?: string;
  hostname: string;
  domainname: string;
  /** `name:address` as given, in order. */
  extraHosts: string[];
  dns: string[];
  dnsSearch: string[];
  dnsOptions: string[];
  /** Links of the default bridge (`--link`). */
  legacyLinks: Link[];
  /** `NAME=value`. */
  env: string[];
  labels: Record<string, string>;
  ports: Port[];
  /** Ports asked to be published, whether or not it runs: `8080/tcp` → host ports. */
  portBindings: Record<string, string[]>;
  publishAll: boolean;
  sysctls: Record<string, string>;
  /** Where the container's /etc/hosts lies on the engine's machine; empty when it was never started. */
  hostsPath: string;
  /** A user's own mount lies on /etc/hosts. */
  hostsMounted: boolean;
  endpoints: EndpointDetails[];
}
