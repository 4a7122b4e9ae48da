/** Whether two values of plain JSON are equal; a field that is undefined counts as left out. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one, index) => equal(one, b[index]))
    );
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [one, other].every((side) => Object.keys(side).every((key) => equal(one[key], other[key])));
}
