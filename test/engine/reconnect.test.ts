import assert from 'node:assert/strict';
import { disconnectContainer } from '../../src/state/operations/disconnectContainer.ts';
import { reconnectContainer } from '../../src/state/operations/reconnectContainer.ts';
import type { Store } from '../../src/state/store.ts';
import type { LabEngine } from '../lab/engine.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { until } from '../lab/until.ts';
import { Outside } from './stateOutside.ts';
import { storeOn } from './stateStore.ts';

describe('reconnect as before, on a real engine', function () {
  this.timeout(300_000);
  let engine: LabEngine;
  let outside: Outside;
  let store: Store;
  let network: string;
  let web: string;
  let id: string;

  /** Everything of the endpoint that somebody asked for, and the addresses that it has. */
  async function settings() {
    const endpoint = (await outside.container(id)).NetworkSettings.Networks[network];
    assert.ok(endpoint);
    const { IPAMConfig, Links, DriverOpts, GwPriority, IPAddress, GlobalIPv6Address, Aliases } = endpoint;
    return {
      ...{ IPAMConfig, Links, DriverOpts, GwPriority, IPAddress, GlobalIPv6Address },
      // 20.10 adds the short id when the container starts.
      aliases: (Aliases ?? []).filter((alias) => alias !== id.slice(0, 12)).sort(),
    };
  }

  async function stop(): Promise<void> {
    await outside.act(id, 'kill');
    await until(async () => (await outside.container(id)).State.Status === 'exited');
  }

  /** Puts the container off and on again by the product alone. */
  async function offAndOn(): Promise<void> {
    await disconnectContainer(store, { network, container: web });
    assert.ok(!(network in (await outside.container(id)).NetworkSettings.Networks));
    await reconnectContainer(store, { network, container: web });
    const shown = store.snapshot.networks.find(({ name }) => name === network);
    assert.deepEqual(
      shown?.endpoints.map(({ name }) => name),
      [web],
    );
    await assert.rejects(reconnectContainer(store, { network, container: web }), { code: 'not-found' });
  }

  beforeEach(async () => {
    engine = await labEngine();
    outside = new Outside(engine.socket, busyboxImage);
    ({ store } = storeOn(engine.endpoint));
    [network, web] = [outside.name('n'), outside.name('web')];
    const subnets = [{ Subnet: '10.77.51.0/24' }, { Subnet: 'fd00:77:51::/64' }];
    await outside.network(network, { EnableIPv6: true, IPAM: { Config: subnets } });
    id = await outside.run(web, 'bridge');
    await outside.connect(network, id, {
      IPAMConfig: { IPv4Address: '10.77.51.77', IPv6Address: 'fd00:77:51::77' },
      ...{ Aliases: ['www', 'shop'], Links: ['db:data'], DriverOpts: { color: 'blue' } },
      ...(engine.version === '20.10' ? {} : { GwPriority: 7 }),
    });
  });

  afterEach(async () => {
    store.dispose();
    await outside.clear();
  });

  it('leaves the endpoint of a running container as it was', async () => {
    const before = await settings();
    assert.equal(before.IPAddress, '10.77.51.77');
    await offAndOn();
    assert.deepEqual(await settings(), before);
  });

  it('leaves the endpoint of a stopped container as it was, and as it was when it runs again', async () => {
    const running = await settings();
    await stop();
    const stopped = await settings();
    await offAndOn();
    assert.deepEqual(await settings(), stopped);
    await outside.act(id, 'start');
    assert.deepEqual(await settings(), running);
  });
});
