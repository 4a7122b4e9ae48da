import assert from 'node:assert/strict';
import { ask, endpointOf } from './engine.ts';
import { attempt, until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

const image = 'lab:busybox';

describe('modes, and what was lost', () => {
  const window = useWorkbench();

  before(async () => {
    await window.workbench.openView();
    await window.workbench.networks.row(['my_net2', 'bbox7', 'sidecar']);
  });

  it('a tooltip explains where a container is, and what its mode means', async () => {
    const { workbench } = window;
    const tip = workbench.page.locator('.monaco-hover', { hasText: 'Mode: user-defined network' }).first();
    const text = await until('the tooltip of both', async () => {
      await workbench.restMouse();
      await (await workbench.networks.row(['my_net2', 'both'])).hover({ timeout: attempt });
      await tip.waitFor({ timeout: attempt });
      return tip.innerText();
    });
    assert.match(text, /On: my_net2: 172\.21\.0\.\d+\/24.*gives the default route/);
    assert.match(text, /find each other by name and alias/);
    assert.match(text, /Docker's page on it/);
    await workbench.screenshot('tooltip');
    await workbench.restMouse();
  });

  it('without a network neither addresses nor ports are offered', async () => {
    const { quickInput, networks } = window.workbench;
    await networks.contextMenu('none', 'Run Container Here…');
    await quickInput.pick(image);
    await quickInput.wait('How it is to run without a network');
    assert.deepEqual((await quickInput.labels()).slice(1), ['Name', 'Command']);
    await quickInput.escape();
  });

  it('a container that lost the network it shares is flagged, and repaired by a restart', async () => {
    const { workbench } = window;
    const { networks } = workbench;
    const sidecar = ['my_net2', 'bbox7', 'sidecar'];
    await ask('POST', '/containers/bbox7/restart');
    await networks.rowsWhen('sidecar is flagged', (rows) =>
      rows.some(({ label, spoken }) => label === 'sidecar' && spoken.includes('bbox7 was restarted after')),
    );
    await workbench.screenshot('lost-share');
    await networks.contextMenu(sidecar, 'Repair Container…');
    const question = await workbench.answerDialog('Repair');
    assert.match(question, /Restart sidecar to give it the network of bbox7 again\?/);
    await networks.rowsWhen('sidecar is cured', (rows) =>
      rows.some(({ label, spoken }) => label === 'sidecar' && !spoken.includes('was restarted after')),
    );
  });

  it('what was disconnected is connected as before later on', async () => {
    const { workbench } = window;
    const { networks, quickInput } = workbench;
    await networks.contextMenu(['my_net2', 'bbox8'], 'Disconnect Container…');
    await workbench.answerDialog('Disconnect');
    await networks.contextMenu(['Without a network', 'bbox8'], 'Reconnect Container as Before…');
    await quickInput.wait('Reconnect Container as Before');
    await quickInput.pick('bbox8 to my_net2');
    assert.match((await networks.read(['my_net2', 'bbox8'])).description, /^172\.21\.0\.8 · static/);
    assert.ok((await endpointOf('bbox8', 'my_net2'))?.Aliases?.includes('eight'));
  });
});
