import { type IncomingMessage, request } from 'node:http';

/** An answer of the engine that is no success. */
export class EngineApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** One request to the engine behind a socket, with JSON or a tar archive as body; resolves with the bytes of the answer. */
export function rawApi(socket: string, method: string, path: string, body?: unknown): Promise<Buffer> {
  const archive = body instanceof Uint8Array;
  const type = archive ? 'application/x-tar' : 'application/json';
  const content = archive ? body : body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const answer = (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const status = response.statusCode ?? 0;
        if (status < 400) resolve(bytes);
        else reject(new EngineApiError(status, `${method} ${path}: ${status} ${bytes.toString().trim()}`));
      });
    };
    const headers =
      content === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(content) };
    const sent = request(
      { socketPath: socket, method, path, headers, agent: false, timeout: 60_000 },
      answer,
    );
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer within a minute`)));
    sent.on('error', reject);
    sent.end(content);
  });
}

/** One request to the engine behind a socket; resolves with the JSON of the answer, undefined where it is empty. */
export async function api<T = unknown>(
  socket: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const text = (await rawApi(socket, method, path, body)).toString();
  return (text.trim() === '' ? undefined : JSON.parse(text)) as T;
}

/** Runs a program in a container with whatever it has; stdout and stderr together, as text. */
export async function execIn(
  engine: { socket: string },
  container: string,
  argv: readonly string[],
): Promise<{ stdout: string; exitCode: number }> {
  const { socket } = engine;
  const config = { Cmd: argv, AttachStdout: true, AttachStderr: true, Tty: true };
  const { Id } = await api<{ Id: string }>(socket, 'POST', `/containers/${container}/exec`, config);
  const output = await rawApi(socket, 'POST', `/exec/${Id}/start`, { Tty: true });
  const { ExitCode } = await api<{ ExitCode: number }>(socket, 'GET', `/exec/${Id}/json`);
  return { stdout: output.toString().replaceAll('\r\n', '\n'), exitCode: ExitCode };
}
