/** Aborts a request when its time is up, or when its caller's signal says so. */
export class RequestLimit {
  readonly milliseconds: number;
  /** Its time was up. */
  ranOut = false;
  readonly #abort = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, caller: AbortSignal | undefined) {
    this.milliseconds = milliseconds;
    this.#caller = caller;
    if (caller?.aborted) this.#abort.abort();
    caller?.addEventListener('abort', this.#withdraw, { once: true });
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
    this.#caller?.removeEventListener('abort', this.#withdraw);
  }

  readonly #withdraw = (): void => this.#abort.abort();
}
