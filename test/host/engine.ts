import assert from 'node:assert/strict';
import { type Passage, readPassages } from '../lab/countingProxy.ts';
import { api } from '../lab/engineApi.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';

/** The label of everything that tests make on an engine. */
export const label = { [labLabel]: 'host' };

function given(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; run these tests with "npm run host".`);
  return value;
}

/** The engine's own socket: what goes over it is not counted, so it is how the tests look and change from outside. */
export const engine = () => ({ socket: given('LAB_ENGINE_SOCKET') });

/** Everything that the extension has asked of the engine. */
export const passages = (): Passage[] => readPassages(given('LAB_PASSAGES'));

/** What came after the first `before` passages and changes something on the engine. */
export function changesSince(before: number): Passage[] {
  return passages()
    .slice(before)
    .filter((one) => 'method' in one && one.method !== 'GET' && one.method !== 'HEAD');
}

export interface InspectedNetwork {
  Id: string;
  Name: string;
  Driver: string;
  Internal: boolean;
  Attachable: boolean;
  Labels: Record<string, string>;
  Options: Record<string, string>;
  IPAM: {
    Config: {
      Subnet: string;
      Gateway?: string;
      IPRange?: string;
      AuxiliaryAddresses?: Record<string, string>;
    }[];
  };
}

export interface InspectedEndpoint {
  NetworkID: string;
  IPAddress: string;
  GlobalIPv6Address: string;
  Aliases: string[] | null;
}

export interface InspectedContainer {
  Id: string;
  Name: string;
  State: { Status: string };
  NetworkSettings: { Networks: Record<string, InspectedEndpoint> };
}

/** What the engine says of a network; undefined where it has none. */
export async function inspectNetwork(name: string): Promise<InspectedNetwork | undefined> {
  return api<InspectedNetwork>(engine().socket, 'GET', `/networks/${name}`).catch(() => undefined);
}

export function inspectContainer(name: string): Promise<InspectedContainer> {
  return api<InspectedContainer>(engine().socket, 'GET', `/containers/${name}/json`);
}

/** Makes a container and starts it; gives its id. */
export async function makeContainer(
  name: string,
  options: {
    network?: string;
    start?: boolean;
    image?: string;
    links?: string[];
    command?: string[];
  } = {},
): Promise<string> {
  const body = {
    Image: options.image ?? busyboxImage,
    Cmd: options.command ?? ['sleep', '3600'],
    Labels: label,
    HostConfig: { NetworkMode: options.network ?? 'bridge', Links: options.links },
    StopTimeout: 0,
  };
  const { Id } = await api<{ Id: string }>(engine().socket, 'POST', `/containers/create?name=${name}`, body);
  if (options.start !== false) await api(engine().socket, 'POST', `/containers/${Id}/start`);
  return Id;
}

/** Makes a network from outside; gives its id. */
export async function makeNetwork(name: string, subnet: string): Promise<string> {
  const body = { Name: name, Labels: label, CheckDuplicate: true, IPAM: { Config: [{ Subnet: subnet }] } };
  return (await api<{ Id: string }>(engine().socket, 'POST', '/networks/create', body)).Id;
}

/** Removes everything whose name begins with `prefix`, and whatever state it is in. */
export async function removeAll(prefix: string): Promise<void> {
  const { socket } = engine();
  const containers = await api<{ Id: string; Names: string[] }[]>(socket, 'GET', '/containers/json?all=1');
  for (const { Id } of containers.filter((one) => one.Names.some((name) => name.startsWith(`/${prefix}`)))) {
    await api(socket, 'DELETE', `/containers/${Id}?force=1&v=1`);
  }
  const networks = await api<{ Id: string; Name: string }[]>(socket, 'GET', '/networks');
  for (const { Id } of networks.filter((one) => one.Name.startsWith(prefix))) {
    await api(socket, 'DELETE', `/networks/${Id}`);
  }
}
