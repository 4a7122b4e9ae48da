import assert from 'node:assert/strict';
import { checkRun } from '../../../../src/core/checks/checkRun.ts';
import type { ErrorCode } from '../../../../src/core/errors.ts';
import type { RunSpec } from '../../../../src/core/specs.ts';
import { aContainer, aNetwork, anEndpoint, anId, aSnapshot } from '../../builders/model.ts';

const standard = aNetwork({ name: 'bridge', builtIn: true });
const host = aNetwork({ name: 'host', builtIn: true, driver: 'host', subnets: [] });
const none = aNetwork({ name: 'none', builtIn: true, driver: 'null', subnets: [] });
const mynet = aNetwork({
  subnets: [{ subnet: '192.168.0.0/16', gateway: '192.168.0.1', reserved: {} }],
  endpoints: [anEndpoint({ ipv4: '192.168.0.2' })],
});
const vault = aNetwork({
  name: 'vault',
  internal: true,
  subnets: [{ subnet: '10.9.0.0/24', gateway: '10.9.0.1', reserved: {} }],
});
const overlay = aNetwork({ name: 'ov', driver: 'overlay', scope: 'swarm', subnets: [] });

const world = {
  snapshot: aSnapshot({
    networks: [mynet, vault, overlay, standard, host, none],
    containers: [
      aContainer({
        networks: [mynet.id],
        ports: [{ port: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' }],
      }),
      aContainer({ name: 'plain', mode: 'bridge', networks: [standard.id] }),
      aContainer({ name: 'stopped', mode: 'bridge', state: 'exited', networks: [standard.id] }),
    ],
  }),
};

const publish = [{ port: 80, hostPort: 9000 }];
const refused: [what: string, spec: Partial<RunSpec>, code: ErrorCode, says: RegExp][] = [
  ['without an image', { image: '' }, 'invalid', /image/],
  ['with a name of one character', { name: 'a' }, 'invalid', /cannot be called a:/],
  ['with a name with spaces', { name: 'a b' }, 'invalid', /a b/],
  ['with a taken name', { name: 'web' }, 'conflict', /web exists already/],
  ['on no such network', { network: 'zzz' }, 'not-found', /no network zzz/],
  ['sharing with nobody', { network: { shareWith: 'zzz' } }, 'not-found', /no container zzz/],
  [
    'sharing with one that is stopped',
    { network: { shareWith: 'stopped' } },
    'conflict',
    /stopped is not running/,
  ],
  [
    'on host with ports',
    { network: { mode: 'host' }, publish },
    'invalid',
    /No port can be published on host/,
  ],
  ['on host with every port', { network: 'host', publishAll: true }, 'invalid', /No port/],
  ['on host with an address', { network: { mode: 'host' }, ipv4: '10.0.0.1' }, 'invalid', /10\.0\.0\.1/],
  ['on host with an alias', { network: { mode: 'host' }, aliases: ['db'] }, 'invalid', /alias db/],
  [
    'on host with a link',
    { network: { mode: 'host' }, links: [{ container: 'web' }] },
    'invalid',
    /link to web/,
  ],
  [
    'on none with ports',
    { network: { mode: 'none' }, publish },
    'invalid',
    /No port can be published on none/,
  ],
  ['on none with an address', { network: 'none', ipv6: 'fd00::1' }, 'invalid', /fd00::1/],
  ['sharing with ports', { network: { shareWith: 'web' }, publish }, 'invalid', /publish it on web/],
  ['sharing with an alias', { network: { shareWith: 'web' }, aliases: ['x'] }, 'invalid', /alias x/],
  [
    'sharing with an address',
    { network: { shareWith: 'web' }, ipv4: '192.168.0.9' },
    'invalid',
    /192\.168\.0\.9/,
  ],
  [
    'sharing with a link',
    { network: { shareWith: 'web' }, links: [{ container: 'plain' }] },
    'invalid',
    /plain/,
  ],
  ['on the default bridge with an address', { ipv4: '172.20.0.9' }, 'invalid', /default bridge/],
  ['on the default bridge with an alias', { network: 'bridge', aliases: ['db'] }, 'invalid', /alias db/],
  [
    'linked to one that is stopped',
    { links: [{ container: 'stopped' }] },
    'conflict',
    /stopped is not running/,
  ],
  ['linked to one elsewhere', { links: [{ container: 'web' }] }, 'invalid', /web is not on it/],
  ['linked to nobody', { links: [{ container: 'zzz' }] }, 'not-found', /zzz/],
  [
    'with an address outside',
    { network: 'mynet', ipv4: '10.9.0.9' },
    'invalid',
    /10\.9\.0\.9 is not in mynet/,
  ],
  ['with an address that is held', { network: 'mynet', ipv4: '192.168.0.2' }, 'conflict', /held by web/],
  [
    'with a port that is taken',
    { network: 'mynet', publish: [{ port: 80, hostPort: 8080 }] },
    'conflict',
    /8080 of the host is taken by web/,
  ],
  ['with a port twice', { publish: [...publish, { port: 81, hostPort: 9000 }] }, 'invalid', /9000/],
  ['with no port', { publish: [{ port: 0 }] }, 'invalid', /not 0/],
  ['with a port of no protocol', { publish: [{ port: 80, protocol: 'x' as 'tcp' }] }, 'invalid', /not x/],
  ['on a network for services', { network: 'ov' }, 'invalid', /ov is for services/],
];

describe('a container to be run', () => {
  for (const [what, spec, code, says] of refused) {
    it(`is refused ${what}`, () => {
      const { refusal } = checkRun({ image: 'box', ...spec }, world);
      assert.ok(refusal, 'it was taken');
      assert.match(refusal.message, says);
      assert.equal(refusal.code, code);
    });
  }

  it('is taken wherever it can go', () => {
    const taken: Partial<RunSpec>[] = [
      {},
      { network: 'mynet', aliases: ['db'], links: [{ container: 'web', alias: 'w' }], publish },
      { network: { mode: 'host' } },
      { network: { mode: 'none' } },
      { network: { shareWith: anId('web') } },
      { network: 'mynet', publish: [{ port: 53, protocol: 'udp', hostPort: 8080 }] },
      { network: { mode: 'bridge' }, links: [{ container: 'plain', alias: 'pl' }] },
    ];
    for (const spec of taken) {
      assert.equal(checkRun({ image: 'box', ...spec }, world).refusal, undefined, JSON.stringify(spec));
    }
  });

  it('is warned of ports that an internal network does not publish', () => {
    assert.match(
      checkRun({ image: 'box', network: 'vault', publish }, world).warnings.join(),
      /vault is internal/,
    );
  });
});
