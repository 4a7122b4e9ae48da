import type { LabEngine } from './engine.ts';
import { api } from './engineApi.ts';
import { busyboxImage, labLabel } from './images.ts';

export interface ContainerToMake {
  image?: string;
  command?: string[];
  /** The engine's network mode: a network's name, `host`, `none`, `container:…`; the default bridge where it is left out. */
  mode?: string;
  /** The engine's own endpoint settings on the network of `mode`. */
  endpoint?: Record<string, unknown>;
  /** More of the engine's own HostConfig, and of what is beside it. */
  hostConfig?: Record<string, unknown>;
  config?: Record<string, unknown>;
  /** Only makes it. */
  neverStart?: boolean;
}

/** Makes a container with the lab's label and starts it; resolves with its id. It ends at once when stopped. */
export async function makeContainer(
  { socket }: LabEngine,
  name: string,
  {
    image = busyboxImage,
    command,
    mode = 'default',
    endpoint,
    hostConfig,
    config,
    neverStart,
  }: ContainerToMake = {},
): Promise<string> {
  const { Id } = await api<{ Id: string }>(socket, 'POST', `/containers/create?name=${name}`, {
    Image: image,
    ...(command && { Cmd: command }),
    Labels: { [labLabel]: 'container' },
    StopSignal: 'SIGKILL',
    HostConfig: { NetworkMode: mode, ...hostConfig },
    ...(endpoint && { NetworkingConfig: { EndpointsConfig: { [mode]: endpoint } } }),
    ...config,
  });
  if (!neverStart) await api(socket, 'POST', `/containers/${Id}/start`);
  return Id;
}

/** Makes a bridge network with the lab's label, or what `more` of the engine's own settings says; resolves with its id. */
export async function makeNetwork(
  { socket }: LabEngine,
  name: string,
  { subnet, gateway, more }: { subnet?: string; gateway?: string; more?: Record<string, unknown> } = {},
): Promise<string> {
  const { Id } = await api<{ Id: string }>(socket, 'POST', '/networks/create', {
    Name: name,
    Driver: 'bridge',
    CheckDuplicate: true,
    ...(subnet && { IPAM: { Config: [{ Subnet: subnet, ...(gateway && { Gateway: gateway }) }] } }),
    Labels: { [labLabel]: 'network' },
    ...more,
  });
  return Id;
}

/** Connects a container to a network, with the engine's own endpoint settings. */
export async function connect(
  { socket }: LabEngine,
  network: string,
  container: string,
  endpoint: Record<string, unknown> = {},
): Promise<void> {
  const body = { Container: container, EndpointConfig: endpoint };
  await api(socket, 'POST', `/networks/${network}/connect`, body);
}

/** Removes every container and every network but the engine's own: the engine is the lab's, and so is all that is on it. */
export async function clearEngine({ socket }: LabEngine): Promise<void> {
  const containers = await api<{ Id: string }[]>(socket, 'GET', '/containers/json?all=1');
  await Promise.all(containers.map(({ Id }) => api(socket, 'DELETE', `/containers/${Id}?force=1&v=1`)));
  const networks = await api<{ Id: string; Name: string }[]>(socket, 'GET', '/networks');
  const made = networks.filter(({ Name }) => !['bridge', 'host', 'none'].includes(Name));
  await Promise.all(made.map(({ Id }) => api(socket, 'DELETE', `/networks/${Id}`)));
}
