import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Remedy } from '../../core/errors.ts';
import type { Store } from '../../state/store.ts';
import type { Subject } from './subject.ts';

/** What every command can use. */
export interface Services {
  store: Store;
  log: LogOutputChannel;
  context: ExtensionContext;
  /** Selects a network's row, where the view is open. */
  reveal: (networkId: string) => Promise<void>;
  /** Runs a command as a button does: with what it needs given, it asks no more, but tells. */
  perform: (remedy: Remedy) => Promise<void>;
}

/** A command in its three parts; scripts call `act` alone. */
export interface Command<Argument, Result> {
  /** Asks for what the subject leaves open; each argument is one act. Throws `cancelled` where the user withdraws. */
  ask(services: Services, subject: Subject): Promise<Argument[]>;
  /** Does it, asking and showing nothing; stops half-way where `signal` aborts. */
  act(services: Services, argument: Argument, signal?: AbortSignal): Promise<Result>;
  /** Tells what the tree does not show by itself. */
  tell?(services: Services, done: readonly Done<Argument, Result>[]): Promise<void> | void;
  /** What is said while it is done; without it, it is no work to wait for. */
  doing?: string;
  /** How many changes an act is made of, where that is more than one. */
  size?(services: Services, argument: Argument): number;
}

export interface Done<Argument, Result> {
  argument: Argument;
  result: Result;
}
