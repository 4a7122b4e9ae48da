import { askPick, type Choice } from './askPick.ts';
import { type Back, back, type Frame } from './frame.ts';

/** One line of a form: what it is, what is set, and how it is changed. */
export interface Field {
  label: string;
  /** What is set, or what holds where nothing is. */
  value: string;
  detail?: string;
  /** Asks for another value, or flips it. Going back from there changes nothing. */
  change(frame: Frame): Promise<unknown>;
}

/** The first line of a form, which goes on. */
export interface Go {
  label: string;
  detail?: string;
  /** Why it cannot go on as it is filled in. */
  blocked?: string;
}

/** A list of fields with what is set in each, until the first line is chosen. */
export async function askFields(
  frame: Frame,
  go: () => Go,
  placeholder: string,
  fields: () => readonly Field[],
): Promise<Back | undefined> {
  let last: string | undefined;
  for (;;) {
    const { label, detail, blocked } = go();
    const choices: Choice<Field | 'go'>[] = [
      blocked ? { label: `$(error) ${blocked}` } : { label: `$(arrow-right) ${label}`, detail, value: 'go' },
      ...fields().map((field) => ({
        label: field.label,
        description: field.value,
        detail: field.detail,
        value: field,
      })),
    ];
    const chosen = await askPick(frame, {
      placeholder,
      choices,
      active: (value) => value !== 'go' && value.label === last,
    });
    if (chosen === back) return back;
    if (chosen === 'go') return undefined;
    last = chosen.label;
    await chosen.change({
      title: frame.title,
      step: frame.step,
      totalSteps: frame.totalSteps,
      canGoBack: true,
    });
  }
}
