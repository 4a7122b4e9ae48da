import assert from 'node:assert/strict';
import fc from 'fast-check';
import { predictName } from '../../../../src/core/names/predictName.ts';
import type { NameWorld } from '../../../../src/core/names/world.ts';
import { anId } from '../../builders/model.ts';
import { aWorld } from '../../builders/world.ts';
import { asker, type NameCase, pair, testNames, web, www } from './nameCases.ts';

const cases: NameCase[] = [
  {
    rule: 'the hosts file comes first: own lines, extra hosts, links and lines added by hand',
    world: {
      networks: [{}],
      containers: [
        {
          ...asker,
          hostname: 'bh',
          extraHosts: ['web:10.9.9.9'],
          legacyLinks: [{ container: 'plain', alias: 'pl' }],
          hosts: '10.9.9.9\tweb\n172.17.0.5\tpl 0123 plain\n10.8.8.8\tNAS\n',
        },
        web,
        { name: 'other', hostname: 'bh', on: { mynet: { ipv4: '172.20.0.8' } } },
      ],
    },
    expected: [
      ['box', 'web', 'hosts', ['10.9.9.9']],
      ['box', 'plain', 'hosts', ['172.17.0.5']],
      ['box', 'nas', 'hosts', ['10.8.8.8']],
      ['box', 'bh', 'hosts', ['172.20.0.9']],
      ['box', 'localhost', 'hosts', ['127.0.0.1']],
      ['web', 'bh', 'embedded-dns', ['172.20.0.8', '172.20.0.9']],
    ],
  },
  {
    rule: 'the default bridge answers no names',
    world: {
      containers: [
        www('one', { bridge: { ipv4: '172.17.0.2' } }),
        www('two', { bridge: { ipv4: '172.17.0.3' } }),
      ],
    },
    expected: [['one', 'two', 'upstream', []]],
  },
  {
    rule: 'a container on the default bridge and a user-defined network knows the names of the latter only',
    world: {
      containers: [
        www('box', { bridge: { ipv4: '172.17.0.2' }, mynet: { ipv4: '172.20.0.9' } }),
        www('plain', { bridge: { ipv4: '172.17.0.3' } }),
        web,
      ],
    },
    expected: [
      ['box', 'web', 'embedded-dns', ['172.20.0.2']],
      ['box', 'plain', 'upstream', []],
    ],
  },
  {
    rule: 'what was renamed while it ran on the default bridge answers there on 28, and may on 20.10',
    world: {
      containers: [
        www('box', { bridge: { ipv4: '172.17.0.2' }, mynet: { ipv4: '172.20.0.9' } }),
        www('leak', { bridge: { ipv4: '172.17.0.3', dnsNames: ['leak'] } }),
      ],
    },
    expected: [
      ['box', 'leak', 'embedded-dns', ['172.17.0.3']],
      ['box', 'leak.bridge', 'embedded-dns', ['172.17.0.3']],
    ],
  },
  {
    rule: 'what may have been renamed on the default bridge of 20.10 is unknown, unless Compose named it',
    world: {
      version: '20.10.24',
      containers: [
        www('box', { bridge: { ipv4: '172.17.0.2' }, mynet: { ipv4: '172.20.0.9' } }),
        www('leak', { bridge: { ipv4: '172.17.0.3' } }),
        {
          ...www('p_web_1', { bridge: { ipv4: '172.17.0.4' } }),
          labels: { 'com.docker.compose.project': 'p' },
        },
      ],
    },
    expected: [
      ['box', 'leak', 'unknown', []],
      ['box', 'p_web_1', 'upstream', []],
    ],
  },
  {
    rule: 'a name that 20.10 may have made up itself is unknown, unless Compose gave it',
    world: {
      version: '20.10.24',
      containers: [
        asker,
        www('happy_bell', { mynet: { ipv4: '172.20.0.2', aliases: ['al'] } }),
        {
          ...www('my_app', { mynet: { ipv4: '172.20.0.3' } }),
          labels: { 'com.docker.compose.project': 'p' },
        },
      ],
    },
    expected: [
      ['box', 'happy_bell', 'unknown', []],
      ['box', 'al', 'embedded-dns', ['172.20.0.2']],
      ['box', 'my_app', 'embedded-dns', ['172.20.0.3']],
    ],
  },
  {
    rule: 'on none, only the hosts file answers; on host, the name servers of the host',
    world: {
      containers: [
        www('lonely', { none: {} }),
        { name: 'hosty', networkMode: 'host', on: { host: {} } },
        web,
      ],
    },
    expected: [
      ['lonely', 'localhost', 'hosts', ['127.0.0.1']],
      ['lonely', 'web', 'none', []],
      ['hosty', 'web', 'upstream', []],
    ],
  },
  {
    rule: 'a container that shares a network sees what the other one sees, and has no name itself',
    world: { containers: [web, asker, { name: 'side', networkMode: 'container:box' }] },
    expected: [
      ['side', 'web', 'embedded-dns', ['172.20.0.2']],
      ['web', 'side', 'upstream', []],
    ],
  },
  {
    rule: 'a container whose shared network died gets no answers',
    world: {
      containers: [
        web,
        { ...asker, startedAt: '2026-01-01T00:05:00.000Z' },
        { name: 'side', networkMode: 'container:box', startedAt: '2026-01-01T00:01:00.000Z' },
      ],
    },
    expected: [['side', 'web', 'none', []]],
  },
  {
    rule: 'search domains are asked after a name, or before it where ndots says so',
    world: {
      networks: [{ name: 'a' }, { name: 'b' }],
      containers: [
        {
          ...www('box', { a: { ipv4: '10.0.0.9' }, b: { ipv4: '10.1.0.9' } }),
          resolv: 'search b\nnameserver 127.0.0.11\noptions ndots:1\n',
        },
        {
          ...www('plain', { a: { ipv4: '10.0.0.8' }, b: { ipv4: '10.1.0.8' } }),
          resolv: 'search b\nnameserver 127.0.0.11\noptions ndots:0\n',
        },
        www('db', { a: { ipv4: '10.0.0.2' }, b: { ipv4: '10.1.0.2' } }),
      ],
    },
    expected: [
      ['box', 'db', 'embedded-dns', ['10.1.0.2']],
      ['box', 'db.', 'embedded-dns', ['10.0.0.2']],
      ['plain', 'db', 'embedded-dns', ['10.0.0.2']],
    ],
  },
  {
    rule: 'with ndots set, a name without a dot is not forwarded',
    world: {
      containers: [{ ...asker, resolv: 'nameserver 127.0.0.11\noptions ndots:2\n' }],
    },
    expected: [
      ['box', 'nowhere', 'none', []],
      ['box', 'no.where', 'upstream', []],
    ],
  },
  {
    rule: 'a container that asks other name servers than Docker does not know its names',
    world: {
      containers: [
        web,
        { ...asker, resolv: 'nameserver 9.9.9.9\n' },
        { ...asker, name: 'mixed', resolv: 'nameserver 9.9.9.9\nnameserver 127.0.0.11\n' },
      ],
    },
    expected: [
      ['box', 'web', 'upstream', []],
      ['mixed', 'web', 'unknown', []],
    ],
  },
  {
    rule: 'what was not read or inspected is unknown',
    world: { containers: [asker, { ...web, unread: true }] },
    expected: [
      ['box', 'web', 'unknown', []],
      ['web', 'box', 'unknown', []],
    ],
  },
  {
    rule: 'names that the DNS cannot carry mean nothing, those that programs refuse are unknown, an address is itself',
    world: { containers: [asker] },
    expected: [
      ['box', 'x'.repeat(64), 'none', []],
      ['box', 'has space', 'unknown', []],
      ['box', '172.20.0.77', 'none', ['172.20.0.77']],
    ],
  },
  {
    rule: 'a name on a swarm network may be a service',
    world: {
      networks: [{ name: 'ov', driver: 'overlay', scope: 'swarm' }],
      containers: [www('box', { ov: { ipv4: '10.0.0.9' } })],
    },
    expected: [
      ['box', 'box', 'embedded-dns', ['10.0.0.9']],
      ['box', 'websvc', 'unknown', []],
    ],
  },
  {
    rule: "an engine that is not Docker's is not predicted",
    world: { version: '4.3.1', containers: pair },
    expected: [['box', 'web', 'unknown', []]],
  },
];

