import { existsSync } from 'node:fs';
import { ExpectedError } from '../core/errors.ts';
import { contextNameOf, type DockerContext, readContext } from './dockerContext.ts';
import { endpointPath, isNamedPipe, isUnixSocket, parseEndpoint } from './endpoint.ts';

/** The files that TLS needs, as the user's settings name them. */
export interface TlsFiles {
  ca?: string;
  cert?: string;
  key?: string;
  /** Takes any certificate of the engine, as the user asked. */
  skipVerify: boolean;
}

/** Where an engine is, and how that was found out. */
export interface EngineTarget {
  /** `unix:///var/run/docker.sock`, `tcp://host:2376`, `npipe:////./pipe/docker_engine`. */
  endpoint: string;
  /** What people call it: the context's name, else the host. */
  name: string;
  /** What named it, such as `DOCKER_HOST`. */
  source: string;
  tls?: TlsFiles;
  /** What was looked at, in order. */
  tried: string[];
}

/** The environment variables that say where the engine is. */
export type EngineEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Finds the engine as docker's own command does, the setting before all else. Reads files, opens no connection.
 * Throws `invalid` for a value that cannot be used, `not-found` for a context that does not exist, `unsupported` for ssh.
 */
export function findEngine(
  setting: string | undefined,
  env: EngineEnvironment,
  home: string,
  platform: NodeJS.Platform,
): EngineTarget {
  const tried: string[] = [];
  const given = setting?.trim();
  tried.push('the setting dockerNetworks.host');
  if (given) return byEndpoint(given, 'the setting dockerNetworks.host', env, home, tried);
  tried.push('DOCKER_HOST');
  const host = env.DOCKER_HOST?.trim();
  if (host) return byEndpoint(host, 'DOCKER_HOST', env, home, tried);

  tried.push('DOCKER_CONTEXT');
  const chosen = contextNameOf(env, home);
  if (chosen) {
    tried.push(`the context ${chosen.name}`);
    return byContext(readContext(chosen.name, chosen.source, env, home), chosen.source, tried);
  }
  tried.push("Docker's current context");
  return byDefaultSocket(env, home, platform, tried);
}

function byEndpoint(
  text: string,
  source: string,
  env: EngineEnvironment,
  home: string,
  tried: string[],
): EngineTarget {
  const tls = tlsOfEnvironment(env, home);
  const endpoint = parseEndpoint(text, source, tls !== undefined);
  const remote = endpoint.startsWith('tcp:');
  const wanted = /^https:/i.test(text) ? (tls ?? { skipVerify: false }) : tls;
  return { endpoint, name: nameOf(endpoint), source, tls: remote ? wanted : undefined, tried };
}

function byContext(context: DockerContext, source: string, tried: string[]): EngineTarget {
  const endpoint = parseEndpoint(context.host, `the context ${context.name}`, context.tls !== undefined);
  return {
    endpoint,
    name: context.name,
    source: `the context ${context.name} (${source})`,
    tls: endpoint.startsWith('tcp:') ? context.tls : undefined,
    tried,
  };
}

function byDefaultSocket(
  env: EngineEnvironment,
  home: string,
  platform: NodeJS.Platform,
  tried: string[],
): EngineTarget {
  const candidates = defaultEndpoints(env, home, platform);
  const paths = candidates.map(endpointPath);
  const found = Math.max(0, paths.findIndex(existsSync));
  const source = platform === 'win32' ? 'the default pipe' : 'the default socket';
  return { endpoint: candidates[found]!, name: 'default', source, tried: [...tried, ...paths] };
}

function defaultEndpoints(env: EngineEnvironment, home: string, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    return ['npipe:////./pipe/docker_engine', 'npipe:////./pipe/dockerDesktopLinuxEngine'];
  }
  const sockets = [
    '/var/run/docker.sock',
    `${home}/.docker/run/docker.sock`,
    `${home}/.docker/desktop/docker.sock`,
  ];
  if (env.XDG_RUNTIME_DIR) sockets.push(`${env.XDG_RUNTIME_DIR}/docker.sock`);
  return sockets.map((path) => `unix://${path}`);
}

/** docker's rule: any value of DOCKER_TLS_VERIFY verifies; only DOCKER_CERT_PATH or DOCKER_TLS means TLS without that. */
function tlsOfEnvironment(env: EngineEnvironment, home: string): TlsFiles | undefined {
  const verify = Boolean(env.DOCKER_TLS_VERIFY);
  if (!verify && !env.DOCKER_TLS && !env.DOCKER_CERT_PATH) return undefined;
  const folder = env.DOCKER_CERT_PATH ?? env.DOCKER_CONFIG ?? `${home}/.docker`;
  if (env.DOCKER_CERT_PATH && !existsSync(folder)) {
    throw new ExpectedError('invalid', `DOCKER_CERT_PATH names the folder ${folder}, which does not exist.`);
  }
  const file = (name: string) => (existsSync(`${folder}/${name}`) ? `${folder}/${name}` : undefined);
  return { ca: file('ca.pem'), cert: file('cert.pem'), key: file('key.pem'), skipVerify: !verify };
}

function nameOf(endpoint: string): string {
  return isUnixSocket(endpoint) || isNamedPipe(endpoint) ? endpointPath(endpoint) : new URL(endpoint).host;
}
