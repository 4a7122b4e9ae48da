import { type Check, fine, refuse } from './check.ts';

/** Whether every given value is true or false; arguments of scripts can be anything. */
export function checkFlags(flags: Record<string, unknown>): Check {
  const wrong = Object.entries(flags).find(([, value]) => value !== undefined && typeof value !== 'boolean');
  return wrong ? refuse('invalid', `${wrong[0]} is true or false, not ${shown(wrong[1])}.`) : fine();
}

/** Whether a value is left out or a list. */
export function checkList(name: string, value: unknown): Check {
  return value === undefined || Array.isArray(value)
    ? fine()
    : refuse('invalid', `${name} is a list, not ${shown(value)}.`);
}

/** Whether a value is left out or an object of texts. */
export function checkTexts(name: string, value: unknown): Check {
  if (value === undefined) return fine();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('invalid', `${name} is an object of texts, not ${shown(value)}.`);
  }
  const wrong = Object.entries(value).find(([, text]) => typeof text !== 'string');
  return wrong
    ? refuse('invalid', `${name}: the value of ${wrong[0]} is a text, not ${shown(wrong[1])}.`)
    : fine();
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
