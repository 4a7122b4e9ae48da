import type * as vscode from 'vscode';

/** The answer of who wants to see the question before again. */
export const back: unique symbol = Symbol('back');
export type Back = typeof back;

/** What stands around a question. */
export interface Frame {
  title: string;
  step?: number;
  totalSteps?: number;
  canGoBack?: boolean;
}

/** One question; what is answered goes into what its wizard holds, so that it is there again after going back. */
export type Step = (frame: Frame) => Promise<Back | undefined>;

/**
 * Asks the questions in turn, back and forth, until the last is answered. Throws what a question throws.
 * The first `totalSteps` are numbered.
 */
export async function runSteps(title: string, totalSteps: number, steps: readonly Step[]): Promise<void> {
  for (let at = 0; at < steps.length; ) {
    const frame = { title, step: at + 1, totalSteps, canGoBack: at > 0 };
    const answer = await steps[at]!(frame);
    at = answer === back ? Math.max(0, at - 1) : at + 1;
  }
}

export function dress(input: vscode.QuickInput, frame: Frame): void {
  input.title = frame.title;
  input.step = frame.step;
  input.totalSteps = frame.totalSteps;
  input.ignoreFocusOut = true;
}
