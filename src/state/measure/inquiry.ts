import { cancelled, EngineError } from '../../core/errors.ts';
import type { Tool } from '../../core/measure/parseAnswer.ts';
import type { EnginePort, ExecOptions, ExecResult } from '../../core/port.ts';
import type { Measurement, MeasurementError } from '../../core/report.ts';

export type Measured = Measurement | MeasurementError;

/** Names that are being asked for in one container, and what is known of them so far. */
export class Inquiry {
  readonly engine: EnginePort;
  /** The container in which programs are run. */
  readonly container: string;
  /** The name of the container that is asked about, for sentences. */
  readonly title: string;
  /** Whole seconds for one name. */
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  readonly results = new Map<string, Measured>();
  readonly #onResult: (name: string, result: Measured) => void;

  constructor(
    engine: EnginePort,
    container: { id: string; name: string },
    options: {
      timeoutPerName?: number;
      signal?: AbortSignal;
      onResult?: (name: string, result: Measured) => void;
    },
  ) {
    this.engine = engine;
    this.container = container.id;
    this.title = container.name;
    this.limit = Math.max(1, Math.ceil((options.timeoutPerName ?? 3000) / 1000));
    this.signal = options.signal;
    this.#onResult = options.onResult ?? (() => {});
  }

  /** The same question, asked from another container. */
  from(container: string): Inquiry {
    const { limit, signal, title } = this;
    return new Inquiry(
      this.engine,
      { id: container, name: title },
      { timeoutPerName: limit * 1000, signal, onResult: (name, result) => this.settle(name, result) },
    );
  }

  settle(name: string, result: Measured): void {
    this.results.set(name, result);
    this.#onResult(name, result);
  }

  /** Gives the same reason for every name that has no result. */
  giveUp(names: readonly string[], error: string, tool?: Tool): void {
    for (const name of names)
      if (!this.results.has(name)) this.settle(name, tool ? { error, tool } : { error });
  }

  /** Runs a program in the container; a missing program is an exit code of 126 or 127 on every engine. */
  async run(
    argv: readonly string[],
    seconds: number,
    onStdout?: ExecOptions['onStdout'],
  ): Promise<ExecResult> {
    if (this.signal?.aborted) throw cancelled();
    try {
      const { signal } = this;
      const options = { timeout: seconds * 1000, maxBytes: 1_000_000, signal, onStdout };
      return await this.engine.exec(this.container, argv, options);
    } catch (error) {
      if (this.signal?.aborted) throw cancelled();
      if (error instanceof EngineError && isMissingProgram(error.message)) {
        return { exitCode: 127, stdout: '', stderr: error.message, timedOut: false, flooded: false };
      }
      throw error;
    }
  }
}

/** Whether the program could not be started, rather than failed. */
export function couldNotStart(result: ExecResult): boolean {
  return result.exitCode === 126 || result.exitCode === 127;
}

function isMissingProgram(message: string): boolean {
  return /executable file not found|no such file or directory|permission denied|exec format error/i.test(
    message,
  );
}
