import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { passages } from './engine.ts';
import { extension } from './scripting.ts';

describe('activation', () => {
  it('touches no socket and hands out version 1 of the API', async () => {
    const before = passages();
    const api = await extension().activate();
    assert.equal(api.version, 1);
    assert.deepEqual(passages(), before);
  });

  it('registers every command that the manifest contributes', async () => {
    const manifest = extension().packageJSON as { contributes: { commands?: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = (manifest.contributes.commands ?? []).map(({ command }) => command);
    assert.ok(contributed.length > 0);
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
});
