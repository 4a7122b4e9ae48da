/**
 * Makes runs of `act` follow each other: a call while one runs waits for the next run, which begins after it and
 * which all who wait share. So what a call resolves with was begun after the call.
 */
export function oneAtATime<T>(act: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  const start = (): Promise<T> => {
    const run = act();
    running = run;
    const done = () => {
      if (running === run) running = undefined;
    };
    run.then(done, done);
    return run;
  };
  return () => {
    if (!running) return start();
    if (!next) {
      const again = () => {
        next = undefined;
        return start();
      };
      next = running.then(again, again);
    }
    return next;
  };
}
