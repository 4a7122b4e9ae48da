import assert from 'node:assert/strict';
import { changeSet, isEmpty, keepUnchanged } from '../../../src/state/changeSet.ts';
import { aContainer, aNetwork, anEndpoint, anEngine, anId, aSnapshot } from '../builders/model.ts';

describe('the change set', () => {
  it('is empty between equal snapshots', () => {
    const make = () => aSnapshot({ networks: [aNetwork()], containers: [aContainer()] });
    assert.ok(isEmpty(changeSet(make(), make())));
  });

  it('tells what came, changed and went, by id', () => {
    const before = aSnapshot({
      networks: [aNetwork({ name: 'a' }), aNetwork({ name: 'b' })],
      containers: [aContainer({ name: 'x' }), aContainer({ name: 'y' })],
    });
    const after = aSnapshot({
      networks: [aNetwork({ name: 'b', endpoints: [anEndpoint()] }), aNetwork({ name: 'c' })],
      containers: [aContainer({ name: 'y', state: 'exited' })],
    });
    assert.deepEqual(changeSet(before, after), {
      engine: false,
      networks: { added: [anId('c')], changed: [anId('b')], removed: [anId('a')] },
      containers: { added: [], changed: [anId('y')], removed: [anId('x')] },
    });
  });

  it('tells when the engine stands otherwise', () => {
    const down = aSnapshot({ engine: anEngine({ state: 'unreachable', error: 'No answer.' }) });
    assert.equal(changeSet(aSnapshot(), down).engine, true);
  });

  it('keeps the records that did not change', () => {
    const before = aSnapshot({ networks: [aNetwork({ name: 'a' }), aNetwork({ name: 'b' })] });
    const after = aSnapshot({ networks: [aNetwork({ name: 'a' }), aNetwork({ name: 'b', internal: true })] });
    const kept = keepUnchanged(before, after);
    assert.equal(kept.networks[0], before.networks[0]);
    assert.equal(kept.networks[1], after.networks[1]);
  });
});
