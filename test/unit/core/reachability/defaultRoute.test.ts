import assert from 'node:assert/strict';
import type { EndpointDetails, Network } from '../../../../src/core/model.ts';
import { defaultRoute } from '../../../../src/core/reachability/defaultRoute.ts';
import { anId } from '../../builders/model.ts';
import { aWorld } from '../../builders/world.ts';

const both: Partial<EndpointDetails> = { gateway: '10.3.0.1', ipv6Gateway: 'fd00::1' };

const cases: [
  rule: string,
  version: string,
  networks: Partial<Network>[],
  on: Record<string, Partial<EndpointDetails>>,
  ipv4: string | undefined,
  ipv6: string | undefined,
][] = [
  [
    'the first by name',
    '28.5.2',
    [{ name: 'beta' }, { name: 'Zed' }],
    { beta: {}, Zed: {} },
    'Zed',
    undefined,
  ],
  [
    'not an internal one',
    '28.5.2',
    [{ name: 'a', internal: true }, { name: 'b' }],
    { a: {}, b: {} },
    'b',
    undefined,
  ],
  [
    'the one with the highest priority',
    '28.5.2',
    [{ name: 'a' }, { name: 'b' }],
    { a: {}, b: { gatewayPriority: 1 } },
    'b',
    undefined,
  ],
  [
    'no priority on 20.10',
    '20.10.24',
    [{ name: 'a' }, { name: 'b' }],
    { a: {}, b: { gatewayPriority: 1 } },
    'a',
    undefined,
  ],
  [
    'both families first, whatever the priority',
    '28.5.2',
    [{ name: 'a' }, { name: 'b' }],
    { a: { gatewayPriority: 9 }, b: both },
    'b',
    'b',
  ],
  [
    'one network for both families on 20.10',
    '20.10.24',
    [{ name: 'a' }, { name: 'b' }],
    { a: {}, b: both },
    'b',
    'b',
  ],
  [
    'each family its own on 28',
    '28.5.2',
    [{ name: 'a' }, { name: 'b' }],
    { a: {}, b: { gateway: '', ipv6Gateway: 'fd00::1' } },
    'a',
    'b',
  ],
  [
    'none where every network is internal',
    '28.5.2',
    [{ name: 'a', internal: true }],
    { a: {} },
    undefined,
    undefined,
  ],
  ['an internal one on 20.10', '20.10.24', [{ name: 'a', internal: true }], { a: {} }, 'a', undefined],
];

describe('defaultRoute', () => {
  for (const [rule, version, networks, on, ipv4, ipv6] of cases) {
    it(`takes ${rule}`, () => {
      const world = aWorld({ version, networks, containers: [{ name: 'box', on }] });
      assert.deepEqual(defaultRoute(world, world.snapshot.containers[0]!), {
        ...{ ipv4: undefined, ipv6: undefined },
        ...(ipv4 ? { ipv4: anId(ipv4) } : {}),
        ...(ipv6 ? { ipv6: anId(ipv6) } : {}),
      });
    });
  }
});
