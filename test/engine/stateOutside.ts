import { randomBytes } from 'node:crypto';
import { api } from '../lab/engineApi.ts';

const label = 'docker-network-explorer.lab';

export interface InspectedEndpoint {
  NetworkID: string;
  IPAddress: string;
  GlobalIPv6Address: string;
  MacAddress: string;
  Aliases: string[] | null;
  Links: string[] | null;
  DriverOpts: Record<string, string> | null;
  /** Engines from API 1.48 on. */
  GwPriority?: number;
  IPAMConfig: { IPv4Address?: string; IPv6Address?: string } | null;
}

export interface InspectedContainer {
  Id: string;
  Name: string;
  State: { Status: string };
  NetworkSettings: { Networks: Record<string, InspectedEndpoint> };
}

export interface InspectedNetwork {
  Id: string;
  Name: string;
  Driver: string;
  IPAM: { Config: { Subnet: string; Gateway?: string; IPRange?: string }[] | null };
  Options: Record<string, string>;
  Labels: Record<string, string>;
  Internal: boolean;
  Containers: Record<string, { IPv4Address: string; IPv6Address: string; MacAddress: string }>;
}

/** Somebody else who works on the same engine: what they do, the store has to find out. */
export class Outside {
  readonly #socket: string;
  readonly #image: string;
  readonly #prefix = `s${randomBytes(3).toString('hex')}`;

  constructor(socket: string, image: string) {
    this.#socket = socket;
    this.#image = image;
  }

  /** A name that nobody else uses. */
  name(of: string): string {
    return `${this.#prefix}_${of}`;
  }

  api<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return api<T>(this.#socket, method, path, body);
  }

  async network(name: string, body: object = {}): Promise<string> {
    const given = { Name: name, CheckDuplicate: true, Labels: { [label]: '' }, ...body };
    return (await this.api<{ Id: string }>('POST', '/networks/create', given)).Id;
  }

  subnet(subnet: string, more: object = {}): object {
    return { IPAM: { Config: [{ Subnet: subnet, ...more }] } };
  }

  /** Makes a container that does nothing but live. */
  async create(name: string, networkMode: string, more: { host?: object; endpoint?: object } = {}) {
    const body = {
      Image: this.#image,
      Cmd: ['sleep', '100000'],
      StopSignal: 'SIGKILL',
      Labels: { [label]: '' },
      HostConfig: { NetworkMode: networkMode, ...more.host },
      ...(more.endpoint
        ? { NetworkingConfig: { EndpointsConfig: { [networkMode]: more.endpoint } } }
        : undefined),
    };
    const path = `/containers/create?name=${name}`;
    return (await this.api<{ Id: string }>('POST', path, body)).Id;
  }

  async run(name: string, networkMode: string, more: { host?: object; endpoint?: object } = {}) {
    const id = await this.create(name, networkMode, more);
    await this.act(id, 'start');
    return id;
  }

  /** start, stop, pause, unpause, restart, kill, rename?name=… */
  async act(container: string, what: string): Promise<void> {
    await this.api('POST', `/containers/${container}/${what}`);
  }

  async connect(network: string, container: string, endpoint: object = {}): Promise<void> {
    await this.api('POST', `/networks/${network}/connect`, {
      Container: container,
      EndpointConfig: endpoint,
    });
  }

  async disconnect(network: string, container: string): Promise<void> {
    await this.api('POST', `/networks/${network}/disconnect`, { Container: container, Force: false });
  }

  async removeContainer(container: string): Promise<void> {
    await this.api('DELETE', `/containers/${container}?force=1&v=1`);
  }

  async removeNetwork(network: string): Promise<void> {
    await this.api('DELETE', `/networks/${network}`);
  }

  container(id: string): Promise<InspectedContainer> {
    return this.api('GET', `/containers/${id}/json`);
  }

  inspectNetwork(id: string): Promise<InspectedNetwork> {
    return this.api('GET', `/networks/${encodeURIComponent(id)}`);
  }

  containers(): Promise<{ Id: string; Names: string[] }[]> {
    return this.api('GET', '/containers/json?all=1');
  }

  networks(): Promise<{ Id: string; Name: string }[]> {
    return this.api('GET', '/networks');
  }

  /** Removes everything that was made under names of this one. */
  async clear(): Promise<void> {
    for (const { Id, Names } of await this.containers()) {
      if (Names.some((name) => name.startsWith(`/${this.#prefix}`))) await this.removeContainer(Id);
    }
    for (const { Id, Name } of await this.networks()) {
      if (Name.startsWith(this.#prefix)) await this.removeNetwork(Id);
    }
  }
}
