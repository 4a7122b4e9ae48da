import assert from 'node:assert/strict';
import { predictReverse } from '../../../../src/core/names/predictReverse.ts';
import { anId } from '../../builders/model.ts';
import { aWorld, type Given } from '../../builders/world.ts';

const containers: Given[] = [
  { name: 'Web', on: { mynet: { ipv4: '172.20.0.2', ipv6: 'fd00::2', aliases: ['www'] } } },
  { name: 'box', on: { mynet: { ipv4: '172.20.0.9' }, bridge: { ipv4: '172.17.0.9' } } },
  { name: 'plain', on: { bridge: { ipv4: '172.17.0.2' } } },
];

describe('predictReverse', () => {
  for (const version of ['28.5.2', '20.10.24']) {
    it(`names a container and its network on ${version}, in the container's own letters`, () => {
      const world = aWorld({ version, containers });
      for (const address of ['172.20.0.2', 'fd00:0::2']) {
        const found = predictReverse(world, anId('box'), address);
        assert.deepEqual(
          [found.names, found.source, found.network],
          [['Web.mynet'], 'embedded-dns', 'mynet'],
        );
      }
    });
  }

  it('asks the hosts file first', () => {
    const found = predictReverse(aWorld({ containers }), anId('Web'), '172.20.0.2');
    assert.deepEqual([found.names, found.source], [[anId('Web').slice(0, 12)], 'hosts']);
  });

  it('knows nothing of the default bridge, of gateways, and of networks that the asker is not on', () => {
    const world = aWorld({ containers });
    for (const [asker, address] of [
      ['box', '172.17.0.2'],
      ['box', '172.20.0.1'],
      ['plain', '172.20.0.2'],
    ] as const) {
      assert.deepEqual(predictReverse(world, anId(asker), address).source, 'upstream');
    }
  });

  it('knows that a name with more than 63 characters is never told', () => {
    const world = aWorld({
      containers: [...containers, { name: 'l'.repeat(64), on: { mynet: { ipv4: '172.20.0.6' } } }],
    });
    assert.deepEqual(predictReverse(world, anId('box'), '172.20.0.6').names, []);
  });

  it('does not know what a container with a made-up name is called on 20.10', () => {
    const world = aWorld({
      version: '20.10.24',
      containers: [...containers, { name: 'happy_bell', on: { mynet: { ipv4: '172.20.0.5' } } }],
    });
    assert.equal(predictReverse(world, anId('box'), '172.20.0.5').source, 'unknown');
  });
});
