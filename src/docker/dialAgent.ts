import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { ExpectedError, messageOf } from '../core/errors.ts';
import { endpointPath, isNamedPipe, isUnixSocket } from './endpoint.ts';
import type { EngineTarget, TlsFiles } from './findEngine.ts';

/**
 * Opens the sockets to the engine, whatever it is reached by.
 * One socket a request: an idle one that the engine closes meanwhile would fail a request that cannot be sent twice.
 */
export class DialAgent extends Agent {
  readonly #dial: () => Duplex;

  /** Throws `invalid` for TLS files that cannot be read. */
  constructor(target: EngineTarget) {
    super({ keepAlive: false });
    this.#dial = dialer(target);
  }

  override createConnection(): Duplex {
    return this.#dial();
  }
}

function dialer(target: EngineTarget): () => Duplex {
  if (isUnixSocket(target.endpoint) || isNamedPipe(target.endpoint)) {
    const path = endpointPath(target.endpoint);
    return () => connect({ path });
  }
  const url = new URL(target.endpoint);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port);
  if (!target.tls) return () => connect({ host, port });
  const { ca, cert, key } = readTlsFiles(target.tls);
  const rejectUnauthorized = !target.tls.skipVerify;
  const servername = /^[\d.]+$|:/.test(host) ? undefined : host;
  return () => connectTls({ host, port, ca, cert, key, rejectUnauthorized, servername });
}

function readTlsFiles(tls: TlsFiles): { ca?: Buffer; cert?: Buffer; key?: Buffer } {
  const read = (file: string | undefined) => {
    if (!file) return undefined;
    try {
      return readFileSync(file);
    } catch (error) {
      throw new ExpectedError('invalid', `The TLS file ${file} cannot be read: ${messageOf(error)}.`);
    }
  };
  return { ca: read(tls.ca), cert: read(tls.cert), key: read(tls.key) };
}
