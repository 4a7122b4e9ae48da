/** What commands send to the engine; the shapes of the scripting contract. */

export interface SubnetSpec {
  subnet: string;
  gateway?: string;
  ipRange?: string;
  reserved?: Record<string, string>;
}

/** A network to make. Without `driver`: bridge. Without `subnets`: the engine chooses. */
export interface NetworkSpec {
  name: string;
  driver?: string;
  subnets?: SubnetSpec[];
  ipv6?: boolean;
  internal?: boolean;
  attachable?: boolean;
  options?: Record<string, string>;
  labels?: Record<string, string>;
}

export interface LinkSpec {
  container: string;
  alias?: string;
}

/** How a container is put on a network. */
export interface EndpointSpec {
  ipv4?: string;
  ipv6?: string;
  aliases?: string[];
  links?: LinkSpec[];
  gatewayPriority?: number;
  driverOptions?: Record<string, string>;
}

/** `network` and `container` are names, ids or unique starts of ids. */
export interface ConnectSpec extends EndpointSpec {
  network: string;
  container: string;
}

export interface DisconnectSpec {
  network: string;
  container: string;
  force?: boolean;
}

export interface RemoveSpec {
  network: string;
  /** Disconnects every container first. */
  disconnectContainers?: boolean;
}

export interface PruneSpec {
  /** The networks to remove; without it, every network that no container uses, running or stopped. */
  networks?: string[];
}

/** Where a new container goes: a network, a mode, or another container's network. */
export type RunNetwork = string | { mode: 'bridge' | 'host' | 'none' } | { shareWith: string };

/** A published port: container port, on `hostPort` (a free one when left out) of `hostIp` (every address when left out). */
export interface PublishSpec {
  port: number;
  protocol?: 'tcp' | 'udp' | 'sctp';
  hostPort?: number;
  hostIp?: string;
}

export interface RunSpec {
  image: string;
  name?: string;
  network?: RunNetwork;
  ipv4?: string;
  ipv6?: string;
  aliases?: string[];
  links?: LinkSpec[];
  command?: string[];
  publish?: PublishSpec[];
  publishAll?: boolean;
  labels?: Record<string, string>;
}
