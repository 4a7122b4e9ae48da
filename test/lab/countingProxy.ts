import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from './temporary.ts';

/** One thing that came through: a connection, the request on it, or its end. */
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

/** Joins two connections for good: what comes from one goes to the other, and so does its end. */
function joinForGood(a: Socket, b: Socket): void {
  a.pipe(b).pipe(a);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroySoon());
  }
}

/** Starts a proxy before the engine's socket. Bytes pass as they are; of each connection the first request is noted. */
export async function startCountingProxy(socket: string): Promise<CountingProxy> {
  const folder = temporaryFolder();
  const log = join(folder, 'passages.jsonl');
  const own = join(folder, 'docker.sock');
  writeFileSync(log, '');
  const note = (passage: Passage) => appendFileSync(log, `${JSON.stringify(passage)}\n`);

  const clients = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    clients.add(client);
    note({ connection: true });
    client.once('data', (head) => {
      const [, method = '', path = ''] = /^([A-Z]+) (\S+) HTTP/.exec(head.toString('latin1')) ?? [];
      note({ method, path });
      client.once('close', () => note({ ended: path }));
    });
    client.once('close', () => clients.delete(client));
    joinForGood(client, connect({ path: socket, allowHalfOpen: true }));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(own, resolve));
  server.unref();
  return {
    endpoint: `unix://${own}`,
    log,
    stop() {
      server.close();
      for (const client of clients) client.destroy();
    },
  };
}
