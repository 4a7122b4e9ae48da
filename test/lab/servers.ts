import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { endChild, startChild } from './children.ts';
import type { VsCode } from './vscode.ts';

/** A VS Code that listens on this machine. */
export interface Server {
  /** `127.0.0.1:port`. */
  authority: string;
  url: string;
  /** What it has printed so far, for the message of a failure. */
  output(): string;
  stop(): Promise<void>;
}

/** Folders of a VS Code, all of them below one fresh folder. */
export interface Folders {
  userData: string;
  extensions: string;
}

/** Where the folders of a VS Code lie below a fresh folder. */
export function foldersIn(folder: string): Folders {
  return { userData: join(folder, 'user-data'), extensions: join(folder, 'extensions') };
}

/** Waits until a server has said on which port it listens; rejects with what it printed where it ends before. */
function listening(child: ChildProcess, words: RegExp): Promise<Server> {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const port = words.exec(output)?.[1];
      if (port === undefined) return;
      const authority = `127.0.0.1:${port}`;
      resolve({
        authority,
        url: `http://${authority}/`,
        output: () => output,
        stop: () => endChild(child),
      });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code ended at once (${code}).\n${output}`)));
  });
}

/** VS Code's own server with the driver for tests; it has no sign-in, so it listens on this machine only. */
export function startServer(vscode: VsCode, folders: Folders, env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const args = [
    join(vscode.folder, 'lib', 'vscode', 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-workspace-trust', '--enable-smoke-test-driver', '--telemetry-level', 'off'],
    ...['--user-data-dir', folders.userData, '--extensions-dir', folders.extensions],
    ...['--server-data-dir', join(folders.userData, 'server')],
  ];
  const child = startChild(vscode.node, args, {
    env: { ...vscode.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return listening(child, /agent (?:host )?listening on (\d+)/);
}

function codeServerArguments(vscode: VsCode, folders: Folders): string[] {
  return [
    join(vscode.folder, 'out', 'node', 'entry.js'),
    ...['--user-data-dir', folders.userData, '--extensions-dir', folders.extensions],
    ...['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
  ];
}

/** VS Code as a user has it in the browser, with the extensions that were installed into the folders. */
export function startCodeServer(
  vscode: VsCode,
  folders: Folders,
  options: { env?: NodeJS.ProcessEnv; port?: number } = {},
): Promise<Server> {
  const args = [...codeServerArguments(vscode, folders), '--bind-addr', `127.0.0.1:${options.port ?? 0}`];
  const env = { ...vscode.env, ...options.env };
  const child = startChild(vscode.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return listening(child, /listening on https?:\/\/127\.0\.0\.1:(\d+)/i);
}

/** Installs a packed extension into the folders, as a user does; rejects with what VS Code said where it cannot. */
export function installExtension(vscode: VsCode, folders: Folders, vsix: string): Promise<void> {
  const args = [...codeServerArguments(vscode, folders), '--install-extension', vsix];
  const child = startChild(vscode.node, args, { env: vscode.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Installing ${vsix} failed.\n${output}`)),
    );
  });
}
