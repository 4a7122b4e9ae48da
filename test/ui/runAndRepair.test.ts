import assert from 'node:assert/strict';
import { ask, endpointOf } from './engine.ts';
import { until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

describe('running, leaving and mending, by mouse and keyboard', () => {
  const window = useWorkbench();

  before('the view is open', async () => {
    await window.workbench.openView();
    await window.workbench.networks.row('none');
  });

  after('the engine is as it was', async () => {
    for (const name of ['ui-runner', 'ui-sleeper']) await ask('DELETE', `/containers/${name}?force=1`);
    for (const { container, network } of [
      { container: 'plain', network: 'linked_net' },
      { container: 'linked', network: 'linked_net' },
    ]) {
      await ask('POST', `/networks/${network}/disconnect`, { Container: container });
    }
    for (const name of ['linked_net', 'ui-lost']) await ask('DELETE', `/networks/${name}`);
  });

  it('runs a container on a network, with an address that nobody holds', async () => {
    const { quickInput, networks } = window.workbench;
    await networks.contextMenu('mynet', 'Run Container Here…');
    await quickInput.wait('Run Container on mynet (1/2)');
    await quickInput.pick('lab:busybox');
    await quickInput.wait('(2/2)');
    await quickInput.pick('Name');
    await quickInput.answer('Name of the container', 'ui-runner');
    await quickInput.wait('How it is to run on mynet');
    await quickInput.pick('IPv4 Address');
    await quickInput.wait('IPv4 address in 192.168.0.0/16');
    await quickInput.type('192.168.0.1');
    await quickInput.messageWith('192.168.0.1 is the gateway of mynet.');
    await quickInput.answer('Run Container', '192.168.44.7');
    await quickInput.wait('How it is to run on mynet');
    await quickInput.pick('Run lab:busybox');
    const row = await until('ui-runner runs', async () => {
      const found = await networks.read(['mynet', 'ui-runner']);
      return found.description.startsWith('192.168.44.7') && found;
    });
    assert.match(row.description, /static/);
  });

  it('disconnects several at once, and offers the way back to each', async () => {
    const { networks, quickInput } = window.workbench;
    const both = ['ui-runner', 'tomcat_net_2'].map((name) => ['mynet', name]);
    // What was run just now is still being shown in the tree, which may take the selection away.
    await until('both are selected', async () => {
      await networks.select(both[0]!);
      await networks.select(both[1]!, ['Control']);
      const rows = await Promise.all(both.map((path) => networks.row(path)));
      const selected = await Promise.all(rows.map((row) => row.getAttribute('aria-selected')));
      return selected.every((one) => one === 'true');
    });
    await networks.contextMenu(['mynet', 'ui-runner'], 'Disconnect Container…');
    const question = await window.workbench.answerDialog('Disconnect');
    assert.match(question, /Disconnect 2 containers from mynet\?/);
    assert.match(question, /ui-runner is then on no network/);
    await networks.waitGone(['mynet', 'tomcat_net_2']);
    assert.equal((await networks.read(['Without a network', 'tomcat_net_2'])).description, 'on no network');

    await window.workbench.answerNotification('Disconnected 2 containers from mynet.', 'Reconnect as Before');
    await networks.row(['mynet', 'tomcat_net_2']);
    await networks.row(['mynet', 'ui-runner']);
    assert.equal((await endpointOf('ui-runner', 'mynet'))?.IPAddress, '192.168.44.7');
    await quickInput.closed();
  });

  it('removes exactly the ticked ones of the unused networks', async () => {
    const { networks, quickInput } = window.workbench;
    for (const Name of ['ui-unused', 'ui-lost']) await ask('POST', '/networks/create', { Name });
    await ask('POST', '/containers/create?name=ui-sleeper', {
      Image: 'lab:busybox',
      HostConfig: { NetworkMode: 'ui-lost' },
    });
    await networks.row('ui-unused');
    await window.workbench.palette('Docker Networks: Remove Unused Networks…');
    await quickInput.wait('ui-sleeper (stopped) will not start again without it');
    await quickInput.ok();
    await networks.waitGone('ui-unused');
    assert.ok(await networks.isThere('ui-lost'));
  });

  it('mends a container whose network was removed and made anew', async () => {
    const { networks } = window.workbench;
    await ask('POST', '/containers/ui-sleeper/start');
    await ask('POST', '/containers/ui-sleeper/stop?t=0');
    await ask('DELETE', '/networks/ui-lost');
    const broken = await until('ui-sleeper is flagged', async () => {
      const row = await networks.read(['Without a network', 'ui-sleeper']);
      return row.spoken.includes('will not start') && row;
    });
    assert.match(broken.description, /belongs to ui-lost, which is gone/);
    await ask('POST', '/networks/create', { Name: 'ui-lost' });
    await networks.row('ui-lost');
    await networks.contextMenu(['Without a network', 'ui-sleeper'], 'Repair Container…');
    assert.match(await window.workbench.answerDialog('Repair'), /Put ui-sleeper on the ui-lost/);
    await networks.contextMenu(['ui-lost', 'ui-sleeper'], 'Start Container');
    await until('ui-sleeper runs', async () =>
      (await networks.read(['ui-lost', 'ui-sleeper'])).spoken.includes('running'),
    );
  });

  it('replaces links with a network, and says what each then finds', async () => {
    const { networks, quickInput } = window.workbench;
    await networks.contextMenu(['bridge', 'linked'], 'Replace Links With a Network…');
    await quickInput.wait('With which network?');
    await quickInput.accept();
    const plan = await window.workbench.answerDialog('Replace');
    assert.match(plan, /Make the network linked_net\./);
    assert.match(plan, /stay until it is made anew/);
    await window.workbench.notification('The links of linked are replaced by linked_net.');
    await networks.row(['linked_net', 'plain']);
    await window.workbench.screenshot('replaced-links');
  });
});
