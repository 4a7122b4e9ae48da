import assert from 'node:assert/strict';
import { type FromHostsPage, fromHostsPage, toHostsPage } from '../../../src/protocol/hosts.ts';
import { dispatch, readMessage } from '../../../src/protocol/messages.ts';
import { readPair } from '../../../src/protocol/reachability.ts';

describe('a message of a page', () => {
  it('is read when its type and its fields are known', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'measure' },
      { type: 'measure', names: ['web'] },
      { type: 'ask', name: 'web' },
      { type: 'copy', what: 'hosts' },
    ]) {
      assert.deepEqual(readMessage<FromHostsPage>(message, fromHostsPage), message);
    }
  });

  it('is nothing when anything about it is strange', () => {
    for (const message of [
      undefined,
      null,
      'ready',
      {},
      { type: 'toString' },
      { type: '__proto__' },
      { type: 'ask' },
      { type: 'ask', name: 7 },
      { type: 'ask', name: 'x'.repeat(1001) },
      { type: 'measure', names: [1] },
      { type: 'copy', what: 'everything' },
    ]) {
      assert.equal(readMessage<FromHostsPage>(message, fromHostsPage), undefined, JSON.stringify(message));
    }
    assert.equal(readMessage(toHostsPage, toHostsPage), undefined);
  });

  it('goes to the function for its type', () => {
    const seen: string[] = [];
    const message = { type: 'b', value: 'x' } as { type: 'a' } | { type: 'b'; value: string };
    dispatch(message, { a: () => seen.push('a'), b: ({ value }) => seen.push(`b ${value}`) });
    assert.deepEqual(seen, ['b x']);
  });

  it('keeps a pair over a reload, and takes nothing strange for one', () => {
    const pair = { from: { id: '1', name: 'app' }, to: { id: '2', name: 'db' } };
    assert.deepEqual(readPair(pair), pair);
    assert.deepEqual(readPair({ ...pair, port: 80 }), { ...pair, port: 80 });
    for (const strange of [
      undefined,
      'x',
      {},
      { from: pair.from },
      { ...pair, port: 'x' },
      { ...pair, to: 2 },
    ]) {
      assert.equal(readPair(strange), undefined);
    }
  });
});
