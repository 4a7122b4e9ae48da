/** Timers, so that tests can hold the time in their hands. */
export interface Clock {
  /** Runs `act` once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, act: () => void): () => void;
  /** Milliseconds since some moment; never goes back. */
  now(): number;
}

export const realClock: Clock = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
};
