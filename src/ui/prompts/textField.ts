import type { Check } from '../../core/checks/check.ts';
import type { Field } from './askFields.ts';
import { askText } from './askText.ts';
import { back } from './frame.ts';

export interface TextField {
  label: string;
  value: string;
  none: string;
  detail?: string;
  prompt: string;
  placeholder?: string;
  suggestion?: string;
  check?: (text: string) => Check;
  set: (text: string) => void;
}

/** A line that is typed; empty is always taken. */
export function textField({
  label,
  value,
  none,
  detail,
  prompt,
  placeholder,
  suggestion,
  check,
  set,
}: TextField): Field {
  return {
    label,
    value: value || none,
    detail,
    change: async (frame) => {
      const text = await askText(frame, {
        value,
        prompt,
        placeholder,
        suggestion,
        check: (typed) => (typed === '' || !check ? { warnings: [] } : check(typed)),
      });
      if (text !== back) set(text);
    },
  };
}
