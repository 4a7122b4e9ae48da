/** Why a text is not put to any program as a name, in one sentence; undefined where it can be. */
export function whyNotAsked(name: string): string | undefined {
  if (name.trim() === '') return 'An empty name means nothing.';
  if (name.startsWith('-')) return `${name} starts with a hyphen: programs would take it for an option.`;
  if (/[\s\p{Cc}]/u.test(name)) return 'A name with spaces or control characters in it cannot be looked up.';
  if (new TextEncoder().encode(name.replace(/\.$/, '')).length > 253) {
    return 'A name longer than 253 characters cannot be looked up.';
  }
  return undefined;
}
