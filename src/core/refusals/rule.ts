import type { EngineError, ErrorCode, ExpectedError, Remedy } from '../errors.ts';
import type { RefusalContext } from './context.ts';

/** A refusal in plain words. */
export interface Explanation {
  code: ErrorCode;
  message: string;
  remedies?: readonly Remedy[];
}

/** What a rule gets to know of a refusal. */
export interface Refused {
  match: RegExpExecArray;
  context: RefusalContext;
  error: EngineError;
  /** What our own check says against the request, in the snapshot's world; undefined where it says nothing. */
  recheck: () => ExpectedError | undefined;
}

/** One kind of refusal: how the engines word it, and what is told instead. Undefined: the next rule is asked. */
export interface Rule {
  pattern: RegExp;
  explain(refused: Refused): Explanation | undefined;
}

/** An explanation that is our own check's where that refuses too, else the given one. */
export function checkedOr(refused: Refused, otherwise: Explanation): Explanation {
  const { code, message, remedies } = refused.recheck() ?? otherwise;
  return { code, message, ...(remedies ? { remedies } : {}) };
}
