/** An address without its prefix length; undefined where the engine leaves it out or empty. */
export function addressOf(text: string | null | undefined): string | undefined {
  return text ? text.split('/')[0] || undefined : undefined;
}

/** A time as ISO 8601 with milliseconds; empty where the engine tells none. */
export function timeOf(time: string | number | null | undefined): string {
  const date = typeof time === 'number' ? new Date(time * 1000) : new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** Undefined instead of an empty text. */
export function given(text: string | null | undefined): string | undefined {
  return text || undefined;
}
