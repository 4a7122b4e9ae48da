import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeContainer, makeNetwork, passages, removeAll } from './engine.ts';
import { api, command, until } from './scripting.ts';

const isEvents = (path: string) => /\/events(\?|$)/.test(path);

/** What was asked since then, but for the event stream. */
const questionsSince = (before: number) =>
  passages()
    .slice(before)
    .filter((one) => 'method' in one && !isEvents(one.path));

describe('the view', () => {
  before(() => removeAll('quiet-'));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await removeAll('quiet-');
  });

  it('in sight follows the engine; hidden, it asks nothing, whatever happens', async () => {
    await api();
    const start = passages().length;
    await vscode.commands.executeCommand('dockerNetworks.networks.focus');
    await until('the view reads and listens', () =>
      passages()
        .slice(start)
        .some((one) => 'method' in one && isEvents(one.path)),
    );
    const shown = passages().length;
    await makeNetwork('quiet-seen', '10.95.0.0/24');
    await until('the view reads after an event', () => questionsSince(shown).length > 0);

    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await until('the event stream ends', () =>
      passages()
        .slice(shown)
        .some((one) => 'ended' in one && isEvents(one.ended)),
    );
    await command('refresh');
    const hidden = passages().length;
    await makeNetwork('quiet-unseen', '10.95.1.0/24');
    await makeContainer('quiet-one', { network: 'quiet-unseen' });
    const { networks } = await (await api()).snapshot();
    assert.ok(networks.some(({ name }) => name === 'quiet-unseen'));
    const asked = questionsSince(hidden).map((one) =>
      'path' in one ? one.path.replace(/^\/v[\d.]+/, '') : '',
    );
    // Only what snapshot() itself asked: two lists, once.
    assert.deepEqual(asked.filter((path) => !/^\/(version|_ping|info)/.test(path)).sort(), [
      '/containers/json?all=1',
      '/networks',
    ]);
  });
});
