import type Docker from 'dockerode';
import { ExpectedError } from '../core/errors.ts';
import type { EnginePort } from '../core/port.ts';
import { isBelow } from './apiVersion.ts';
import { DialAgent } from './dialAgent.ts';
import { DockerEngine } from './dockerEngine.ts';
import { EngineClient } from './engineClient.ts';
import type { VersionRecord } from './engineRecord.ts';
import type { EngineTarget } from './findEngine.ts';

/** The oldest API that is spoken, of Docker Engine 20.10, and the newest, of 28.5. */
const oldest = '1.41';
const newest = '1.51';

/**
 * Connects to an engine and agrees on an API version. Loads the client library.
 * Rejects with `unreachable` or `denied` where none answers, `unsupported` for one that is too old or too new.
 */
export async function connectEngine(
  target: EngineTarget,
  options: { /** Milliseconds for a request. */ timeLimit?: number } = {},
): Promise<EnginePort> {
  const docker = await makeDocker(new DialAgent(target));
  const client = new EngineClient(docker, target, options.timeLimit ?? 15_000);
  try {
    const version = await client.json<VersionRecord>({ method: 'GET', path: '/version' });
    const apiVersion = agreeOn(version, target);
    client.apiVersion = apiVersion;
    return new DockerEngine(client, target.endpoint, apiVersion);
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The newest API version that both speak. */
export function agreeOn(version: VersionRecord, target: EngineTarget): string {
  const { ApiVersion: offered, MinAPIVersion: least = '1.0', Version: release = '' } = version;
  if (!offered) {
    throw new ExpectedError('unreachable', `What answers at ${target.endpoint} is no Docker engine.`);
  }
  if (isBelow(offered, oldest)) {
    throw new ExpectedError(
      'unsupported',
      `The engine at ${target.endpoint} (${release}, API ${offered}) is too old: ` +
        `Docker Engine 20.10 (API ${oldest}) is the oldest that can be used.`,
    );
  }
  if (isBelow(newest, least)) {
    throw new ExpectedError(
      'unsupported',
      `The engine at ${target.endpoint} (${release}) wants API ${least} or newer, and this extension speaks ` +
        `API ${newest}. Look for a newer version of the extension.`,
    );
  }
  return isBelow(offered, newest) ? offered : newest;
}

/** docker-modem reads DOCKER_HOST by itself and throws for what it cannot use: that is not its business here. */
async function makeDocker(agent: DialAgent): Promise<Docker> {
  const { default: Client } = await import('dockerode');
  // The agent dials, whatever the path says; Host is what docker's own command sends.
  const options = { socketPath: 'engine', agent, headers: { Host: 'docker' } };
  const { DOCKER_HOST: host } = process.env;
  delete process.env.DOCKER_HOST;
  try {
    return new Client(options);
  } finally {
    if (host !== undefined) process.env.DOCKER_HOST = host;
  }
}
