/** Aborts a request when its time is up, or when one of its callers' signals says so. */
export class RequestLimit {
  readonly milliseconds: number;
  /** Its time was up. */
  ranOut = false;
  readonly #abort = new AbortController();
  readonly #callers: readonly AbortSignal[];
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, callers: readonly AbortSignal[]) {
    this.milliseconds = milliseconds;
    this.#callers = callers;
    if (callers.some((caller) => caller.aborted)) this.#abort.abort();
    for (const caller of callers) caller.addEventListener('abort', this.#withdraw, { once: true });
    if (milliseconds === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => {
      this.ranOut = true;
      this.#abort.abort();
    }, milliseconds);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  stopClock(): void {
    clearTimeout(this.#timer);
  }

  /** Listens to nobody any more. */
  release(): void {
    this.stopClock();
    for (const caller of this.#callers) caller.removeEventListener('abort', this.#withdraw);
  }

  readonly #withdraw = (): void => this.#abort.abort();
}
