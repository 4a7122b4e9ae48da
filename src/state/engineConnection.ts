import type { EnginePort, EngineVersion } from '../core/port.ts';

/** An engine that answered, and what it is. */
export interface Connected {
  port: EnginePort;
  version: EngineVersion;
}

/** The one connection to the engine: made when it is first wanted, kept until it is dropped. */
export class EngineConnection {
  readonly #connect: () => Promise<EnginePort>;
  #connected: Promise<Connected> | undefined;

  constructor(connect: () => Promise<EnginePort>) {
    this.#connect = connect;
  }

  /** Rejects as connecting does; the next call tries anew. */
  get(): Promise<Connected> {
    this.#connected ??= this.#make();
    return this.#connected;
  }

  /** Closes the connection; the next one is made anew. */
  drop(): void {
    const dropped = this.#connected;
    this.#connected = undefined;
    dropped?.then(
      ({ port }) => port.close(),
      () => {},
    );
  }

  #make(): Promise<Connected> {
    const made = this.#greet();
    made.catch(() => {
      if (this.#connected === made) this.#connected = undefined;
    });
    return made;
  }

  async #greet(): Promise<Connected> {
    const port = await this.#connect();
    try {
      return { port, version: await port.version() };
    } catch (error) {
      port.close();
      throw error;
    }
  }
}
