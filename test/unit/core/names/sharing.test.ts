import assert from 'node:assert/strict';
import type { ContainerState } from '../../../../src/core/model.ts';
import { brokenShare, ownerOf } from '../../../../src/core/names/sharing.ts';
import { aWorld } from '../../builders/world.ts';

/** The minute in which owner, middle (which shares with owner) and side (which shares with middle) started. */
type Started = [owner: number, middle: number, side: number];

const cases: [
  rule: string,
  started: Started,
  owner: ContainerState,
  middle: ContainerState,
  expected?: RegExp,
][] = [
  ['keeps its network while all run', [1, 2, 3], 'running', 'running'],
  ['keeps its network when the one in between stops', [1, 2, 3], 'running', 'exited'],
  ['keeps its network when the one in between is restarted', [1, 4, 3], 'running', 'running'],
  [
    'loses its network when the owner stops',
    [1, 2, 3],
    'exited',
    'running',
    /^side .* owner, which does not run/,
  ],
  [
    'loses its network when the owner is restarted',
    [4, 2, 3],
    'running',
    'running',
    /^owner was restarted after middle/,
  ],
  [
    'joins a dead network after the owner was restarted',
    [3, 2, 4],
    'running',
    'running',
    /restart middle, then side/,
  ],
];

describe('brokenShare', () => {
  for (const [rule, [owner, middle, side], ownerState, middleState, expected] of cases) {
    it(`knows: a container that shares through another ${rule}`, () => {
      const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
      const world = aWorld({
        containers: [
          { name: 'owner', state: ownerState, startedAt: at(owner), on: { mynet: { ipv4: '172.20.0.2' } } },
          { name: 'middle', state: middleState, startedAt: at(middle), networkMode: 'container:owner' },
          { name: 'side', startedAt: at(side), networkMode: 'container:middle' },
        ],
      });
      const [first, , last] = world.snapshot.containers;
      const found = brokenShare(world, last!);
      if (expected) assert.match(found ?? '', expected);
      else assert.equal(found, undefined);
      assert.equal(ownerOf(world, last!), first);
    });
  }

  it('knows that a container is lost whose network belongs to one that is gone', () => {
    const world = aWorld({ containers: [{ name: 'side', networkMode: 'container:gone' }] });
    assert.match(brokenShare(world, world.snapshot.containers[0]!) ?? '', /which is gone: make side anew/);
  });
});
