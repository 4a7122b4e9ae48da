/** Names as a sentence lists them: `a`, `a and b`, `a, b and c`; beyond `most`, `a, b and 3 more`. */
export function listNames(names: readonly string[], most = 5): string {
  if (names.length <= 1) return names[0] ?? '';
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1);
  const rest = names.length > most ? `${names.length - shown.length} more` : names.at(-1)!;
  return `${shown.join(', ')} and ${rest}`;
}
