import type { EngineEvent } from '../core/port.ts';

/** A line of `GET /events`. */
export interface EventRecord {
  Type?: string;
  Action?: string;
  Actor?: { ID?: string; Attributes?: Record<string, string> | null } | null;
  time?: number;
  timeNano?: number;
}

export function toEngineEvent(record: EventRecord): EngineEvent {
  return {
    type: record.Type ?? '',
    action: record.Action ?? '',
    id: record.Actor?.ID ?? '',
    attributes: record.Actor?.Attributes ?? {},
    time: record.timeNano ? Math.floor(record.timeNano / 1e6) : (record.time ?? 0) * 1000,
  };
}
