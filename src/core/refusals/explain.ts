import { checkConnect } from '../checks/checkConnect.ts';
import { checkNetwork } from '../checks/checkNetwork.ts';
import { checkRun } from '../checks/checkRun.ts';
import { EngineError, ExpectedError } from '../errors.ts';
import { addressRules } from './addressRules.ts';
import { connectRules } from './connectRules.ts';
import { containerOf, networkOf, type RefusalContext } from './context.ts';
import { createRules, swarmRules } from './createRules.ts';
import { optionRules } from './optionRules.ts';
import { removeRules } from './removeRules.ts';
import type { Rule } from './rule.ts';
import { missingRules, runRules } from './runRules.ts';

export type { RefusalContext } from './context.ts';

/** Asked in this order: what is worded most plainly comes first, what is merely missing last. */
const rules: readonly Rule[] = [
  ...createRules,
  ...addressRules,
  ...optionRules,
  ...removeRules,
  ...runRules,
  ...connectRules,
  ...swarmRules,
  ...missingRules,
];

/** An engine's refusal as a sentence with culprit and remedies; anything else comes back as it is. */
export function explain(error: unknown, context: RefusalContext): unknown {
  if (!(error instanceof EngineError)) return error;
  for (const rule of rules) {
    const match = rule.pattern.exec(error.message);
    const found = match && rule.explain({ match, context, error, recheck: () => recheck(context) });
    if (!found) continue;
    return new ExpectedError(found.code, found.message, {
      remedies: [...(found.remedies ?? [])],
      detail: error.detail ?? error.message,
      cause: error,
    });
  }
  return error;
}

function recheck(context: RefusalContext): ExpectedError | undefined {
  const { act, spec } = context;
  if (act === 'create') return checkNetwork(spec, context).refusal;
  if (act === 'run') return checkRun(spec, context).refusal;
  if (act !== 'connect') return undefined;
  const [network, container] = [networkOf(context), containerOf(context)];
  return network && container ? checkConnect(spec, network, container, context).refusal : undefined;
}
