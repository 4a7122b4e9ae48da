import assert from 'node:assert/strict';
import { apiAtLeast } from '../../src/core/checks/check.ts';
import type { ExpectedError } from '../../src/core/errors.ts';
import { findProblems } from '../../src/core/problems/findProblems.ts';
import { connectContainer } from '../../src/state/operations/connectContainer.ts';
import { disconnectContainer } from '../../src/state/operations/disconnectContainer.ts';
import { removeNetwork } from '../../src/state/operations/removeNetwork.ts';
import type { Store } from '../../src/state/store.ts';
import { networkRow } from '../../src/ui/tree/rows/networkRow.ts';
import { indexSnapshot } from '../../src/ui/tree/treeIndex.ts';
import type { LabEngine } from '../lab/engine.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { Outside } from './stateOutside.ts';
import { storeOn } from './stateStore.ts';
import { assertTrue } from './stateTruth.ts';

describe('networks of one name', function () {
  this.timeout(180_000);
  let engine: LabEngine;
  let outside: Outside;
  let store: Store;

  before(async () => {
    engine = await labEngine();
    outside = new Outside(engine.socket, busyboxImage);
    ({ store } = storeOn(engine.endpoint));
  });

  after(async () => {
    store.dispose();
    await outside.clear();
  });

  it('are refused by newer engines, and told apart by their ids on older ones', async () => {
    const [name, box] = [outside.name('twin'), outside.name('box')];
    const first = await outside.network(name);
    const again = () => outside.network(name, { CheckDuplicate: false });
    const snapshot = await store.current();
    const alone = snapshot.networks.filter((network) => network.name === name);
    assert.deepEqual(
      alone.map(({ id }) => id),
      [first],
    );
    if (apiAtLeast({ snapshot }, '1.44')) {
      await assert.rejects(again(), /409.*already exists/);
      return;
    }
    await holdApart(name, first, await again(), box);
  });

  async function holdApart(name: string, first: string, second: string, box: string): Promise<void> {
    const on = (id: string) =>
      store.snapshot.networks.find((network) => network.id === id)?.endpoints.map((one) => one.name);
    await outside.run(box, 'bridge');
    await assert.rejects(
      connectContainer(store, { network: name, container: box }),
      ({ code, message }: ExpectedError) => {
        assert.equal(code, 'invalid');
        assert.ok(message.includes(first.slice(0, 12)) && message.includes(second.slice(0, 12)), message);
        return true;
      },
    );
    await connectContainer(store, { network: second, container: box, aliases: ['it'] });
    assert.deepEqual([on(first), on(second)], [[], [box]]);
    await assertTrue(store.snapshot, outside);

    const index = indexSnapshot(store.snapshot);
    for (const id of [first, second]) {
      const row = networkRow(index.networks.get(id)!, index);
      assert.match(row.description, new RegExp(`duplicate ${id.slice(0, 12)}`));
    }
    const problems = findProblems(store.snapshot).filter(({ kind }) => kind === 'duplicate-network');
    assert.deepEqual(problems.map(({ network }) => network).sort(), [first, second].sort());

    await disconnectContainer(store, { network: second, container: box });
    await removeNetwork(store, { network: first });
    assert.deepEqual([on(first), on(second)], [undefined, []]);
  }
});
