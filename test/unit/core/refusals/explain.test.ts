import assert from 'node:assert/strict';
import { EngineError, ExpectedError } from '../../../../src/core/errors.ts';
import { explain, type RefusalContext } from '../../../../src/core/refusals/explain.ts';
import { aNetwork, anId, aSnapshot } from '../../builders/model.ts';
import { connect, mynet, remove, standard, start } from './refusals.ts';

describe("the engine's refusal", () => {
  it('counts the pools where they are used up, and offers two ways out', () => {
    const pools = [
      ...Array.from({ length: 14 }, (_, at) => `172.${18 + at}.0.0/16`),
      ...Array.from({ length: 16 }, (_, at) => `192.168.${16 * at}.0/20`),
    ];
    const networks = pools.map((subnet) => aNetwork({ name: subnet, subnets: [{ subnet, reserved: {} }] }));
    const full: RefusalContext = {
      act: 'create',
      snapshot: aSnapshot({ networks: [...networks, standard] }),
      spec: { name: 'new' },
    };
    const told = explain(
      new EngineError(400, 'all predefined address pools have been fully subnetted'),
      full,
    );
    assert.ok(told instanceof ExpectedError);
    assert.match(told.message, /\(30 of 30 used\)/);
    assert.deepEqual(
      told.remedies.map(({ title, command }) => [title, command]),
      [
        ['Create With 10.201.0.0/24', 'dockerNetworks.createNetwork'],
        ['Remove Unused…', 'dockerNetworks.pruneNetworks'],
      ],
    );
  });

  it('has its remedies as buttons', () => {
    const remedyOf = (text: string, context: RefusalContext) => {
      const told = explain(new EngineError(403, text), context);
      assert.ok(told instanceof ExpectedError);
      return told.remedies[0];
    };
    assert.deepEqual(remedyOf('network mynet id x has active endpoints', remove()), {
      title: 'Disconnect All and Remove',
      command: 'dockerNetworks.removeNetwork',
      argument: { network: mynet.id, disconnectContainers: true },
    });
    assert.deepEqual(remedyOf('Address already in use', connect({ ipv4: '192.168.0.2' })), {
      title: 'Use 192.168.0.3',
      command: 'dockerNetworks.connectContainer',
      argument: { network: 'mynet', container: 'cc1', ipv4: '192.168.0.3' },
    });
    assert.deepEqual(remedyOf('Address already in use', start('old')), {
      title: 'Disconnect br2 From mynet',
      command: 'dockerNetworks.disconnectContainer',
      argument: { network: mynet.id, container: anId('br2') },
    });
    assert.equal(
      remedyOf(`network ${anId('x')} not found`, start('old'))?.command,
      'dockerNetworks.repairContainer',
    );
    const owner = `Cannot restart container side: cannot join network of a non running container: ${anId('br1')}`;
    assert.deepEqual(remedyOf(owner, start('side')), {
      title: 'Start br1',
      command: 'dockerNetworks.startContainer',
      argument: { container: anId('br1') },
    });
  });

  it('comes back as it is where nothing is known of it', () => {
    const unknown = new EngineError(500, 'something new');
    assert.equal(explain(unknown, connect()), unknown);
    const other = new Error('no engine error');
    assert.equal(explain(other, connect()), other);
  });
});
