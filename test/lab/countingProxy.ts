import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { temporaryFolder } from './temporary.ts';

/** One thing that came through: a connection, a request on one, or the end of an answer. */
export type Passage = { connection: true } | { method: string; path: string } | { ended: string };

/** A socket before an engine's socket that writes down everything that is asked of the engine. */
export interface CountingProxy {
  /** `unix://` and the socket. */
  endpoint: string;
  /** The file with one line of JSON for each passage. */
  log: string;
  stop(): void;
}

/** Everything that has come through so far, in order. */
export function readPassages(log: string): Passage[] {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Passage);
}

function headOf(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    lines.push(`${answer.rawHeaders[at]}: ${answer.rawHeaders[at + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Joins two connections for good, as after an exec was started. */
function joinForGood(a: Duplex, b: Duplex): void {
  a.pipe(b).pipe(a);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

/** Starts a proxy before the engine's socket. */
export async function startCountingProxy(socket: string): Promise<CountingProxy> {
  const folder = temporaryFolder();
  const log = join(folder, 'passages.jsonl');
  const own = join(folder, 'docker.sock');
  writeFileSync(log, '');
  const note = (passage: Passage) => appendFileSync(log, `${JSON.stringify(passage)}\n`);

  const forward = (asked: IncomingMessage) => {
    const { method = '', url: path = '', headers } = asked;
    note({ method, path });
    const sent = request({ socketPath: socket, method, path, headers, agent: false });
    asked.pipe(sent);
    return sent;
  };
  const server = createServer((asked: IncomingMessage, answer: ServerResponse) => {
    const sent = forward(asked);
    sent.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      answer.flushHeaders();
      given.pipe(answer);
    });
    sent.on('error', () => answer.destroy());
    answer.on('close', () => {
      note({ ended: asked.url ?? '' });
      sent.destroy();
    });
  });
  server.on('connection', () => note({ connection: true }));
  server.on('upgrade', (asked: IncomingMessage, client: Duplex, first: Buffer) => {
    const sent = forward(asked);
    sent.on('upgrade', (given, engine, begun) => {
      client.write(headOf(given));
      client.write(begun);
      engine.write(first);
      joinForGood(client, engine);
    });
    sent.on('response', (given) => {
      client.write(headOf(given));
      given.pipe(client);
    });
    sent.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(own, resolve));
  server.unref();
  return {
    endpoint: `unix://${own}`,
    log,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
