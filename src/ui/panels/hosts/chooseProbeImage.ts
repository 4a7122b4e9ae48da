import { ProgressLocation, window, workspace } from 'vscode';
import type { EnginePort } from '../../../core/port.ts';

const usual = 'busybox:latest';
let chosen: string | undefined;

/** The image for probe containers that the setting names, or that was chosen before. */
export function knownProbeImage(): string | undefined {
  return workspace.getConfiguration('dockerNetworks').get<string>('probeImage', '').trim() || chosen;
}

/**
 * The image for probe containers: the setting's, else the one that was chosen before, else the user's choice.
 * Pulls it where it is missing, after a yes. Undefined when the user gave up.
 */
export async function chooseProbeImage(engine: EnginePort): Promise<string | undefined> {
  const here = (await engine.listImages()).flatMap((image) => image.tags);
  const image = knownProbeImage() ?? (await askForImage(here));
  if (!image || !(isHere(image, here) || (await pull(engine, image)))) return undefined;
  chosen = image;
  return image;
}

function isHere(image: string, tags: readonly string[]): boolean {
  return tags.includes(image) || tags.includes(`${image}:latest`);
}

async function askForImage(here: readonly string[]): Promise<string | undefined> {
  const likely = here.filter((tag) => /busybox|alpine|netshoot|debian|ubuntu/.test(tag));
  const others = here.filter((tag) => !likely.includes(tag));
  const items = [...likely, ...others].map((label) => ({ label, description: 'on this engine' }));
  if (!items.some(({ label }) => label === usual)) items.push({ label: usual, description: 'to be pulled' });
  const picked = await window.showQuickPick(items, {
    title: 'Image for the Probe Container',
    placeHolder:
      "An image with sh and nslookup. The probe shares the container's network and is removed at once.",
  });
  return picked?.label;
}

async function pull(engine: EnginePort, image: string): Promise<boolean> {
  const yes = 'Pull';
  const question = `The image ${image} is not on this engine. Pull it?`;
  if ((await window.showWarningMessage(question, { modal: true }, yes)) !== yes) return false;
  const options = { location: ProgressLocation.Notification, title: `Pulling ${image}`, cancellable: true };
  await window.withProgress(options, (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    return engine.pullImage(image, (message) => progress.report({ message }), abort.signal);
  });
  return true;
}
