/** A copy of plain data for others to keep and change: nothing is shared, and what is undefined is left out. */
export function plainCopy<T extends object>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
