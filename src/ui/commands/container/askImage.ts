import * as vscode from 'vscode';
import { cancelled } from '../../../core/errors.ts';
import { askPick, type Choice } from '../../prompts/askPick.ts';
import { confirm } from '../../prompts/confirm.ts';
import type { Frame } from '../../prompts/frame.ts';
import type { Services } from '../command.ts';

/** Asks for an image: one that is there, or any that is typed. */
export async function askImage(frame: Frame, before: string, { store }: Services) {
  const images = await (await store.engine()).listImages();
  const tags = images.flatMap((image) => image.tags.map((tag) => ({ tag, size: image.size })));
  return askPick(frame, {
    placeholder: 'Image: one of these, or type another',
    choices: tags
      .sort((a, b) => a.tag.localeCompare(b.tag))
      .map(({ tag, size }) => ({ label: tag, description: `${Math.round(size / 1e6)} MB`, value: tag })),
    active: (tag) => tag === before,
    typed: (text): Choice<string> | undefined =>
      tags.some(({ tag }) => tag.includes(text)) && !text.includes(':')
        ? undefined
        : { label: text, description: 'as typed', value: text },
  });
}

/** Pulls an image that is not there, after a yes. Throws `cancelled` without one. */
export async function pullIfMissing(image: string, { store }: Services): Promise<void> {
  const engine = await store.engine();
  const images = await engine.listImages();
  const full = image.includes(':') || image.includes('@') ? image : `${image}:latest`;
  if (images.some(({ id, tags }) => tags.includes(full) || id === image || id.startsWith(`sha256:${image}`)))
    return;
  await confirm(`There is no image ${image} here.`, 'Pull', 'It can be pulled from its registry.');
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Pulling ${image}`, cancellable: true },
    async (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        await engine.pullImage(full, (line) => progress.report({ message: line }), abort.signal);
      } catch (error) {
        throw token.isCancellationRequested ? cancelled() : error;
      }
    },
  );
}
