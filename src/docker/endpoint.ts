import { ExpectedError } from '../core/errors.ts';

/**
 * An engine's address in its one canonical form: `unix:///path`, `npipe:////./pipe/name` or `tcp://host:port`.
 * `source` is what gave the text, for the sentence of an error; `tls` decides the port where none is given.
 */
export function parseEndpoint(text: string, source: string, tls: boolean): string {
  if (text.startsWith('/')) return `unix://${text}`;
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text) ?? [undefined, 'tcp', text];
  switch (scheme?.toLowerCase()) {
    case 'unix':
      if (rest?.startsWith('/')) return `unix://${rest}`;
      throw unusable(
        text,
        source,
        'A unix socket needs its whole path, such as unix:///var/run/docker.sock.',
      );
    case 'npipe':
      if (rest) return `npipe://${rest.replaceAll('\\', '/')}`;
      throw unusable(text, source, 'A pipe needs its name, such as npipe:////./pipe/docker_engine.');
    case 'tcp':
    case 'http':
      return parseTcp(text, rest ?? '', source, tls);
    case 'https':
      return parseTcp(text, rest ?? '', source, true);
    case 'ssh':
      throw new ExpectedError(
        'unsupported',
        `${capitalized(source)} names ${text}: engines over ssh are not supported yet. ` +
          'Forward its socket with ssh -L, and name that socket instead.',
      );
    default:
      throw unusable(text, source, 'Use unix://, npipe:// or tcp://.');
  }
}

export function isUnixSocket(endpoint: string): boolean {
  return endpoint.startsWith('unix:');
}

export function isNamedPipe(endpoint: string): boolean {
  return endpoint.startsWith('npipe:');
}

/** The path of a unix socket or a named pipe. */
export function endpointPath(endpoint: string): string {
  return endpoint.replace(/^(unix|npipe):\/\//, '');
}

function parseTcp(text: string, rest: string, source: string, tls: boolean): string {
  const url = URL.canParse(`tcp://${rest}`) ? new URL(`tcp://${rest}`) : undefined;
  if (!url?.hostname || /\s/.test(rest)) {
    throw unusable(text, source, 'A host needs a name or an address, such as tcp://192.168.1.10:2376.');
  }
  return `tcp://${url.hostname}:${url.port || (tls ? '2376' : '2375')}`;
}

function unusable(text: string, source: string, advice: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    `${capitalized(source)} names ${text}, which is no address of an engine. ${advice}`,
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