describe('what a name means beside the embedded DNS', () => {
  testNames(cases);

  it('says why in a sentence that names what decided', () => {
    const world = aWorld({
      networks: [{ name: 'my_net1' }, { name: 'my_net2' }],
      containers: [
        www('bbox6', { my_net1: { ipv4: '10.0.0.6' } }),
        www('bbox7', { my_net2: { ipv4: '10.1.0.7', aliases: ['seven'] } }),
        www('both', { my_net1: { ipv4: '10.0.0.8' }, my_net2: { ipv4: '10.1.0.8' } }),
        www('off', { none: {} }),
      ],
    });
    assert.equal(
      why(world, 'bbox6', 'bbox7'),
      'bbox7 is only on my_net2, which bbox6 is not on; Docker forwards the question to the name servers beyond.',
    );
    assert.equal(why(world, 'both', 'seven'), 'seven is another name of bbox7 on my_net2.');
    assert.equal(
      why(world, 'both', 'both'),
      'both is a container on my_net1; my_net2 has that name too, but my_net1 is searched first.',
    );
    assert.equal(
      why(world, 'off', 'bbox7'),
      'bbox7 is not in the hosts file, and off is on no network to ask anyone.',
    );
  });

  it('says what an address is called', () => {
    const world = aWorld({ containers: pair });
    assert.equal(
      why(world, 'box', '172.20.0.2'),
      '172.20.0.2 is an address already, and is called web.mynet here.',
    );
    assert.equal(why(world, 'box', '172.20.0.1'), '172.20.0.1 is an address already.');
  });

  it('answers any text with a prediction', () => {
    const world = aWorld({ containers: pair });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        assert.ok(predictName(world, anId('box'), name).why.length > 0);
      }),
    );
  });
});

function why(world: NameWorld, from: string, name: string): string {
  return predictName(world, anId(from), name).why;
}
