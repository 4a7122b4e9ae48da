import assert from 'node:assert/strict';
import { ask } from './engine.ts';
import { until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

describe('reachability and the Name Matrix', () => {
  const window = useWorkbench();

  it('says why one container does not reach another, and mends it by one press', async () => {
    const { workbench } = window;
    await workbench.openView();
    await workbench.networks.contextMenu(['mynet', 'tomcat_net_2'], 'Test Reachability…');
    await workbench.quickInput.wait('To which container?');
    await workbench.quickInput.pick('bbox8');
    await workbench.quickInput.wait('Empty: a ping');
    await workbench.quickInput.accept();
    const frame = await workbench.panel.frame('tomcat_net_2 does not reach bbox8.');
    const text = await frame.locator('body').innerText();
    assert.match(text, /Docker keeps networks apart/);
    assert.deepEqual(await workbench.panel.violations(), []);
    await workbench.screenshot('reachability');
    await frame.getByRole('button', { name: 'Connect tomcat_net_2 to my_net2' }).click();
    await workbench.panel.frame('tomcat_net_2 reaches bbox8, by address and by name.');
    await ask('POST', '/networks/my_net2/disconnect', { Container: 'tomcat_net_2' });
    await workbench.closeEditors();
  });

  it('asks what is to be done with a container that is dropped on another one', async () => {
    const { workbench } = window;
    await workbench.networks.expand('mynet');
    await workbench.networks.expand('my_net2');
    await workbench.networks.drag(['mynet', 'tomcat_net_1'], ['my_net2', 'bbox8']);
    await workbench.quickInput.wait('Drop tomcat_net_1 on bbox8');
    assert.deepEqual(await workbench.quickInput.labels(), [
      'Test Reachability to bbox8',
      'Connect to my_net2',
    ]);
    await workbench.quickInput.pick('Test Reachability to bbox8');
    await workbench.quickInput.wait('Empty: a ping');
    await workbench.quickInput.accept();
    await workbench.panel.frame('tomcat_net_1 does not reach bbox8.');
    await workbench.closeEditors();
  });

  it('shows what every name of a network means in each of its containers', async () => {
    const { workbench } = window;
    await workbench.networks.contextMenu('mynet', 'Show Name Matrix');
    const frame = await workbench.panel.frame('Names on mynet');
    await frame.getByRole('button', { name: 'Measure All' }).click();
    await until('cells are measured', async () =>
      /[1-9]\d* measured/.test(await frame.locator('body').innerText()),
    );
    const cell = frame.getByRole('row', { name: /^tomcat_net_1 / }).getByRole('gridcell');
    await until('a cell is right', async () => (await cell.allInnerTexts()).includes('192.168.0.3'));
    await cell.first().press('Enter');
    await workbench.panel.frame(' in tomcat_net_1:');
    assert.deepEqual(await workbench.panel.violations(), []);
    await workbench.screenshot('name-matrix');
  });

  it('shows whether each of its containers reaches each other one', async () => {
    const { workbench } = window;
    const frame = await workbench.panel.frame('Names on mynet');
    await frame.getByRole('radio', { name: 'Reachability' }).press('Space');
    await workbench.panel.frame('Reachability on mynet');
    await frame.getByRole('button', { name: 'Measure All' }).click();
    const row = frame.getByRole('row', { name: /^tomcat_net_1 / });
    const measured = row.locator('td.measured').filter({ hasText: 'yes' });
    await until('a container is reached', async () => (await measured.count()) > 0);
    await measured.first().press('Enter');
    await workbench.panel.frame('was answered.');
    assert.deepEqual(await workbench.panel.violations(), []);
    await workbench.screenshot('reachability-matrix');
  });

  it('comes back after the window was loaded anew', async () => {
    const { workbench } = window;
    await workbench.page.reload({ waitUntil: 'commit' });
    await workbench.ready();
    // VS Code keeps what a page tells it every few seconds: the table that was shown last may be lost by then.
    const frame = await workbench.panel.frame(' on mynet');
    const cells = frame.getByRole('row', { name: /^tomcat_net_1 / }).getByRole('gridcell');
    await until('all is predicted', async () =>
      (await cells.allInnerTexts()).some((text) => text === 'yes' || text === '192.168.0.3'),
    );
    await workbench.closeEditors();
  });
});
