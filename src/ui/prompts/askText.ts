import * as vscode from 'vscode';
import { cancelled, type ExpectedError } from '../../core/errors.ts';
import { DisposableStore } from '../../util/disposable.ts';
import { type Back, back, dress, type Frame } from './frame.ts';

export interface TextQuestion {
  value?: string;
  prompt: string;
  placeholder?: string;
  /** Takes what was typed by then, where the user goes back or withdraws. */
  keep?(text: string): void;
  /** Looks at what is typed, after each key. */
  check?(text: string): Verdict | Promise<Verdict>;
  /** A value that would do, offered as a button beside the field (Tab, Enter). */
  suggestion?: string;
}

export interface Verdict {
  refusal?: ExpectedError;
  warnings: readonly string[];
  /** Said when nothing is wrong. */
  hint?: string;
  /** A value that would do in its place. */
  suggestion?: string;
}

/** Asks for a line of text, checked while it is typed. Throws `cancelled` on Escape. */
export async function askText(frame: Frame, question: TextQuestion): Promise<string | Back> {
  const owned = new DisposableStore();
  const input = owned.add(vscode.window.createInputBox());
  dress(input, frame);
  input.value = question.value ?? '';
  input.prompt = question.prompt;
  input.placeholder = question.placeholder;

  let suggestion: string | undefined;
  // That nothing is typed yet is no mistake, until somebody wants to go on.
  let tried = false;
  let latest = Promise.resolve<Verdict | undefined>(undefined);
  const offer = (value: string | undefined) => {
    suggestion = value;
    const buttons = frame.canGoBack ? [vscode.QuickInputButtons.Back] : [];
    if (value !== undefined && value !== input.value) buttons.push(useButton(value));
    input.buttons = buttons;
  };
  const look = () => {
    const text = input.value;
    latest = Promise.resolve(question.check?.(text.trim()));
    const own = latest;
    void own.then((verdict) => {
      if (own !== latest) return;
      input.validationMessage = verdict && (text !== '' || tried) ? toMessage(verdict) : undefined;
      offer(verdict?.suggestion ?? question.suggestion);
    });
  };

  const keep = () => question.keep?.(input.value.trim());

  try {
    return await new Promise((resolve, reject) => {
      owned.add(input.onDidChangeValue(look));
      owned.add(
        input.onDidTriggerButton((button) => {
          if (button === vscode.QuickInputButtons.Back) {
            keep();
            resolve(back);
          } else if (suggestion !== undefined) {
            input.value = suggestion;
            look();
          }
        }),
      );
      owned.add(
        input.onDidAccept(async () => {
          const verdict = await latest;
          if (!verdict?.refusal) return resolve(input.value.trim());
          tried = true;
          input.validationMessage = toMessage(verdict);
        }),
      );
      owned.add(
        input.onDidHide(() => {
          keep();
          reject(cancelled());
        }),
      );
      offer(question.suggestion);
      look();
      input.show();
    });
  } finally {
    owned.dispose();
  }
}

function useButton(value: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('lightbulb'), tooltip: `Use ${value}` };
}

function toMessage({ refusal, warnings, hint }: Verdict): vscode.InputBox['validationMessage'] {
  const { Error, Warning, Info } = vscode.InputBoxValidationSeverity;
  if (refusal) return { message: refusal.message, severity: Error };
  if (warnings[0]) return { message: warnings.join(' '), severity: Warning };
  return hint ? { message: hint, severity: Info } : undefined;
}
