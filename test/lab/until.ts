/** Waits until a condition holds, asking again and again; throws after a generous minute. */
export async function until(holds: () => boolean | Promise<boolean>, limit = 60_000): Promise<void> {
  for (const end = Date.now() + limit; !(await holds()); ) {
    if (Date.now() > end)
      throw new Error(`Nothing of the kind happened within ${limit / 1000} seconds: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
