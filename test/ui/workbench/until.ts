/** How long anything may take to appear on a slow machine, in milliseconds. */
export const patience = 60_000;

/** How long one try may take, in milliseconds, where another follows. */
export const attempt = 5000;

/** Asks again and again until the answer is true; the sentence says what was waited for when time is up. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`Not within ${patience / 1000} s: ${what}.`, { cause: last });
}
