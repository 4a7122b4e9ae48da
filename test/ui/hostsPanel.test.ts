import assert from 'node:assert/strict';
import { ask, endpointOf } from './engine.ts';
import { until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

const themes = [
  ['Dark Modern', 'vscode-dark'],
  ['Light Modern', 'vscode-light'],
  ['Dark High Contrast', 'vscode-high-contrast'],
] as const;

describe('the Hosts and DNS panel', () => {
  const window = useWorkbench();

  it('shows the container’s own files and where it is', async () => {
    const { workbench } = window;
    await workbench.openView();
    await workbench.widenSideBar(110);
    await workbench.networks.contextMenu(['mynet', 'tomcat_net_1'], 'Show Hosts and DNS');
    const frame = await workbench.panel.frame('/etc/resolv.conf');
    const text = await frame.locator('body').innerText();
    assert.match(text, /tomcat_net_1/);
    assert.match(text, /192\.168\.0\.2/);
    assert.match(text, /127\.0\.0\.11/);
    assert.ok((await workbench.editorTitles()).some((title) => title.includes('tomcat_net_1')));
  });

  it('measures every name by one press of a key', async () => {
    const { workbench } = window;
    const frame = await workbench.panel.frame('Names');
    await frame.getByRole('button', { name: 'Measure All' }).press('Enter');
    const row = frame.getByRole('row', { name: /^tomcat_net_2 / });
    await until('tomcat_net_2 is measured', async () => /192\.168\.0\.3.*ms/s.test(await row.innerText()));
    await until(
      'all is measured',
      async () => (await frame.getByRole('button', { name: 'Measure All' }).count()) === 1,
    );
    await workbench.screenshot('panel');
  });

  it('looks up a name that is typed', async () => {
    const { workbench } = window;
    const frame = await workbench.panel.frame('Names');
    const field = frame.getByLabel('Name to look up');
    await field.fill('both');
    await field.press('Enter');
    const row = frame.getByRole('row', { name: /^both / });
    const address = (await endpointOf('both', 'mynet'))?.IPAddress ?? '';
    await until('both is measured', async () => {
      const text = await row.innerText();
      return text.includes(address) && text.includes('ms');
    });
  });

  it('follows its container', async () => {
    const { workbench } = window;
    await ask('POST', '/networks/my_net2/connect', { Container: 'tomcat_net_1' });
    await workbench.panel.frame('my_net2');
    await ask('POST', '/networks/my_net2/disconnect', { Container: 'tomcat_net_1' });
    await until('my_net2 is gone', async () => !(await workbench.panel.text()).includes('172.21.0.0'));
  });

  for (const [theme, body] of themes) {
    it(`is readable and named for everybody in ${theme}`, async () => {
      const { workbench } = window;
      await workbench.palette('Preferences: Color Theme');
      await workbench.quickInput.type(theme);
      await workbench.quickInput.pick(theme);
      await until(`the page is in ${theme}`, async () => {
        const classes = await (await workbench.panel.frame()).locator('body').getAttribute('class');
        return classes?.split(' ').includes(body);
      });
      assert.deepEqual(await workbench.panel.violations(), []);
      await workbench.screenshot(`panel-${body}`);
    });
  }

  it('comes back after the window was loaded anew', async () => {
    const { workbench } = window;
    await workbench.page.reload({ waitUntil: 'commit' });
    await workbench.ready();
    await workbench.panel.frame('/etc/hosts');
    assert.match(await workbench.panel.text(), /tomcat_net_1/);
    await workbench.closeEditors();
  });

  it('shows the files of a stopped container, and says why nothing is measured', async () => {
    const { workbench } = window;
    await workbench.openView();
    await workbench.networks.contextMenu(['my_net2', 'old_one'], 'Show Hosts and DNS');
    const text = await (await workbench.panel.frame('/etc/hosts')).locator('body').innerText();
    assert.match(text, /localhost/);
    assert.match(text, /Nothing is measured/);
    await workbench.screenshot('panel-stopped');
  });
});
