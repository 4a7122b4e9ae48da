import * as vscode from 'vscode';
import { cancelled } from '../../core/errors.ts';

/** Asks before something is changed or lost; `verb` is the button. Throws `cancelled` unless it is pressed. */
export async function confirm(question: string, verb: string, detail?: string): Promise<void> {
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, verb);
  if (answer !== verb) throw cancelled();
}
