/** `key=value` pairs as they are typed, with commas between them. */
export function formatPairs(pairs: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(pairs ?? {})
    .map(([key, value]) => (value === '' ? key : `${key}=${value}`))
    .join(', ');
}

/** What `formatPairs` wrote, or a person did; a key alone has an empty value. Undefined where nothing is given. */
export function parsePairs(text: string): Record<string, string> | undefined {
  const words = parseList(text);
  if (words.length === 0) return undefined;
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      return at < 0 ? [word, ''] : [word.slice(0, at).trim(), word.slice(at + 1).trim()];
    }),
  );
}

/** Words with commas between them. */
export function parseList(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
