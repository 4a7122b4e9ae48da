import { EngineError } from '../core/errors.ts';
import type { ContainerDetails } from '../core/model.ts';
import type {
  ContainerSpec,
  EngineEvent,
  EngineFacts,
  EnginePort,
  EngineVersion,
  ExecOptions,
  ExecResult,
  FileContent,
  ImageSummary,
  ListedContainer,
  ListedNetwork,
  NetworkDetails,
} from '../core/port.ts';
import type { EndpointSpec, NetworkSpec } from '../core/specs.ts';
import { type ContainerDetailsRecord, toContainerDetails } from './containerDetailsRecord.ts';
import { type ContainerRecord, toListedContainer } from './containerRecord.ts';
import { toCreateContainerBody } from './createContainerBody.ts';
import { toEndpointBody } from './endpointRecord.ts';
import { type EngineClient, segment } from './engineClient.ts';
import { type InfoRecord, toEngineFacts, toEngineVersion, type VersionRecord } from './engineRecord.ts';
import { followEvents } from './followEvents.ts';
import { type ImageRecord, toImageSummary } from './imageRecord.ts';
import {
  type NetworkRecord,
  toCreateNetworkBody,
  toListedNetwork,
  toNetworkDetails,
} from './networkRecord.ts';
import { pullImage } from './pullImage.ts';
import { readContainerFile } from './readContainerFile.ts';
import { runExec } from './runExec.ts';

/** Milliseconds for what the engine does with interfaces, firewall and processes: much more than for an answer from memory. */
const slow = 60_000;

/** The port, spoken in the engine's own words. */
export class DockerEngine implements EnginePort {
  readonly endpoint: string;
  readonly #client: EngineClient;
  readonly #apiVersion: string;

  constructor(client: EngineClient, endpoint: string, apiVersion: string) {
    this.#client = client;
    this.endpoint = endpoint;
    this.#apiVersion = apiVersion;
  }

  async version(): Promise<EngineVersion> {
    return toEngineVersion(await this.#get<VersionRecord>('/version'), this.#apiVersion);
  }

  async facts(): Promise<EngineFacts> {
    return toEngineFacts(await this.#get<InfoRecord>('/info'), this.#apiVersion);
  }

  async listNetworks(): Promise<ListedNetwork[]> {
    return (await this.#get<NetworkRecord[]>('/networks')).map(toListedNetwork);
  }

  async listContainers(): Promise<ListedContainer[]> {
    return (await this.#get<ContainerRecord[]>('/containers/json', { all: true })).map(toListedContainer);
  }

  async inspectNetwork(id: string): Promise<NetworkDetails> {
    return toNetworkDetails((await this.rawNetwork(id)) as NetworkRecord);
  }

  async inspectContainer(id: string): Promise<ContainerDetails> {
    return toContainerDetails((await this.rawContainer(id)) as ContainerDetailsRecord);
  }

  rawNetwork(id: string): Promise<unknown> {
    return this.#get(`/networks/${segment(id)}`, { verbose: true });
  }

  rawContainer(id: string): Promise<unknown> {
    return this.#get(`/containers/${segment(id)}/json`);
  }

  async createNetwork(spec: NetworkSpec): Promise<string> {
    const body = toCreateNetworkBody(spec);
    const request = { method: 'POST', path: '/networks/create', body, timeLimit: slow } as const;
    return (await this.#client.json<{ Id: string }>(request)).Id;
  }

  async removeNetwork(id: string): Promise<void> {
    await this.#client.send({ method: 'DELETE', path: `/networks/${segment(id)}`, timeLimit: slow });
  }

  async connect(networkId: string, containerId: string, endpoint: EndpointSpec): Promise<void> {
    const body = { Container: containerId, EndpointConfig: toEndpointBody(endpoint, this.#apiVersion) };
    await this.#post(`/networks/${segment(networkId)}/connect`, body);
  }

  async disconnect(key: string, containerId: string, force: boolean): Promise<void> {
    await this.#post(`/networks/${segment(key)}/disconnect`, { Container: containerId, Force: force });
  }

  readFile(containerId: string, path: string, limit: number): Promise<FileContent> {
    return readContainerFile(this.#client, containerId, path, limit);
  }

  exec(containerId: string, argv: readonly string[], options: ExecOptions): Promise<ExecResult> {
    return runExec(this.#client, containerId, argv, options);
  }

  async createContainer(spec: ContainerSpec): Promise<string> {
    const { Id } = await this.#client.json<{ Id: string }>({
      method: 'POST',
      path: '/containers/create',
      query: spec.name ? { name: spec.name } : {},
      body: toCreateContainerBody(spec, this.#apiVersion),
      timeLimit: slow,
    });
    return Id;
  }

  async startContainer(id: string): Promise<void> {
    await this.#post(`/containers/${segment(id)}/start`);
  }

  async restartContainer(id: string): Promise<void> {
    await this.#post(`/containers/${segment(id)}/restart`);
  }

  async unpauseContainer(id: string): Promise<void> {
    await this.#post(`/containers/${segment(id)}/unpause`);
  }

  async removeContainer(id: string): Promise<void> {
    const request = { method: 'DELETE', path: `/containers/${segment(id)}`, timeLimit: slow } as const;
    try {
      await this.#client.send({ ...request, query: { force: true, v: true } });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  async waitContainer(id: string, signal?: AbortSignal): Promise<number> {
    const { StatusCode } = await this.#client.json<{ StatusCode: number }>({
      method: 'POST',
      path: `/containers/${segment(id)}/wait`,
      signal,
      timeLimit: Number.POSITIVE_INFINITY,
    });
    return StatusCode;
  }

  async listImages(): Promise<ImageSummary[]> {
    return (await this.#get<ImageRecord[]>('/images/json')).map(toImageSummary);
  }

  pullImage(name: string, onProgress: (line: string) => void, signal?: AbortSignal): Promise<void> {
    return pullImage(this.#client, name, onProgress, signal);
  }

  events(onEvent: (event: EngineEvent) => void, onOpen: () => void, signal: AbortSignal): Promise<void> {
    return followEvents(this.#client, onEvent, onOpen, signal);
  }

  close(): void {
    this.#client.close();
  }

  #get<T>(path: string, query?: Record<string, unknown>): Promise<T> {
    return this.#client.json<T>({ method: 'GET', path, query });
  }

  #post(path: string, body?: object): Promise<void> {
    return this.#client.send({ method: 'POST', path, body, timeLimit: slow });
  }
}

/** Gone already, or on its way: `409 removal of container … is already in progress`. */
function isGone(error: unknown): boolean {
  if (!(error instanceof EngineError)) return false;
  return error.status === 404 || (error.status === 409 && error.message.includes('already in progress'));
}
