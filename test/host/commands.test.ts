import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api as ask } from '../lab/engineApi.ts';
import { busyboxImage } from '../lab/images.ts';
import {
  changesSince,
  engine,
  inspectContainer,
  inspectNetwork,
  label,
  makeContainer,
  makeNetwork,
  passages,
  removeAll,
} from './engine.ts';
import { api, command, refusal, until } from './scripting.ts';

async function endpointOf(container: string, network: string) {
  return (await inspectContainer(container)).NetworkSettings.Networks[network];
}

describe('the commands by argument, on a real engine', () => {
  beforeEach(() => removeAll('cmd-'));
  after(() => removeAll('cmd-'));

  it('createNetwork makes a network with exactly the values that were given', async () => {
    const made = await command<{ id: string; name: string }>('createNetwork', {
      name: 'cmd-net',
      subnets: [
        {
          subnet: '10.71.0.0/16',
          gateway: '10.71.0.254',
          ipRange: '10.71.4.0/24',
          reserved: { router: '10.71.4.9' },
        },
      ],
      internal: true,
      attachable: true,
      options: { 'com.docker.network.driver.mtu': '1400' },
      labels: { ...label, team: 'web' },
    });
    const inspected = await inspectNetwork(made.id);
    assert.ok(inspected);
    assert.equal(made.name, 'cmd-net');
    assert.equal(inspected.Name, 'cmd-net');
    assert.equal(inspected.Driver, 'bridge');
    assert.deepEqual(inspected.IPAM.Config, [
      {
        Subnet: '10.71.0.0/16',
        IPRange: '10.71.4.0/24',
        Gateway: '10.71.0.254',
        AuxiliaryAddresses: { router: '10.71.4.9' },
      },
    ]);
    assert.equal(inspected.Internal, true);
    assert.equal(inspected.Attachable, true);
    assert.equal(inspected.Options['com.docker.network.driver.mtu'], '1400');
    assert.deepEqual(inspected.Labels, { ...label, team: 'web' });
    const { networks } = await (await api()).snapshot();
    assert.ok(networks.some(({ id }) => id === made.id));
  });

  it('connectContainer and disconnectContainer change one endpoint, and the snapshot has it at once', async () => {
    await makeNetwork('cmd-net', '10.72.0.0/24');
    const id = await makeContainer('cmd-one');
    await command('connectContainer', {
      network: 'cmd-net',
      container: id.slice(0, 10),
      ipv4: '10.72.0.77',
      aliases: ['web'],
    });
    const endpoint = await endpointOf('cmd-one', 'cmd-net');
    assert.equal(endpoint?.IPAddress, '10.72.0.77');
    assert.ok(endpoint?.Aliases?.includes('web'));
    const on = async () => {
      const { networks } = await (await api()).snapshot();
      return networks.find(({ name }) => name === 'cmd-net')?.endpoints.map(({ name, ipv4 }) => [name, ipv4]);
    };
    assert.deepEqual(await on(), [['cmd-one', '10.72.0.77']]);

    await command('disconnectContainer', { network: 'cmd-net', container: 'cmd-one' });
    assert.equal(await endpointOf('cmd-one', 'cmd-net'), undefined);
    assert.deepEqual(await on(), []);
  });

  it('connectContainer refuses what cannot be, with a code and without a request that changes anything', async () => {
    await makeNetwork('cmd-net', '10.73.0.0/24');
    await makeContainer('cmd-one', { network: 'cmd-net' });
    await makeContainer('cmd-two');
    await makeContainer('cmd-hosted', { network: 'host' });
    const held = (await endpointOf('cmd-one', 'cmd-net'))?.IPAddress ?? '';
    const before = passages().length;
    const cases: [object, string, RegExp][] = [
      [{ network: 'cmd-nosuch', container: 'cmd-two' }, 'not-found', /cmd-nosuch/],
      [{ network: 'cmd-net', container: 'cmd-nosuch' }, 'not-found', /cmd-nosuch/],
      [{ network: 'cmd-net', container: 'cmd-one' }, 'conflict', /cmd-one/],
      [{ network: 'cmd-net', container: 'cmd-two', ipv4: held }, 'conflict', /cmd-one/],
      [{ network: 'cmd-net', container: 'cmd-two', ipv4: '10.99.0.1' }, 'invalid', /10\.99\.0\.1/],
      [{ network: 'cmd-net', container: 'cmd-two', ipv4: '10.73.0.1' }, 'conflict', /10\.73\.0\.1/],
    ];
    for (const [argument, code, names] of cases) {
      const refused = await refusal(command('connectContainer', argument));
      assert.match(refused.message, names);
      assert.equal(refused.code, code, refused.message);
    }
    assert.match(
      (await refusal(command('connectContainer', { network: 'cmd-net', container: 'cmd-hosted' }))).message,
      /host/,
    );
    assert.deepEqual(changesSince(before), []);
  });

  it('removeNetwork refuses a network in use, and disconnects its containers where that is asked', async () => {
    await makeNetwork('cmd-net', '10.74.0.0/24');
    await makeContainer('cmd-one', { network: 'cmd-net' });
    const before = passages().length;
    const refused = await refusal(command('removeNetwork', { network: 'cmd-net' }));
    assert.equal(refused.code, 'in-use');
    assert.match(refused.message, /cmd-net.*cmd-one/);
    assert.deepEqual(changesSince(before), []);

    await command('removeNetwork', { network: 'cmd-net', disconnectContainers: true });
    assert.equal(await inspectNetwork('cmd-net'), undefined);
    assert.equal((await inspectContainer('cmd-one')).State.Status, 'running');
  });

  it('pruneNetworks removes exactly the networks that are named', async () => {
    await makeNetwork('cmd-a', '10.75.0.0/24');
    await makeNetwork('cmd-b', '10.75.1.0/24');
    const done = await command<{ removed: string[] }>('pruneNetworks', { networks: ['cmd-a'] });
    assert.equal(done.removed.length, 1);
    assert.equal(await inspectNetwork('cmd-a'), undefined);
    assert.ok(await inspectNetwork('cmd-b'));
  });

  it('runContainer starts a container at the address that was given', async () => {
    await makeNetwork('cmd-net', '10.76.0.0/24');
    const made = await command<{ id: string; name: string }>('runContainer', {
      image: busyboxImage,
      name: 'cmd-run',
      network: 'cmd-net',
      ipv4: '10.76.0.50',
      aliases: ['api'],
      command: ['sleep', '600'],
    });
    const container = await inspectContainer('cmd-run');
    assert.equal(made.id, container.Id);
    assert.equal(container.State.Status, 'running');
    assert.equal(container.NetworkSettings.Networks['cmd-net']?.IPAddress, '10.76.0.50');
  });

  it('replaceLinks puts both ends of a link on a user-defined network', async () => {
    await makeContainer('cmd-target');
    await makeContainer('cmd-linker', { links: ['cmd-target:db'] });
    await makeNetwork('cmd-net', '10.78.0.0/24');
    await command('replaceLinks', { container: 'cmd-linker', network: 'cmd-net' });
    assert.ok((await endpointOf('cmd-target', 'cmd-net'))?.Aliases?.includes('db'));
    assert.ok(await endpointOf('cmd-linker', 'cmd-net'));
  });

  it('inspectNetwork and inspectContainer open the engine’s JSON, read-only', async () => {
    const id = await makeNetwork('cmd-net', '10.77.0.0/24');
    const container = await makeContainer('cmd-one', { start: false });
    for (const [name, argument, wanted] of [
      ['inspectNetwork', { network: 'cmd-net' }, id],
      ['inspectContainer', { container: 'cmd-one' }, container],
    ] as const) {
      const uri = await command<string>(name, argument);
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(String(uri), true));
      assert.equal(document.languageId, 'json');
      assert.equal((JSON.parse(document.getText()) as { Id: string }).Id, wanted);
    }
  });

  it('showContainer opens one panel with the container’s name', async () => {
    await makeContainer('cmd-one');
    await command('showContainer', { container: 'cmd-one' });
    await command('showContainer', { container: 'cmd-one' });
    const panels = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input, label }) => input instanceof vscode.TabInputWebview && label.includes('cmd-one'));
    await until('the panel is open', () => panels().length > 0);
    assert.equal(panels().length, 1);
    await vscode.window.tabGroups.close(panels());
  });

  it('every command with something unknown rejects with not-found, and with rubbish with invalid', async () => {
    const before = passages().length;
    for (const [name, argument] of [
      ['disconnectContainer', { network: 'cmd-nosuch', container: 'cmd-nosuch' }],
      ['removeNetwork', { network: 'cmd-nosuch' }],
      ['inspectNetwork', { network: 'cmd-nosuch' }],
      ['inspectContainer', { container: 'cmd-nosuch' }],
      ['showContainer', { container: 'cmd-nosuch' }],
      ['replaceLinks', { container: 'cmd-nosuch' }],
    ] as const) {
      const unknown = await refusal(command(name, argument));
      assert.equal(unknown.code, 'not-found', `${name}: ${unknown.message}`);
      assert.match(unknown.message, /cmd-nosuch/);
      const rubbish = await refusal(command(name, 'rubbish'));
      assert.equal(rubbish.code, 'invalid', `${name}: ${rubbish.message}`);
    }
    assert.deepEqual(changesSince(before), []);
  });

  it('refresh resolves once everything was read anew', async () => {
    await command('refresh');
    const { engine: status } = await (await api()).snapshot();
    const { ApiVersion } = await ask<{ ApiVersion: string }>(engine().socket, 'GET', '/version');
    assert.equal(status.state, 'connected');
    assert.equal(status.apiVersion, ApiVersion);
  });
});
