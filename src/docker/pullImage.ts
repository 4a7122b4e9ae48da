import { EngineError } from '../core/errors.ts';
import type { EngineClient } from './engineClient.ts';
import { jsonLines } from './jsonLines.ts';

/** A line of what `POST /images/create` tells. */
interface ProgressRecord {
  status?: string;
  id?: string;
  progress?: string;
  error?: string;
  errorDetail?: { message?: string };
}

/** Milliseconds in which the engine must have reached the registry. */
const timeLimit = 60_000;

/** Pulls an image by name; without a tag or digest, the one tagged latest. */
export async function pullImage(
  client: EngineClient,
  name: string,
  onProgress: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const query = referenceOf(name);
  const stream = client.chunks({ method: 'POST', path: '/images/create', query, signal, timeLimit });
  for await (const record of jsonLines<ProgressRecord>(stream)) {
    const failure = record.errorDetail?.message ?? record.error;
    if (failure) throw new EngineError(500, failure);
    const line = [record.id && `${record.id}:`, record.status, record.progress].filter(Boolean).join(' ');
    if (line) onProgress(line);
  }
}

/** The last colon begins a tag unless it is a registry's port. */
export function referenceOf(name: string): { fromImage: string; tag?: string } {
  if (name.includes('@')) return { fromImage: name };
  const colon = name.lastIndexOf(':');
  if (colon <= name.lastIndexOf('/')) return { fromImage: name, tag: 'latest' };
  return { fromImage: name.slice(0, colon), tag: name.slice(colon + 1) };
}
