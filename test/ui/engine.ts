import assert from 'node:assert/strict';
import { api } from '../lab/engineApi.ts';

/** The engine's own socket, to look and to change from outside as the docker command does. */
function socket(): string {
  const given = process.env.LAB_SOCKET;
  assert.ok(given, 'LAB_SOCKET is not set; run these tests with "npm run ui".');
  return given;
}

/** One request to the engine behind the window's back. */
export function ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  return api<T>(socket(), method, path, body);
}

interface Inspected {
  NetworkSettings: {
    Networks: Record<string, { IPAddress: string; Aliases: string[] | null } | undefined>;
  };
}

/** A container's place on a network, undefined where it has none. */
export async function endpointOf(container: string, network: string) {
  const { NetworkSettings } = await ask<Inspected>('GET', `/containers/${container}/json`);
  return NetworkSettings.Networks[network];
}
