import type { ContainerMode } from '../model.ts';

const builtInNames = ['bridge', 'host', 'none'];

/** Whether the engine itself made the network of that name; nobody else can make one that is called so. */
export function isBuiltIn(networkName: string): boolean {
  return builtInNames.includes(networkName);
}

/**
 * A container's mode, from HostConfig.NetworkMode and the names of the networks that the engine lists it on.
 * Where it is decides, not where it was put first: NetworkMode may name a network that the container has left.
 */
export function modeOf(networkMode: string, networkNames: readonly string[]): ContainerMode {
  if (networkMode === 'host') return 'host';
  if (sharedContainer(networkMode) !== undefined) return 'container';
  if (networkNames.some((name) => !isBuiltIn(name))) return 'user-defined';
  for (const mode of ['bridge', 'host', 'none'] as const) if (networkNames.includes(mode)) return mode;
  if (networkMode === 'none') return 'none';
  return ['', 'default', 'bridge'].includes(networkMode) ? 'bridge' : 'user-defined';
}

/** The container whose network is shared, as NetworkMode tells it (id or name); undefined where none is. */
export function sharedContainer(networkMode: string): string | undefined {
  return networkMode.startsWith('container:') ? networkMode.slice('container:'.length) : undefined;
}
