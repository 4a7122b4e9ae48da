/** One function for each type of message: a type without one does not compile. */
export type Handlers<M extends { type: string }> = {
  [T in M['type']]: (message: Extract<M, { type: T }>) => void;
};

/** Gives a message to the function for its type. */
export function dispatch<M extends { type: string }>(message: M, handlers: Handlers<M>): void {
  const handler = handlers[message.type as M['type']] as (message: M) => void;
  handler(message);
}

/** The fields that a message of each type has, besides its type. */
export type Shapes<M extends { type: string }> = {
  [T in M['type']]: {
    [K in Exclude<keyof Extract<M, { type: T }>, 'type'>]-?: (value: unknown) => boolean;
  };
};

/** What came from the other side, if it is a message of a known type whose fields have their shapes; else undefined. */
export function readMessage<M extends { type: string }>(value: unknown, shapes: Shapes<M>): M | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type } = value as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const fields = Object.entries<(value: unknown) => boolean>(shapes[type as M['type']]);
  const fits = fields.every(([key, check]) => check((value as Record<string, unknown>)[key]));
  return fits ? (value as M) : undefined;
}

/** Shape: a text of at most 1000 characters. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 1000;
}

/** Shape: nothing, or at most 10 000 texts. */
export function areTextsOrNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length <= 10_000 && value.every(isText));
}

/** Shape: an object; its fields are trusted where the sender is our own extension. */
export function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
