import { anId } from '../../builders/model.ts';
import { asker, dual, type NameCase, pair, testNames, web, www } from './nameCases.ts';

const cases: NameCase[] = [
  {
    rule: 'a container answers to its name, its aliases, its short id and its host name',
    world: { containers: pair },
    expected: [
      ['box', 'web', 'embedded-dns', ['172.20.0.2']],
      ['box', 'www', 'embedded-dns', ['172.20.0.2']],
      ['box', anId('web').slice(0, 12), 'embedded-dns', ['172.20.0.2']],
      ['box', 'wh', 'embedded-dns', ['172.20.0.2']],
      ['box', anId('web'), 'none', []],
      ['box', 'other', 'upstream', []],
    ],
  },
  {
    rule: 'the same holds on 20.10, which tells no names',
    world: { version: '20.10.24', containers: pair },
    expected: [
      ['box', 'web', 'embedded-dns', ['172.20.0.2']],
      ['box', 'www', 'embedded-dns', ['172.20.0.2']],
      ['box', 'wh', 'embedded-dns', ['172.20.0.2']],
      ['box', 'other', 'upstream', []],
    ],
  },
  {
    rule: 'upper and lower case are alike in names, not in the name of the network',
    world: { containers: pair },
    expected: [
      ['box', 'WEB', 'embedded-dns', ['172.20.0.2']],
      ['box', 'shop', 'embedded-dns', ['172.20.0.2']],
      ['box', 'Web.mynet', 'embedded-dns', ['172.20.0.2']],
      ['box', 'web.MYNET', 'upstream', []],
      ['box', 'web.', 'embedded-dns', ['172.20.0.2']],
    ],
  },
  {
    rule: 'a dot splits into name and network from the right, and a whole name on any network comes first',
    world: {
      networks: [{ name: 'a.b' }, { name: 'b' }],
      containers: [
        www('box', { 'a.b': { ipv4: '10.0.0.9' }, b: { ipv4: '10.1.0.9' } }),
        www('web', { 'a.b': { ipv4: '10.0.0.2' } }),
        www('web.a', { b: { ipv4: '10.1.0.3' } }),
      ],
    },
    expected: [
      ['box', 'web.a.b', 'embedded-dns', ['10.1.0.3']],
      ['box', 'web', 'embedded-dns', ['10.0.0.2']],
      ['box', 'box.a.b', 'embedded-dns', ['10.0.0.9']],
    ],
  },
  {
    rule: 'several containers under one alias all answer',
    world: {
      containers: [
        asker,
        www('db1', { mynet: { ipv4: '172.20.0.12', aliases: ['db'] } }),
        www('db2', { mynet: { ipv4: '172.20.0.4', aliases: ['db'] } }),
      ],
    },
    expected: [['box', 'db', 'embedded-dns', ['172.20.0.4', '172.20.0.12']]],
  },
  {
    rule: 'of several networks the first by name answers, internal ones last, and answers are not merged',
    world: {
      networks: [{ name: 'alpha', internal: true }, { name: 'beta' }, { name: 'gamma' }],
      containers: [
        www('box', { gamma: { ipv4: '10.2.0.9' }, beta: { ipv4: '10.1.0.9' }, alpha: { ipv4: '10.0.0.9' } }),
        www('db-a', { alpha: { ipv4: '10.0.0.2', aliases: ['db'] } }),
        www('db-b', { beta: { ipv4: '10.1.0.2', aliases: ['db'] } }),
        www('db-c', { gamma: { ipv4: '10.2.0.2', aliases: ['db'] } }),
      ],
    },
    expected: [
      ['box', 'db', 'embedded-dns', ['10.1.0.2']],
      ['box', 'db.alpha', 'embedded-dns', ['10.0.0.2']],
    ],
  },
  {
    rule: 'a higher gateway priority puts a network first on 28',
    world: {
      networks: [{ name: 'alpha' }, { name: 'beta' }],
      containers: [
        www('box', { alpha: { ipv4: '10.0.0.9' }, beta: { ipv4: '10.1.0.9', gatewayPriority: 5 } }),
        www('db', { alpha: { ipv4: '10.0.0.2' }, beta: { ipv4: '10.1.0.2' } }),
      ],
    },
    expected: [['box', 'db', 'embedded-dns', ['10.1.0.2']]],
  },
  {
    rule: 'on 28 the first network that knows a name answers for both families',
    world: {
      networks: [{ name: 'alpha' }, { name: 'beta', ipv6: true }],
      containers: [
        www('box', { alpha: { ipv4: '10.0.0.9' }, beta: { ipv4: '10.1.0.9', ipv6: 'fd00::9' } }),
        www('db', { alpha: { ipv4: '10.0.0.2' }, beta: { ipv4: '10.1.0.2', ipv6: 'fd00::2' } }),
      ],
    },
    expected: [['box', 'db', 'embedded-dns', ['10.0.0.2']]],
  },
  {
    rule: 'on 20.10 the IPv6 address may come from a later network',
    world: {
      version: '20.10.24',
      networks: [{ name: 'alpha' }, { name: 'beta', ipv6: true }],
      containers: [
        www('box', { alpha: { ipv4: '10.0.0.9' }, beta: { ipv4: '10.1.0.9', ipv6: 'fd00::9' } }),
        www('db', { alpha: { ipv4: '10.0.0.2' }, beta: { ipv4: '10.1.0.2', ipv6: 'fd00::2' } }),
      ],
    },
    expected: [['box', 'db', 'embedded-dns', ['10.0.0.2', 'fd00::2']]],
  },
  {
    rule: 'on a network with both families both addresses are given, IPv4 first',
    world: {
      networks: [dual],
      containers: [
        www('box', { dual: { ipv4: '10.0.0.9', ipv6: 'fd00::9' } }),
        www('db', { dual: { ipv4: '10.0.0.2', ipv6: 'fd00::2' } }),
      ],
    },
    expected: [['box', 'db', 'embedded-dns', ['10.0.0.2', 'fd00::2']]],
  },
  {
    rule: 'a link on a user-defined network is private, exact in case, and hides the real name even when it leads nowhere',
    world: {
      containers: [
        web,
        www('db', { mynet: { ipv4: '172.20.0.3' } }),
        www('box', {
          mynet: {
            ipv4: '172.20.0.9',
            links: [
              { container: 'web', alias: 'w' },
              { container: 'gone', alias: 'db' },
            ],
          },
        }),
        www('other', { mynet: { ipv4: '172.20.0.10' } }),
      ],
    },
    expected: [
      ['box', 'w', 'embedded-dns', ['172.20.0.2']],
      ['box', 'W', 'upstream', []],
      ['box', 'db', 'upstream', []],
      ['other', 'w', 'upstream', []],
      ['other', 'db', 'embedded-dns', ['172.20.0.3']],
    ],
  },
  {
    rule: 'paused containers answer, stopped ones do not, and nothing resolves in a stopped one',
    world: {
      containers: [
        asker,
        { ...web, state: 'paused' },
        { name: 'old', state: 'exited', on: { mynet: {} } },
        { name: 'again', state: 'restarting', on: { mynet: { ipv4: '172.20.0.7' } } },
      ],
    },
    expected: [
      ['box', 'web', 'embedded-dns', ['172.20.0.2']],
      ['box', 'old', 'upstream', []],
      ['box', 'again', 'upstream', []],
      ['old', 'box', 'none', []],
    ],
  },
  {
    rule: 'a name on a network that the asker is not on is not known, not even with the network behind it',
    world: {
      networks: [{ name: 'one' }, { name: 'two' }],
      containers: [www('box', { one: { ipv4: '10.0.0.9' } }), www('web', { two: { ipv4: '10.1.0.2' } })],
    },
    expected: [
      ['box', 'web', 'upstream', []],
      ['box', 'web.two', 'upstream', []],
    ],
  },
  {
    rule: 'a container that is only on internal networks gets nothing from beyond on 28',
    world: {
      networks: [{ name: 'vault', internal: true }],
      containers: [www('box', { vault: { ipv4: '10.0.0.9' } }), www('db', { vault: { ipv4: '10.0.0.2' } })],
    },
    expected: [
      ['box', 'db', 'embedded-dns', ['10.0.0.2']],
      ['box', 'example.com', 'none', []],
    ],
  },
  {
    rule: 'on 20.10 Docker forwards from internal networks too',
    world: {
      version: '20.10.24',
      networks: [{ name: 'vault', internal: true }],
      containers: [www('box', { vault: { ipv4: '10.0.0.9' } })],
    },
    expected: [['box', 'example.com', 'upstream', []]],
  },
];

describe('what a name means on user-defined networks', () => testNames(cases));
