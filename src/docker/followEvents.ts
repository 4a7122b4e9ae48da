import { ExpectedError } from '../core/errors.ts';
import type { EngineEvent } from '../core/port.ts';
import type { EngineClient } from './engineClient.ts';
import { type EventRecord, toEngineEvent } from './eventRecord.ts';
import { jsonLines } from './jsonLines.ts';

/** Tells the engine's events of networks and containers until the stream breaks or is aborted; rejects where it never opened. */
export async function followEvents(
  client: EngineClient,
  onEvent: (event: EngineEvent) => void,
  onOpen: () => void,
  signal: AbortSignal,
): Promise<void> {
  const query = { filters: { type: ['network', 'container', 'daemon'] } };
  let opened = false;
  const stream = client.chunks({ method: 'GET', path: '/events', query, signal }, () => {
    opened = true;
    onOpen();
  });
  try {
    for await (const record of jsonLines<EventRecord>(stream)) onEvent(toEngineEvent(record));
  } catch (error) {
    const ended = error instanceof ExpectedError && (opened || signal.aborted);
    if (!ended) throw error;
  }
}
