import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { ExpectedError, messageOf } from '../core/errors.ts';
import type { EngineEnvironment, TlsFiles } from './findEngine.ts';

/** An entry of `docker context ls`. */
export interface DockerContext {
  name: string;
  /** As written, such as `unix:///home/ann/.docker/desktop/docker.sock`. */
  host: string;
  tls?: TlsFiles;
}

/** The context that docker's command would use and what chose it; undefined where that is the default one. */
export function contextNameOf(
  env: EngineEnvironment,
  home: string,
): { name: string; source: string } | undefined {
  const named = env.DOCKER_CONTEXT?.trim();
  if (named) return named === 'default' ? undefined : { name: named, source: 'DOCKER_CONTEXT' };
  const file = `${configFolder(env, home)}/config.json`;
  if (!existsSync(file)) return undefined;
  const current = readJson<{ currentContext?: unknown }>(file)?.currentContext;
  if (typeof current !== 'string' || current === '' || current === 'default') return undefined;
  return { name: current, source: file };
}

/** Reads a context's files. Throws `not-found` where there is none of that name, `invalid` where it names no engine. */
export function readContext(
  name: string,
  source: string,
  env: EngineEnvironment,
  home: string,
): DockerContext {
  const contexts = `${configFolder(env, home)}/contexts`;
  const folder = createHash('sha256').update(name).digest('hex');
  const file = `${contexts}/meta/${folder}/meta.json`;
  if (!existsSync(file)) {
    throw new ExpectedError(
      'not-found',
      `There is no Docker context ${name}, which ${source} names. docker context ls shows those that there are.`,
    );
  }
  const meta = readJson<{ Endpoints?: { docker?: { Host?: string; SkipTLSVerify?: boolean } } }>(file);
  const engine = meta?.Endpoints?.docker;
  if (!engine?.Host) {
    throw new ExpectedError('invalid', `The Docker context ${name} names no engine (${file}).`);
  }
  const tls = tlsOfContext(`${contexts}/tls/${folder}/docker`, engine.SkipTLSVerify ?? false);
  return { name, host: engine.Host, tls };
}

function configFolder(env: EngineEnvironment, home: string): string {
  return env.DOCKER_CONFIG?.trim() || `${home}/.docker`;
}

function tlsOfContext(folder: string, skipVerify: boolean): TlsFiles | undefined {
  const file = (name: string) => (existsSync(`${folder}/${name}`) ? `${folder}/${name}` : undefined);
  const files = { ca: file('ca.pem'), cert: file('cert.pem'), key: file('key.pem') };
  if (!skipVerify && !files.ca && !files.cert && !files.key) return undefined;
  return { ...files, skipVerify };
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new ExpectedError('invalid', `Docker's file ${file} cannot be read: ${messageOf(error)}.`);
  }
}
