import { type Check, fine, refuse } from './check.ts';

/** Whether Docker's DNS can answer to this alias; warns of odd ones. The engine itself takes any text. */
export function checkAlias(text: string): Check {
  if (typeof text !== 'string' || text === '') return refuse('invalid', 'An alias cannot be empty.');
  if (/[\s\p{Cc}]/u.test(text)) {
    return refuse(
      'invalid',
      `The alias ${JSON.stringify(text)} has white space in it: no program could ask for it.`,
    );
  }
  if (text.split('.').some((label) => label.length > 63) || text.length > 253) {
    return refuse(
      'invalid',
      `The alias ${text.slice(0, 20)}… is too long for DNS: 63 characters between dots are the most.`,
    );
  }
  if (/^\.|\.\.|\.$/.test(text)) {
    return refuse('invalid', `The alias ${text} has a dot where none can be in a DNS name.`);
  }
  if (text.includes('*')) return fine(`Docker takes the * in ${text} as it is: it stands for nothing else.`);
  if (/[^A-Za-z0-9_.-]/.test(text))
    return fine(`Some programs cannot ask for ${text}: letters, digits and - are safe.`);
  if (/^[\d.]+$/.test(text)) return fine(`Programs take ${text} for an address, not for a name.`);
  return fine();
}
