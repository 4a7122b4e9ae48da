import assert from 'node:assert/strict';
import { ask, endpointOf } from './engine.ts';
import { until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

describe('the main job, by mouse and keyboard', () => {
  const window = useWorkbench();

  it('the view shows every network with its containers', async () => {
    const { workbench } = window;
    await workbench.openView();
    await workbench.widenSideBar(150);
    const rows = await workbench.networks.rowsWhen('the scenario', (all) =>
      all.some(({ label }) => label === 'none'),
    );
    const networks = rows.filter(({ level }) => level === 1);
    assert.deepEqual(
      networks.map(({ label }) => label),
      ['my_net2', 'mynet', 'bridge', 'host', 'none'],
    );
    assert.match(networks[0]?.description ?? '', /^bridge · 172\.21\.0\.0\/24 · 3 running, 1 stopped$/);
    assert.equal((await workbench.networks.read(['my_net2', 'bbox7'])).description, '172.21.0.7 · static');
    assert.match(
      (await workbench.networks.read(['my_net2', 'bbox7', 'sidecar'])).description,
      /shares the network of bbox7/,
    );
    await workbench.screenshot('tree');
  });

  it('a row says its state in words', async () => {
    const { networks } = window.workbench;
    assert.match((await networks.read(['my_net2', 'old_one'])).spoken, /exited/);
    assert.match((await networks.read(['mynet', 'tomcat_net_1'])).spoken, /running/);
    assert.match((await networks.read('bridge')).spoken, /built-in/);
  });

  it('the tree follows what is changed outside', async () => {
    const { networks } = window.workbench;
    await ask('POST', '/networks/create', {
      Name: 'outside',
      IPAM: { Config: [{ Subnet: '10.61.0.0/24' }] },
    });
    assert.match((await networks.read('outside')).description, /10\.61\.0\.0\/24 · empty/);
    await ask('POST', '/networks/outside/connect', { Container: 'plain' });
    await networks.expand('outside');
    await networks.row(['outside', 'plain']);
    await ask('POST', '/containers/plain/pause');
    await until('plain is shown paused', async () =>
      (await networks.read(['outside', 'plain'])).spoken.includes('paused'),
    );
    await ask('POST', '/containers/plain/unpause');
    await ask('POST', '/networks/outside/disconnect', { Container: 'plain' });
    await networks.waitGone(['outside', 'plain']);
    await ask('DELETE', '/networks/outside');
    await networks.waitGone('outside');
  });

  it('a row offers only what can be done with it', async () => {
    const { networks } = window.workbench;
    const own = await networks.contextMenuEntries('mynet');
    assert.ok(own.includes('Remove Network…'), own.join());
    assert.ok(own.includes('Connect Container…'), own.join());
    const builtIn = await networks.contextMenuEntries('bridge');
    assert.ok(!builtIn.includes('Remove Network…'), builtIn.join());
  });

  it('a network is created in four steps, each checked while it is typed', async () => {
    const { workbench } = window;
    const { quickInput, networks } = workbench;
    await workbench.titleButton(/^Create Network/);
    await quickInput.wait('Create Network (1/4)');
    await quickInput.type('mynet');
    await quickInput.messageWith('mynet');
    await quickInput.answer('(1/4)', 'uinet');
    await quickInput.wait('Create Network (2/4)');
    await quickInput.pick('bridge');
    await quickInput.wait('Create Network (3/4)');
    await quickInput.type('192.168.5.0/24');
    await quickInput.messageWith(/192\.168\.5\.0\/24 overlaps mynet \(192\.168\.0\.0\/16\)/);
    await workbench.screenshot('create-overlap');
    await quickInput.type('10.60.0.5/24');
    await quickInput.messageWith(/host bits.*10\.60\.0\.0\/24/);
    await quickInput.button('Use 10.60.0.0/24');
    await until('the suggestion is taken over', async () => (await quickInput.value()) === '10.60.0.0/24');
    await quickInput.accept();
    await quickInput.wait('Create Network (4/4)');
    await quickInput.pick('Gateway');
    await quickInput.wait('Gateway in 10.60.0.0/24');
    await quickInput.type('10.8.0.1');
    await quickInput.messageWith('The gateway 10.8.0.1 is not in 10.60.0.0/24');
    await quickInput.type('10.60.0.254');
    await quickInput.accept();
    await quickInput.wait('Continue');
    await workbench.screenshot('create-options');
    await quickInput.pick('Continue');
    await quickInput.wait(
      'docker network create --driver bridge --subnet 10.60.0.0/24 --gateway 10.60.0.254 uinet',
    );
    await workbench.screenshot('create-summary');
    await quickInput.pick('Create uinet');

    assert.match((await networks.read('uinet')).description, /bridge · 10\.60\.0\.0\/24 · empty/);
    const made = await ask<{ IPAM: { Config: object[] } }>('GET', '/networks/uinet');
    assert.deepEqual(made.IPAM.Config, [{ Subnet: '10.60.0.0/24', Gateway: '10.60.0.254' }]);
  });

  it('a question that is left with Escape changes nothing and forgets nothing', async () => {
    const { workbench } = window;
    const { quickInput } = workbench;
    await workbench.palette('Docker Networks: Create Network…');
    await quickInput.answer('Create Network (1/4)', 'half-typed');
    await quickInput.wait('Create Network (2/4)');
    await quickInput.escape();
    await workbench.palette('Docker Networks: Create Network…');
    await quickInput.wait('Create Network (1/4)');
    assert.equal(await quickInput.value(), 'half-typed');
    await quickInput.escape();
    assert.equal(await workbench.networks.isThere('half-typed'), false);
  });

  it('a container is connected from the network’s menu, with an alias', async () => {
    const { quickInput, networks } = window.workbench;
    await networks.contextMenu('uinet', 'Connect Container…');
    await quickInput.wait('Which container joins uinet?');
    const offered = await quickInput.labels();
    assert.ok(!offered.includes('on_host') && !offered.includes('sidecar'), offered.join());
    await quickInput.pick('tomcat_net_1');
    await quickInput.pick('Aliases');
    await quickInput.answer('Further names', 'shop');
    await quickInput.pick('Connect tomcat_net_1 to uinet');
    await networks.row(['uinet', 'tomcat_net_1']);
    assert.ok((await endpointOf('tomcat_net_1', 'uinet'))?.Aliases?.includes('shop'));
  });

  it('a container is connected by dragging it onto a network', async () => {
    const { workbench } = window;
    await workbench.networks.drag(['my_net2', 'bbox8'], 'uinet');
    assert.match(await workbench.answerDialog('Connect'), /Connect bbox8 to uinet\?/);
    await workbench.networks.row(['uinet', 'bbox8']);
    assert.ok(await endpointOf('bbox8', 'uinet'));
  });

  it('a container is disconnected after a question, and can be put back as it was', async () => {
    const { workbench } = window;
    const { networks } = workbench;
    await networks.contextMenu(['uinet', 'tomcat_net_1'], 'Disconnect Container…');
    assert.match(await workbench.answerDialog('Disconnect'), /Disconnect tomcat_net_1 from uinet\?/);
    await networks.waitGone(['uinet', 'tomcat_net_1']);
    assert.equal(await endpointOf('tomcat_net_1', 'uinet'), undefined);
    await workbench.answerNotification('Disconnected tomcat_net_1 from uinet.', 'Reconnect as Before');
    await networks.row(['uinet', 'tomcat_net_1']);
    assert.ok((await endpointOf('tomcat_net_1', 'uinet'))?.Aliases?.includes('shop'));
  });

  it('inspecting opens the engine’s JSON', async () => {
    const { workbench } = window;
    await workbench.networks.contextMenu('mynet', 'Inspect Network');
    const editor = workbench.page.locator('.editor-instance .view-lines');
    await until('the JSON of mynet', async () => (await editor.innerText()).includes('192.168.0.0/16'));
    await workbench.screenshot('inspect');
    await workbench.closeEditors();
  });

  it('a network copies as the docker command that makes it', async () => {
    const { workbench } = window;
    await workbench.networks.contextMenu('uinet', 'Copy', 'Copy as docker Command');
    await until('the command is in the clipboard', async () => {
      const text = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
      return (
        text === 'docker network create --driver bridge --subnet 10.60.0.0/24 --gateway 10.60.0.254 uinet'
      );
    });
  });

  it('a network in use is removed only after its containers were named', async () => {
    const { workbench } = window;
    await workbench.networks.contextMenu('uinet', 'Remove Network…');
    const question = await workbench.answerDialog('Cancel');
    assert.match(question, /uinet is in use by bbox8 and tomcat_net_1/);
    assert.ok(await workbench.networks.isThere('uinet'));
    await workbench.networks.contextMenu('uinet', 'Remove Network…');
    await workbench.answerDialog('Disconnect Both and Remove');
    await workbench.networks.waitGone('uinet');
    await assert.rejects(ask('GET', '/networks/uinet'));
  });
});
