import assert from 'node:assert/strict';
import { candidateNames } from '../../../../src/core/names/candidateNames.ts';
import { anId } from '../../builders/model.ts';
import { aWorld } from '../../builders/world.ts';

describe('candidateNames', () => {
  it('offers what is in the hosts file, the links, and the containers and aliases of its networks, stopped ones too', () => {
    const world = aWorld({
      networks: [{ name: 'one' }, { name: 'two' }],
      containers: [
        { name: 'box', hostname: 'bh', on: { one: { links: [{ container: 'web', alias: 'lnk' }] } } },
        { name: 'web', on: { one: { ipv4: '10.0.0.2', aliases: ['www'] } } },
        { name: 'old', state: 'exited', on: { one: { aliases: ['elder'] } } },
        { name: 'far', on: { two: { ipv4: '10.1.0.2' } } },
      ],
    });
    assert.deepEqual(
      candidateNames(world, anId('box')).filter((name) => name !== anId('old').slice(0, 12)),
      ['bh', 'box', 'elder', 'lnk', 'localhost', 'old', 'web', 'www'],
    );
  });

  it('offers a container that shares a network what the other one is offered', () => {
    const world = aWorld({
      containers: [
        { name: 'box', on: { mynet: { ipv4: '172.20.0.9' } } },
        { name: 'side', networkMode: 'container:box' },
      ],
    });
    assert.deepEqual(candidateNames(world, anId('side')), candidateNames(world, anId('box')));
  });
});
