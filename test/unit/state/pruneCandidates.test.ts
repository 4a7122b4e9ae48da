import assert from 'node:assert/strict';
import { inUse } from '../../../src/state/operations/inUse.ts';
import { pruneCandidates } from '../../../src/state/pruneCandidates.ts';
import { aNetwork, anEndpoint, aSnapshot } from '../builders/model.ts';

const runs = anEndpoint({ name: 'web' });
const stopped = anEndpoint({ name: 'old_one', state: 'exited' });

describe('networks that may go', () => {
  it('are those without containers, and apart from them those with stopped ones only', () => {
    const { unused, stoppedOnly } = pruneCandidates(
      aSnapshot({
        networks: [
          aNetwork({ name: 'empty' }),
          aNetwork({ name: 'used', endpoints: [runs, stopped] }),
          aNetwork({ name: 'paused', endpoints: [anEndpoint({ state: 'paused' })] }),
          aNetwork({ name: 'left', endpoints: [stopped, anEndpoint({ name: 'new', state: 'created' })] }),
          aNetwork({ name: 'bridge', builtIn: true }),
          aNetwork({ name: 'ingress', ingress: true, scope: 'swarm', driver: 'overlay' }),
          aNetwork({ name: 'cluster', scope: 'swarm', driver: 'overlay' }),
          aNetwork({ name: 'docker_gwbridge' }),
        ],
      }),
    );
    assert.deepEqual(
      unused.map(({ name }) => name),
      ['empty'],
    );
    assert.deepEqual(
      stoppedOnly.map(({ name }) => name),
      ['left'],
    );
  });
});

describe('a network in use', () => {
  const sentence = (...endpoints: ReturnType<typeof anEndpoint>[]) => {
    const { message, remedies } = inUse(aNetwork({ endpoints }));
    return [message, remedies[0]!.title];
  };

  it('names who runs on it', () => {
    assert.deepEqual(sentence(runs, anEndpoint({ name: 'db' })), [
      'mynet is in use by web and db.',
      'Disconnect Both and Remove',
    ]);
  });

  it('names who is stopped and could not start again', () => {
    assert.deepEqual(sentence(stopped), [
      'Nothing runs on mynet, but old_one (stopped) belongs to it and will not start again without it.',
      'Disconnect It and Remove',
    ]);
  });

  it('names running and stopped ones apart', () => {
    assert.deepEqual(sentence(runs, anEndpoint({ name: 'db' }), stopped), [
      'mynet is in use by web and db. old_one (stopped) belongs to it, too, and will not start again without it.',
      'Disconnect All and Remove',
    ]);
  });
});
