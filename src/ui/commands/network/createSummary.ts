import * as vscode from 'vscode';
import type { Check } from '../../../core/checks/check.ts';
import { networkCreateLine } from '../../../core/commandLine/networkCreate.ts';
import type { NetworkSpec } from '../../../core/specs.ts';
import { askPick, type Choice } from '../../prompts/askPick.ts';
import { type Back, back, type Frame } from '../../prompts/frame.ts';

type Way = 'create' | 'copy' | 'back';

/** Shows the command that makes the same network; comes back when it is to be made. */
export async function askSummary(
  frame: Frame,
  spec: NetworkSpec,
  { refusal, warnings }: Check,
): Promise<Back | undefined> {
  const line = networkCreateLine(spec);
  const choices: Choice<Way>[] = refusal
    ? [{ label: `$(error) ${refusal.message}`, detail: 'Go back and change it', value: 'back' }]
    : [{ label: `$(check) Create ${spec.name}`, detail: line, value: 'create' }];
  choices.push({ label: '$(copy) Copy the Command', detail: refusal ? line : undefined, value: 'copy' });
  choices.push(
    ...warnings.map((warning): Choice<Way> => ({ label: `$(warning) ${warning}`, value: 'back' })),
  );
  for (;;) {
    const way = await askPick(frame, { placeholder: line, choices });
    if (way === back || way === 'back') return back;
    if (way === 'create') return undefined;
    await vscode.env.clipboard.writeText(line);
  }
}
