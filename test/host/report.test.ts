import assert from 'node:assert/strict';
import { api as ask, execIn } from '../lab/engineApi.ts';
import { bareImage } from '../lab/images.ts';
import { engine, makeContainer, makeNetwork, removeAll } from './engine.ts';
import { api } from './scripting.ts';

async function textIn(container: string, path: string): Promise<string> {
  return (await execIn(engine(), container, ['cat', path])).stdout;
}

describe('report()', () => {
  before(async () => {
    await removeAll('rep-');
    await makeNetwork('rep-net', '10.91.0.0/24');
    await makeContainer('rep-web', { network: 'rep-net' });
    await makeContainer('rep-db', { network: 'rep-net' });
    await makeContainer('rep-side', { network: 'container:rep-web' });
    await makeContainer('rep-bridge');
    await makeContainer('rep-linker', { links: ['rep-bridge:br'] });
    await makeContainer('rep-host', { network: 'host' });
    await makeContainer('rep-none', { network: 'none' });
  });
  after(() => removeAll('rep-'));

  for (const name of ['web', 'side', 'bridge', 'linker', 'host', 'none']) {
    it(`has the files of a container byte for byte: ${name}`, async () => {
      const { hosts, resolv } = await (await api()).report(`rep-${name}`);
      assert.ok('text' in hosts && 'text' in resolv);
      assert.equal(hosts.text, await textIn(`rep-${name}`, '/etc/hosts'));
      assert.equal(resolv.text, await textIn(`rep-${name}`, '/etc/resolv.conf'));
    });
  }

  it('has the files of a stopped container and of one without a shell', async () => {
    await makeContainer('rep-stopped', { network: 'rep-net' });
    await ask(engine().socket, 'POST', '/containers/rep-stopped/kill');
    await makeContainer('rep-bare', {
      network: 'rep-net',
      image: bareImage,
      command: ['/sleep', 'infinity'],
    });
    const { report } = await api();
    for (const name of ['rep-stopped', 'rep-bare']) {
      const { hosts } = await report(name);
      assert.ok('text' in hosts, JSON.stringify(hosts));
      assert.match(hosts.text, /^127\.0\.0\.1\s+localhost/m);
    }
  });

  it('says where the lines come from', async () => {
    const { hosts } = await (await api()).report('rep-linker');
    assert.ok('entries' in hosts);
    const origins: Record<string, string> = Object.fromEntries(
      hosts.entries.map(({ names, origin }) => [names[0]!, origin]),
    );
    assert.equal(origins.localhost, 'engine');
    assert.equal(origins.br, 'link');
  });

  it('resolves a name as the container does', async () => {
    const { resolve, snapshot } = await api();
    const { networks } = await snapshot();
    const net = networks.find(({ name }) => name === 'rep-net');
    const address = net?.endpoints.find(({ name }) => name === 'rep-db')?.ipv4;
    const { predicted, measured, agrees } = await resolve({ container: 'rep-web', name: 'rep-db' });
    assert.ok(measured && 'addresses' in measured, JSON.stringify(measured));
    assert.deepEqual(measured.addresses, [address]);
    assert.deepEqual(predicted.addresses, [address]);
    assert.equal(agrees, true);
  });
});
