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
  const stream = await client.open({ method: 'GET', path: '/events', query, signal });
  onOpen();
  try {
    for await (const record of jsonLines<EventRecord>(stream)) onEvent(toEngineEvent(record));
  } catch (error) {
    // A stream that broke has ended; what a listener throws is not the stream's.
    if (!stream.errored) throw error;
  } finally {
    stream.destroy();
  }
}
