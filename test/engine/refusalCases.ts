import type { ConnectSpec, NetworkSpec, RunSpec } from '../../src/core/specs.ts';

export const bridge = 'com.docker.network.bridge';

/** Which engines refuse it; the other takes it, and it would break later. */
export type Who = 'both' | '20.10' | '28.5' | 'none';

const subnet = (text: string, more: object = {}): NetworkSpec => ({
  name: 'ref-new',
  subnets: [{ subnet: text, ...more }],
});
export const option = (key: string, value: string): NetworkSpec => ({
  name: 'ref-new',
  options: { [key]: value },
});

export const created: [what: string, spec: NetworkSpec, refuses: Who, says: RegExp][] = [
  ['no name', { name: '' }, 'both', /needs a name/],
  ['the name bridge', { name: 'bridge' }, 'both', /bridge/],
  ['the name default', { name: 'default' }, 'both', /default/],
  ['a taken name', { name: 'ref-net' }, 'both', /ref-net exists already/],
  ['no subnet', subnet('abc'), 'both', /abc is no subnet/],
  ['a length of 33', subnet('10.71.0.0/33'), 'both', /10\.71\.0\.0\/33/],
  ['host bits', subnet('10.71.2.3/16'), '28.5', /10\.71\.2\.3\/16 has host bits.*10\.71\.0\.0\/16/],
  ['a gateway alone', subnet('', { gateway: '10.71.0.1' }), 'both', /10\.71\.0\.1 needs a subnet/],
  [
    'a gateway outside',
    subnet('10.71.0.0/24', { gateway: '10.72.0.1' }),
    'both',
    /10\.72\.0\.1 is not in 10\.71\.0\.0\/24/,
  ],
  ['a gateway that is none', subnet('10.71.0.0/24', { gateway: 'zz' }), 'both', /zz is no IP/],
  [
    'the network address as gateway',
    subnet('10.71.0.0/24', { gateway: '10.71.0.0' }),
    'both',
    /10\.71\.0\.0/,
  ],
  [
    'the broadcast address as gateway',
    subnet('10.71.0.0/24', { gateway: '10.71.0.255' }),
    'both',
    /10\.71\.0\.255/,
  ],
  [
    'a range outside',
    subnet('10.71.0.0/24', { ipRange: '10.72.0.0/28' }),
    '28.5',
    /10\.72\.0\.0\/28 is not in/,
  ],
  [
    'a larger range',
    subnet('10.71.0.0/24', { ipRange: '10.71.0.0/16' }),
    '28.5',
    /10\.71\.0\.0\/16 is larger/,
  ],
  [
    'a range with host bits',
    subnet('10.71.0.0/24', { ipRange: '10.71.0.3/28' }),
    '28.5',
    /mean 10\.71\.0\.0\/28/,
  ],
  ['a range that is none', subnet('10.71.0.0/24', { ipRange: 'x' }), 'both', /x is no range/],
  [
    'a reserved address outside',
    subnet('10.239.0.0/24', { reserved: { a: '10.72.0.1' } }),
    'both',
    /10\.72\.0\.1 \(a\) is not in/,
  ],
  [
    'a reserved gateway',
    subnet('10.71.0.0/24', { gateway: '10.71.0.9', reserved: { a: '10.71.0.9' } }),
    'both',
    /10\.71\.0\.9 .* gateway/,
  ],
  [
    'a reserved default gateway',
    subnet('10.71.0.0/24', { reserved: { a: '10.71.0.1' } }),
    'both',
    /10\.71\.0\.1 .* gateway/,
  ],
  ['a subnet inside another', subnet('10.70.0.0/28'), 'both', /overlaps ref-net \(10\.70\.0\.0\/24\)/],
  ['a subnet around another', subnet('10.70.0.0/16'), 'both', /overlaps ref-net/],
  ["the default bridge's subnet", subnet('172.17.0.0/16'), 'both', /overlaps bridge/],
  ['a /31', subnet('10.71.0.0/31'), '20.10', /10\.71\.0\.0\/31 is too small/],
  ['a /32', subnet('10.71.0.0/32'), '20.10', /10\.71\.0\.0\/32 is too small/],
  [
    'two subnets',
    { name: 'ref-new', subnets: [{ subnet: '10.71.0.0/24' }, { subnet: '10.72.0.0/24' }] },
    'both',
    /10\.72\.0\.0\/24/,
  ],
  ['the driver host', { name: 'ref-new', driver: 'host' }, 'both', /host/],
  ['the driver null', { name: 'ref-new', driver: 'null' }, 'both', /null/],
  ['overlay without Swarm', { name: 'ref-new', driver: 'overlay' }, 'both', /docker swarm init/],
  ['an MTU of letters', option('com.docker.network.driver.mtu', 'abc'), 'both', /MTU .*abc/],
  ['a switch that is neither', option(`${bridge}.enable_icc`, 'maybe'), 'both', /maybe/],
  ['a long bridge name', option(`${bridge}.name`, 'a-bridge-with-a-name'), 'both', /a-bridge-with-a-name/],
  ['an interface as bridge', option(`${bridge}.name`, 'lo'), 'both', /lo is an interface/],
  ['an unknown gateway mode', option(`${bridge}.gateway_mode_ipv4`, 'zzz'), '28.5', /zzz|does not know/],
  [
    'isolated without internal',
    option(`${bridge}.gateway_mode_ipv4`, 'isolated'),
    '28.5',
    /internal|does not know/,
  ],
];

