import * as vscode from 'vscode';
import { ExpectedError, messageOf, type Remedy } from '../../core/errors.ts';
import { type Disposable, DisposableStore } from '../../util/disposable.ts';
import { type CommandId, commandIds, viewId } from '../contributions.ts';
import { isNode } from '../tree/nodes.ts';
import type { Command, Done, Services } from './command.ts';
import { loaders } from './loaders.ts';
import { nothing, type Subject, subjectOf } from './subject.ts';

/** Registers every command, and is the one place that catches what they throw. */
export class CommandRegistry implements Disposable {
  /** What commands use, for panels that act as they do. */
  readonly services: Services;
  readonly #owned = new DisposableStore();

  constructor(services: Omit<Services, 'perform'>) {
    this.services = { ...services, perform: (remedy) => this.#perform(remedy) };
    for (const id of Object.values(commandIds)) {
      this.#owned.add(
        vscode.commands.registerCommand(id, (first: unknown, second: unknown, third: unknown) =>
          this.#invoke(id, first, second, third),
        ),
      );
    }
  }

  /** Asks, does and tells; what goes wrong is shown. */
  async interact(id: CommandId, subject: Subject): Promise<unknown> {
    return this.#shown(async () => {
      const command = await loaders[id]();
      const chosen = await command.ask(this.services, subject);
      return this.#actAndTell(command, chosen);
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #invoke(id: CommandId, first: unknown, second: unknown, third: unknown): Promise<unknown> {
    if (first === undefined || first === null) return this.interact(id, nothing);
    if (isNode(first)) return this.interact(id, subjectOf(first, second, third));
    return this.#script(id, first);
  }

  async #script(id: CommandId, argument: unknown): Promise<unknown> {
    try {
      if (typeof argument !== 'object' || Array.isArray(argument)) {
        throw new ExpectedError('invalid', `${id} takes one object, such as { "network": "mynet" }.`);
      }
      return await (await loaders[id]()).act(this.services, argument);
    } catch (error) {
      if (error instanceof ExpectedError) throw error;
      this.services.log.error(error instanceof Error ? error : String(error));
      throw new ExpectedError('engine', messageOf(error), { cause: error });
    }
  }

  async #perform({ command: id, argument }: Remedy): Promise<void> {
    if (!isOurs(id)) {
      await vscode.commands.executeCommand(id, ...(argument === undefined ? [] : [argument]));
    } else if (argument === undefined) {
      await this.interact(id, nothing);
    } else {
      await this.#shown(async () => this.#actAndTell(await loaders[id](), [argument]));
    }
  }

  async #actAndTell(command: Command<unknown, unknown>, chosen: readonly unknown[]): Promise<unknown> {
    const done: Done<unknown, unknown>[] = [];
    try {
      await this.#whileWorking(command, chosen, async (signal) => {
        for (const argument of chosen) {
          if (signal.aborted) break;
          done.push({ argument, result: await command.act(this.services, argument, signal) });
        }
      });
    } finally {
      if (done.length > 0) await command.tell?.(this.services, done);
    }
    return done[0]?.result;
  }

  /** Short work shows in the view alone; a row of changes can be stopped between two of them. */
  async #whileWorking(
    command: Command<unknown, unknown>,
    chosen: readonly unknown[],
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const { doing } = command;
    const abort = new AbortController();
    if (!doing) return work(abort.signal);
    const sizes = chosen.map((argument) => command.size?.(this.services, argument) ?? 1);
    const several = sizes.reduce((sum, size) => sum + size, 0) > 3;
    await vscode.window.withProgress(
      several
        ? { location: vscode.ProgressLocation.Notification, title: doing, cancellable: true }
        : { location: { viewId }, title: doing },
      (_progress, token) => {
        token.onCancellationRequested(() => abort.abort());
        return work(abort.signal);
      },
    );
  }

  async #shown(work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      // Waits for nobody: the command is over, whether or not the notification is answered.
      void this.#tellFailure(error);
      return undefined;
    }
  }

  async #tellFailure(error: unknown): Promise<void> {
    const { log } = this.services;
    if (!(error instanceof ExpectedError)) {
      log.error(error instanceof Error ? error : String(error));
      await this.#offer(`Something went wrong: ${messageOf(error)}`, [logRemedy]);
      return;
    }
    if (error.code === 'cancelled') return;
    log.warn(error.detail ? `${error.message} (${error.detail})` : error.message);
    if (error.code === 'unreachable' || error.code === 'denied') {
      // The view says what to do.
      await vscode.commands.executeCommand(`${viewId}.focus`);
      return;
    }
    const remedies = error.code === 'engine' && error.remedies.length === 0 ? [logRemedy] : error.remedies;
    await this.#offer(error.message, remedies);
  }

  async #offer(message: string, remedies: readonly Remedy[]): Promise<void> {
    const chosen = await vscode.window.showErrorMessage(message, ...remedies.map((remedy) => remedy.title));
    const remedy = remedies.find((one) => one.title === chosen);
    if (remedy) await this.#perform(remedy);
  }
}

const logRemedy: Remedy = { title: 'Show Log', command: commandIds.showLog };

function isOurs(id: string): id is CommandId {
  return Object.values<string>(commandIds).includes(id);
}
