import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ChangeSet, Snapshot } from '../../src/core/model.ts';
import type { ContainerReport, Reachability, Resolution } from '../../src/core/report.ts';

/** What `activate()` returns, as README promises it. */
export interface Api {
  version: 1;
  snapshot: () => Promise<Snapshot>;
  onDidChange: (listener: (changes: ChangeSet) => void) => { dispose(): void };
  report: (container: string) => Promise<ContainerReport>;
  resolve: (question: { container: string; name: string }) => Promise<Resolution>;
  reachability: (question: { from: string; to: string; port?: number }) => Promise<Reachability>;
}

export function extension(): vscode.Extension<Api> {
  const found = vscode.extensions.getExtension<Api>('docker-network-explorer.docker-network-explorer');
  assert.ok(found);
  return found;
}

export async function api(): Promise<Api> {
  return extension().activate();
}

/** Runs a command of the scripting contract by its short name. */
export async function command<T>(name: string, argument?: unknown): Promise<T> {
  return vscode.commands.executeCommand<T>(`dockerNetworks.${name}`, argument);
}

/** The code and the sentence with which something is refused; fails where it is not refused. */
export async function refusal(act: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    const result = await act;
    return assert.fail(`It was done: ${JSON.stringify(result)}`);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    assert.ok(error instanceof Error);
    return { code: (error as Error & { code?: unknown }).code, message: error.message };
  }
}

/** Waits until the answer is true, at most a minute. */
export async function until(what: string, ask: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await ask())) {
    if (Date.now() > end) assert.fail(`Not within a minute: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
