import assert from 'node:assert/strict';
import { repairContainer } from '../../src/state/operations/repairContainer.ts';
import type { Store } from '../../src/state/store.ts';
import type { LabEngine } from '../lab/engine.ts';
import { execIn } from '../lab/engineApi.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { Outside } from './stateOutside.ts';
import { storeOn } from './stateStore.ts';

describe('a container that shares another’s network', function () {
  this.timeout(180_000);
  let engine: LabEngine;
  let outside: Outside;
  let store: Store;

  beforeEach(async () => {
    engine = await labEngine();
    outside = new Outside(engine.socket, busyboxImage);
    ({ store } = storeOn(engine.endpoint));
  });

  afterEach(async () => {
    store.dispose();
    await outside.clear();
  });

  async function pair() {
    const [network, owner, side] = [outside.name('n'), outside.name('owner'), outside.name('side')];
    const networkId = await outside.network(network);
    const ownerId = await outside.run(owner, network);
    await outside.run(side, `container:${ownerId}`);
    return { networkId, network, owner, side };
  }

  /** The names of the network interfaces that a container sees. */
  async function interfacesOf(container: string): Promise<string[]> {
    const { stdout } = await execIn(engine, container, ['ls', '/sys/class/net']);
    return stdout.split(/\s+/).filter((name) => name === 'lo' || name.startsWith('eth'));
  }

  it('is left with loopback by a restart of that one, and repaired by a restart of its own', async () => {
    const { owner, side, networkId } = await pair();
    await assert.rejects(repairContainer(store, { container: side }), /nothing to repair/);
    await outside.act(owner, 'restart');
    assert.deepEqual(await interfacesOf(side), ['lo']);
    assert.deepEqual(await repairContainer(store, { container: side }), { networks: [networkId] });
    assert.deepEqual((await interfacesOf(side)).sort(), ['eth0', 'lo']);
    await assert.rejects(repairContainer(store, { container: side }), /nothing to repair/);
  });

  it('is repaired by starting both where that one does not run', async () => {
    const { owner, side } = await pair();
    await outside.act(owner, 'kill');
    await repairContainer(store, { container: side });
    assert.deepEqual((await interfacesOf(side)).sort(), ['eth0', 'lo']);
    assert.equal((await outside.container(owner)).State.Status, 'running');
  });

  it('has to be made anew where that one is gone, even if one of its name is there', async () => {
    const { owner, side, network } = await pair();
    await outside.removeContainer(owner);
    await outside.run(owner, network);
    await assert.rejects(repairContainer(store, { container: side }), /which is gone: make .*side anew/);
  });
});
