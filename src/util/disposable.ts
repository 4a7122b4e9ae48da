/** Something that holds a resource until disposed of; disposing twice does no harm. */
export interface Disposable {
  dispose(): void;
}

/** Makes a disposable of a function, which runs at most once. */
export function toDisposable(release: () => void): Disposable {
  let done = false;
  return {
    dispose() {
      if (done) return;
      done = true;
      release();
    },
  };
}

/** Owns disposables, and releases them last first; what is added after disposal is released at once. */
export class DisposableStore implements Disposable {
  readonly #owned: Disposable[] = [];
  #disposed = false;

  add<T extends Disposable>(owned: T): T {
    if (this.#disposed) owned.dispose();
    else this.#owned.push(owned);
    return owned;
  }

  dispose(): void {
    this.#disposed = true;
    for (let owned = this.#owned.pop(); owned; owned = this.#owned.pop()) owned.dispose();
  }
}
