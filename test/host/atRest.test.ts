import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeContainer, makeNetwork, passages, removeAll } from './engine.ts';
import { api, command, until } from './scripting.ts';

const isEvents = (path: string) => /\/events(\?|$)/.test(path);

// Files run in the order of their names: later ones open documents that follow the engine for as long as VS Code keeps
// them, whether or not the view is seen.

/** How many event streams are open now. */
function openStreams(): number {
  const all = passages();
  const begun = all.filter((one) => 'method' in one && isEvents(one.path)).length;
  return begun - all.filter((one) => 'ended' in one && isEvents(one.ended)).length;
}

/** The paths that were asked since then, without version and query, and without the event stream. */
function askedSince(before: number): string[] {
  return passages()
    .slice(before)
    .flatMap((one) => ('method' in one && !isEvents(one.path) ? [one.path] : []))
    .map((path) => path.replace(/^\/v[\d.]+/, '').replace(/\?.*$/, ''));
}

describe('the view', () => {
  before(() => removeAll('rest-'));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await removeAll('rest-');
  });

  it('in sight follows the engine; hidden, it asks nothing, whatever happens', async () => {
    await api();
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await until('nobody listens', () => openStreams() === 0);
    await vscode.commands.executeCommand('dockerNetworks.networks.focus');
    await until('the view listens', () => openStreams() > 0);
    await command('refresh');
    const shown = passages().length;
    await makeNetwork('rest-seen', '10.95.0.0/24');
    await until('the view reads after an event', () => askedSince(shown).length > 0);

    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await until('nobody listens any more', () => openStreams() === 0);
    await command('refresh');
    const hidden = passages().length;
    await makeNetwork('rest-unseen', '10.95.1.0/24');
    await makeContainer('rest-one', { network: 'rest-unseen' });
    const { networks } = await (await api()).snapshot();
    assert.ok(networks.some(({ name }) => name === 'rest-unseen'));
    // Only what snapshot() itself asked: two lists, once.
    const asked = askedSince(hidden).filter((path) => path !== '/version');
    assert.deepEqual(asked.sort(), ['/containers/json', '/networks']);
  });
});
