import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type Docker from 'dockerode';
import { cancelled, EngineError, ExpectedError } from '../core/errors.ts';
import type { EngineTarget } from './findEngine.ts';
import { RequestLimit } from './requestLimit.ts';
import { unreachable } from './unreachable.ts';

/** One request to the engine. Ids and names in `path` go through `segment`. */
export interface EngineRequest {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Record<string, unknown>;
  body?: object;
  signal?: AbortSignal;
  /** Milliseconds until the whole answer must be there, for `chunks` its head; never for Infinity. */
  timeLimit?: number;
}

export interface EngineAnswer {
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As much of an answer that is no success as is kept. */
const longestRefusal = 64 * 1024;

/** Sends requests through dockerode: gives each its time limit, and turns every failure into one of our errors. */
export class EngineClient {
  readonly #docker: Docker;
  readonly #target: EngineTarget;
  readonly #timeLimit: number;
  readonly #closing = new AbortController();

  constructor(docker: Docker, target: EngineTarget, timeLimit: number) {
    this.#docker = docker;
    this.#target = target;
    this.#timeLimit = timeLimit;
  }

  /** The API version to speak from now on. */
  set apiVersion(version: string) {
    (this.#docker.modem as { version?: string }).version = `v${version}`;
  }

  /** The engine's answer as JSON. */
  async json<T>(request: EngineRequest): Promise<T> {
    const text = await this.#whole(request);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new ExpectedError('unreachable', `What answers at ${this.#target.endpoint} is no Docker engine.`);
    }
  }

  /** Sends what has no answer worth reading. */
  async send(request: EngineRequest): Promise<void> {
    await this.#whole(request);
  }

  /** At most the first `longest` bytes of the answer's body; what is more is not sent for. */
  async beginning(request: EngineRequest, longest: number): Promise<EngineAnswer> {
    return this.#within(request, async (limit) => {
      const response = await this.#dial(request, limit);
      return { headers: response.headers, body: await bytesOf(response, longest) };
    });
  }

  /** The answer's body as it comes, for as long as it is iterated; `onOpen` runs once the engine has answered. */
  async *chunks(request: EngineRequest, onOpen: () => void = () => {}): AsyncGenerator<Buffer, void> {
    const limit = this.#limitOf(request);
    try {
      const response = await this.#dial(request, limit);
      limit.stopClock();
      onOpen();
      yield* response as AsyncIterable<Buffer>;
    } catch (error) {
      throw this.#explained(error, limit);
    } finally {
      limit.release();
    }
  }

  /** Ends every request that is under way, and takes no more. */
  close(): void {
    this.#closing.abort();
  }

  #whole(request: EngineRequest): Promise<string> {
    return this.#within(request, async (limit) =>
      (await bytesOf(await this.#dial(request, limit))).toString(),
    );
  }

  #limitOf({ timeLimit = this.#timeLimit, signal }: EngineRequest): RequestLimit {
    return new RequestLimit(timeLimit, signal ? [signal, this.#closing.signal] : [this.#closing.signal]);
  }

  async #within<T>(request: EngineRequest, act: (limit: RequestLimit) => Promise<T>): Promise<T> {
    const limit = this.#limitOf(request);
    try {
      return await act(limit);
    } catch (error) {
      throw this.#explained(error, limit);
    } finally {
      limit.release();
    }
  }

  async #dial(request: EngineRequest, limit: RequestLimit): Promise<IncomingMessage> {
    limit.signal.throwIfAborted();
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const answered = (error: unknown, response: unknown) => {
        if (error) reject(error);
        else resolve(response as IncomingMessage);
      };
      const options = {
        method: request.method,
        path: `${request.path}?`,
        options: { _query: request.query ?? {}, _body: request.body ?? {} },
        abortSignal: limit.signal,
        isStream: true,
        statusCodes: everyStatus,
      };
      (this.#docker.modem as Modem).dial(options, answered);
    });
    const status = response.statusCode ?? 0;
    if (status >= 400) {
      const refusal = await bytesOf(response, longestRefusal);
      throw new EngineError(status, refusalOf(refusal.toString(), status));
    }
    return response;
  }

  #explained(error: unknown, limit: RequestLimit): unknown {
    if (error instanceof ExpectedError) return error;
    if (this.#closing.signal.aborted) {
      const { endpoint } = this.#target;
      return new ExpectedError(
        'unreachable',
        `The connection to the Docker engine at ${endpoint} was closed.`,
      );
    }
    if (limit.ranOut) {
      const seconds = Math.round(limit.milliseconds / 1000);
      return new ExpectedError(
        'unreachable',
        `The Docker engine at ${this.#target.endpoint} did not answer within ${seconds} seconds.`,
        { cause: error },
      );
    }
    if (limit.signal.aborted) return cancelled();
    return unreachable(error, this.#target);
  }
}

/** Makes an id or a name fit for a request's path. */
export function segment(idOrName: string): string {
  if (/^\.{0,2}$/.test(idOrName)) throw new EngineError(404, `invalid name or id: "${idOrName}"`);
  return encodeURIComponent(idOrName);
}

interface Modem {
  dial(options: object, callback: (error: unknown, response: unknown) => void): void;
}

/** docker-modem would read the body of a refusal itself, without any bound. */
const everyStatus: Record<number, true> = new Proxy({}, { get: () => true });

async function bytesOf(response: IncomingMessage, longest = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= longest) break;
  }
  const bytes = Buffer.concat(chunks);
  return length > longest ? bytes.subarray(0, longest) : bytes;
}

/** Docker says `{message}`, Podman `{cause, message, response}`, a proxy in between anything. */
function refusalOf(text: string, status: number): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    if (typeof message === 'string' && message.trim() !== '') return message;
  } catch {
    // Not JSON: the text itself is all there is.
  }
  return text.trim() || `the engine answered with status ${status}`;
}
