import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Folders, foldersIn } from './servers.ts';
import { temporaryFolder } from './temporary.ts';

/** What keeps a fresh VS Code from greeting, asking and looking things up on the internet. */
const calm = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'window.commandCenter': false,
};

function writeSettings(folders: Folders): void {
  const folder = join(folders.userData, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(calm, undefined, 2));
}

/** Fresh folders for a VS Code with calm settings, and an empty folder to open in it. */
export function freshFolders(): Folders & { opened: string } {
  const folder = temporaryFolder();
  const folders = foldersIn(folder);
  const opened = join(folder, 'project');
  mkdirSync(opened, { recursive: true });
  writeSettings(folders);
  return { ...folders, opened };
}

/** The address that opens a folder in a VS Code that listens at a URL. */
export function addressOf(url: string, opened: string): string {
  return `${url}?folder=${encodeURIComponent(opened)}`;
}