/** What only the engine can know. */
export const unforeseen: [what: string, spec: NetworkSpec, refuses: Who, says: RegExp][] = [
  [
    'a parent that is not there',
    { name: 'ref-new', driver: 'macvlan', options: { parent: 'nope0' } },
    'both',
    /no interface nope0/,
  ],
  [
    'a range that a refused one has left behind',
    subnet('10.239.0.0/24'),
    '20.10',
    /10\.239\.0\.0\/24.*restarting the engine frees it/,
  ],
  [
    "an interface's name as bridge that routes do not tell",
    option(`${bridge}.name`, 'ref-wire'),
    'both',
    /ref-wire is an interface/,
  ],
];

export const connected: [what: string, spec: ConnectSpec, refuses: Who, says: RegExp][] = [
  ['who is on it', { network: 'ref-net', container: 'ref-web' }, 'both', /ref-web is on ref-net already/],
  [
    'with an address on the default bridge',
    { network: 'bridge', container: 'ref-web', ipv4: '172.17.0.99' },
    'both',
    /default bridge/,
  ],
  [
    'with an alias on the default bridge',
    { network: 'bridge', container: 'ref-web', aliases: ['db'] },
    'both',
    /alias db/,
  ],
  [
    'with an address where Docker chose',
    { network: 'ref-auto', container: 'ref-web', ipv4: '172.31.0.99' },
    'both',
    /ref-auto/,
  ],
  [
    'with an address outside',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.99.0.5' },
    'both',
    /10\.99\.0\.5 is not in ref-two \(10\.73\.0\.0\/24\)/,
  ],
  [
    'with an address that is held',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.73.0.7' },
    'both',
    /10\.73\.0\.7 is held by ref-seven\. Free next to it: 10\.73\.0\.9/,
  ],
  [
    'with the address of one that is stopped',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.73.0.8' },
    'none',
    /10\.73\.0\.8 is held by ref-old, which is stopped/,
  ],
  [
    'with the gateway',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.73.0.1' },
    'both',
    /10\.73\.0\.1 is the gateway of ref-two/,
  ],
  [
    'with the network address',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.73.0.0' },
    'both',
    /10\.73\.0\.0 is the address of the network/,
  ],
  [
    'with the broadcast address',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.73.0.255' },
    'both',
    /10\.73\.0\.255 is the broadcast/,
  ],
  [
    'with a reserved address',
    { network: 'ref-two', container: 'ref-web', ipv4: '10.73.0.50' },
    'both',
    /10\.73\.0\.50 is reserved on ref-two, as printer/,
  ],
  ['with no address', { network: 'ref-two', container: 'ref-web', ipv4: 'zz' }, 'both', /zz is no IP/],
  [
    'with IPv6 where there is none',
    { network: 'ref-two', container: 'ref-web', ipv6: 'fd00::5' },
    'both',
    /ref-two .*fd00::5|fd00::5 .*ref-two/,
  ],
  ['to host', { network: 'host', container: 'ref-web' }, 'both', /host's network/],
  ['to none', { network: 'none', container: 'ref-web' }, 'both', /none/],
  ['who is on none', { network: 'ref-two', container: 'ref-none' }, 'both', /ref-none is on none/],
  [
    'who is on host',
    { network: 'ref-two', container: 'ref-host' },
    'both',
    /ref-host uses the host's network/,
  ],
  [
    'who shares',
    { network: 'ref-two', container: 'ref-side' },
    'both',
    /ref-side has no network of its own: it shares ref-web's\. Connect ref-web instead/,
  ],
  [
    'where no address is left',
    { network: 'ref-tiny', container: 'ref-web' },
    'both',
    /ref-tiny has no .*address left/,
  ],
];

export const ran: [what: string, spec: Partial<RunSpec>, refuses: Who, says: RegExp][] = [
  ['a name of one character', { name: 'a' }, 'both', /called a:/],
  ['a taken name', { name: 'ref-web' }, 'both', /ref-web exists already/],
  ['a port on host', { network: { mode: 'host' }, publish: [{ port: 80 }] }, 'none', /published on host/],
  ['a port on none', { network: { mode: 'none' }, publish: [{ port: 80 }] }, 'none', /published on none/],
  [
    'a port while sharing',
    { network: { shareWith: 'ref-web' }, publish: [{ port: 80 }] },
    'both',
    /publish it on ref-web/,
  ],
  ['sharing with one that is stopped', { network: { shareWith: 'ref-old' } }, 'both', /ref-old/],
  ['an address on the default bridge', { ipv4: '172.17.0.99' }, 'both', /default bridge/],
  ['an alias on the default bridge', { aliases: ['db'] }, 'both', /alias db/],
  ['an address on host', { network: { mode: 'host' }, ipv4: '10.73.0.9' }, 'both', /10\.73\.0\.9/],
  ['an address on none', { network: { mode: 'none' }, ipv4: '10.73.0.9' }, 'both', /10\.73\.0\.9/],
  ['an address where Docker chose', { network: 'ref-auto', ipv4: '172.31.0.99' }, 'both', /ref-auto/],
  ['an address outside', { network: 'ref-two', ipv4: '10.99.0.5' }, 'both', /10\.99\.0\.5 is not in ref-two/],
  [
    'an address that is held',
    { network: 'ref-two', ipv4: '10.73.0.7' },
    'both',
    /10\.73\.0\.7 is held by ref-seven/,
  ],
  ['a full network', { network: 'ref-tiny' }, 'both', /ref-tiny has no .*address left/],
  [
    'a link to one that is stopped',
    { links: [{ container: 'ref-halted' }] },
    'both',
    /ref-halted is not running/,
  ],
  ['a link to one elsewhere', { links: [{ container: 'ref-web' }] }, 'both', /ref-web is not on it/],
  [
    'a port that is taken',
    { network: 'ref-net', publish: [{ port: 80, hostPort: 18080 }] },
    'both',
    /18080 .* ref-port/,
  ],
];
