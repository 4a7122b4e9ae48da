import * as vscode from 'vscode';
import { cancelled } from '../../core/errors.ts';
import { DisposableStore } from '../../util/disposable.ts';
import { type Back, back, dress, type Frame } from './frame.ts';

/** A line to choose, with what it stands for. */
export interface Choice<T> extends vscode.QuickPickItem {
  value?: T;
}

export interface PickQuestion<T> {
  placeholder: string;
  choices: readonly Choice<T>[];
  /** The line that is marked to begin with. */
  active?: (value: T) => boolean;
  /** Makes a choice of text that is typed and is in no line. */
  typed?: (text: string) => Choice<T> | undefined;
}

/** Asks for one of several lines. Throws `cancelled` on Escape. */
export async function askPick<T>(frame: Frame, question: PickQuestion<T>): Promise<T | Back> {
  const owned = new DisposableStore();
  const pick = owned.add(open(frame, question.placeholder));
  pick.items = question.choices;
  const active = question.choices.find((one) => one.value !== undefined && question.active?.(one.value));
  if (active) pick.activeItems = [active];
  try {
    return await new Promise<T | Back>((resolve, reject) => {
      listen(owned, pick, resolve, reject);
      owned.add(
        pick.onDidChangeValue((text) => {
          const own = text.trim() === '' ? undefined : question.typed?.(text.trim());
          pick.items = own ? [own, ...question.choices] : question.choices;
        }),
      );
      owned.add(
        pick.onDidAccept(() => {
          const value = (pick.selectedItems[0] as Choice<T> | undefined)?.value;
          if (value !== undefined) resolve(value);
        }),
      );
      pick.show();
    });
  } finally {
    owned.dispose();
  }
}

/** Asks which of several lines; `picked` ones are ticked to begin with. Throws `cancelled` on Escape. */
export async function askPicks<T>(
  frame: Frame,
  question: Pick<PickQuestion<T>, 'placeholder' | 'choices'>,
): Promise<T[] | Back> {
  const owned = new DisposableStore();
  const pick = owned.add(open(frame, question.placeholder));
  pick.canSelectMany = true;
  pick.items = question.choices;
  pick.selectedItems = question.choices.filter((choice) => choice.picked);
  try {
    return await new Promise<T[] | Back>((resolve, reject) => {
      listen(owned, pick, resolve, reject);
      owned.add(
        pick.onDidAccept(() => {
          const chosen = (pick.selectedItems as readonly Choice<T>[]).map((item) => item.value);
          resolve(chosen.filter((value) => value !== undefined));
        }),
      );
      pick.show();
    });
  } finally {
    owned.dispose();
  }
}

function open(frame: Frame, placeholder: string): vscode.QuickPick<vscode.QuickPickItem> {
  const pick = vscode.window.createQuickPick();
  dress(pick, frame);
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (frame.canGoBack) pick.buttons = [vscode.QuickInputButtons.Back];
  return pick;
}

function listen(
  owned: DisposableStore,
  pick: vscode.QuickPick<vscode.QuickPickItem>,
  resolve: (value: Back) => void,
  reject: (error: unknown) => void,
): void {
  owned.add(pick.onDidTriggerButton(() => resolve(back)));
  owned.add(pick.onDidHide(() => reject(cancelled())));
}
