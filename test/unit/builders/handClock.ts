import type { Clock } from '../../../src/util/clock.ts';

/** A stand-in for the time: it goes on when it is told to. */
export class HandClock implements Clock {
  #now = 0;
  readonly #waiting = new Set<{ at: number; act: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, act: () => void): () => void {
    const one = { at: this.#now + milliseconds, act };
    this.#waiting.add(one);
    return () => this.#waiting.delete(one);
  }

  /** How many timers are set. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Lets time go by, and what was set for that time happen in its order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#waiting.delete(due);
      this.#now = due.at;
      due.act();
    }
    this.#now = end;
  }
}
