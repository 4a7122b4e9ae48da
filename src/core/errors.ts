/** How a command may fail, for scripts. `engine` is anything else that the engine said. */
export type ErrorCode =
  | 'not-found'
  | 'conflict'
  | 'in-use'
  | 'invalid'
  | 'denied'
  | 'unreachable'
  | 'unsupported'
  | 'cancelled'
  | 'engine';

/** Something that would help, offered as a button: a command of ours with its argument. */
export interface Remedy {
  title: string;
  command: string;
  argument?: unknown;
}

/** A failure that is told to people as its own sentence. */
export class ExpectedError extends Error {
  readonly code: ErrorCode;
  readonly remedies: readonly Remedy[];
  /** What the engine itself said, for the log. */
  readonly detail?: string;

  constructor(
    code: ErrorCode,
    message: string,
    extra: { remedies?: Remedy[]; detail?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: extra.cause });
    this.name = 'ExpectedError';
    this.code = code;
    this.remedies = extra.remedies ?? [];
    this.detail = extra.detail;
  }
}

/** An answer of the engine that is no success: the adapter throws nothing else for one. */
export class EngineError extends ExpectedError {
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, message: string, cause?: unknown) {
    super(codeOfStatus(status), message, { detail: message, cause });
    this.name = 'EngineError';
    this.status = status;
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 400) return 'invalid';
  return 'engine';
}

/** The question was withdrawn; told to nobody. */
export function cancelled(): ExpectedError {
  return new ExpectedError('cancelled', 'Cancelled.');
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
