import assert from 'node:assert/strict';
import { checkNetwork } from '../../../../src/core/checks/checkNetwork.ts';
import type { ErrorCode } from '../../../../src/core/errors.ts';
import type { NetworkSpec } from '../../../../src/core/specs.ts';
import { anId } from '../../builders/model.ts';
import { bridge, withOption, withSubnet, world } from './networkWorld.ts';

const refused: [what: string, spec: unknown, code: ErrorCode, says: RegExp][] = [
  ['no name', { name: '' }, 'invalid', /needs a name/],
  ['a name of spaces', { name: '  ' }, 'invalid', /needs a name/],
  ['a reserved name', { name: 'host' }, 'invalid', /The name host is kept/],
  ['the name default', { name: 'default' }, 'invalid', /default/],
  ['a taken name', { name: 'mynet' }, 'conflict', /mynet exists already/],
  ["another network's id", { name: anId('mynet') }, 'conflict', /id of the network mynet/],
  ['no CIDR', withSubnet('abc'), 'invalid', /abc is no subnet/],
  ['an address without a length', withSubnet('10.9.0.0'), 'invalid', /10\.9\.0\.0 .*mean 10\.9\.0\.0\/24/],
  ['a length beyond 32', withSubnet('10.9.0.0/33'), 'invalid', /10\.9\.0\.0\/33/],
  ['a leading zero', withSubnet('010.9.0.0/24'), 'invalid', /010\.9\.0\.0\/24/],
  ['host bits', withSubnet('10.9.0.5/24'), 'invalid', /10\.9\.0\.5\/24 has host bits set.*10\.9\.0\.0\/24/],
  ['a /31', withSubnet('10.9.0.0/31'), 'invalid', /too small/],
  ['a /32', withSubnet('10.9.0.0/32'), 'invalid', /too small/],
  [
    'overlap inside',
    withSubnet('192.168.5.0/24'),
    'conflict',
    /overlaps mynet \(192\.168\.0\.0\/16\)\. 10\.201\.0\.0\/24 is free/,
  ],
  ['overlap around', withSubnet('192.0.0.0/8'), 'conflict', /overlaps mynet/],
  [
    'overlap with the default bridge',
    withSubnet('172.17.0.0/16'),
    'conflict',
    /overlaps bridge \(172\.17\.0\.0\/16\)/,
  ],
  ['overlap across local drivers', withSubnet('10.50.0.0/16'), 'conflict', /overlaps wire/],
  [
    'a gateway outside',
    withSubnet('10.9.0.0/24', { gateway: '10.8.0.1' }),
    'invalid',
    /The gateway 10\.8\.0\.1 is not in 10\.9\.0\.0\/24/,
  ],
  [
    'a gateway that is no address',
    withSubnet('10.9.0.0/24', { gateway: 'zz' }),
    'invalid',
    /The gateway zz is no IP/,
  ],
  [
    'a gateway with a length',
    withSubnet('10.9.0.0/24', { gateway: '10.9.0.1/24' }),
    'invalid',
    /10\.9\.0\.1\/24/,
  ],
  [
    'the network address as gateway',
    withSubnet('10.9.0.0/24', { gateway: '10.9.0.0' }),
    'invalid',
    /10\.9\.0\.0/,
  ],
  [
    'the broadcast address as gateway',
    withSubnet('10.9.0.0/24', { gateway: '10.9.0.255' }),
    'invalid',
    /broadcast/,
  ],
  [
    'a gateway without subnet',
    { name: 'new', subnets: [{ subnet: '', gateway: '10.9.0.1' }] },
    'invalid',
    /10\.9\.0\.1 needs a subnet/,
  ],
  [
    'a range without subnet',
    { name: 'new', subnets: [{ ipRange: '10.9.0.0/25' }] },
    'invalid',
    /needs a subnet/,
  ],
  [
    'a range outside',
    withSubnet('10.9.0.0/24', { ipRange: '10.8.0.0/28' }),
    'invalid',
    /10\.8\.0\.0\/28 is not in/,
  ],
  ['a larger range', withSubnet('10.9.0.0/24', { ipRange: '10.9.0.0/16' }), 'invalid', /larger/],
  [
    'a range with host bits',
    withSubnet('10.9.0.0/24', { ipRange: '10.9.0.3/28' }),
    'invalid',
    /mean 10\.9\.0\.0\/28/,
  ],
  ['a range that is none', withSubnet('10.9.0.0/24', { ipRange: 'x' }), 'invalid', /x is no range/],
  [
    'a reserved address outside',
    withSubnet('10.9.0.0/24', { reserved: { a: '10.2.0.1' } }),
    'invalid',
    /10\.2\.0\.1 \(a\) is not in/,
  ],
  [
    'a reserved gateway',
    withSubnet('10.9.0.0/24', { gateway: '10.9.0.9', reserved: { a: '10.9.0.9' } }),
    'invalid',
    /it is the gateway/,
  ],
  [
    'a reserved default gateway',
    withSubnet('10.9.0.0/24', { reserved: { a: '10.9.0.1' } }),
    'invalid',
    /it is the gateway/,
  ],
  ['a reserved text', withSubnet('10.9.0.0/24', { reserved: { a: 'zz' } }), 'invalid', /zz/],
  [
    'an address reserved twice',
    withSubnet('10.9.0.0/24', { reserved: { a: '10.9.0.7', b: '10.9.0.7' } }),
    'invalid',
    /twice/,
  ],
  [
    'two IPv4 subnets',
    { name: 'new', subnets: [{ subnet: '10.9.0.0/24' }, { subnet: '10.10.0.0/24' }] },
    'invalid',
    /one IPv4 subnet.*10\.10\.0\.0\/24/,
  ],
  [
    'two overlapping subnets',
    {
      name: 'new',
      driver: 'macvlan',
      options: { parent: 'eth0' },
      subnets: [{ subnet: '10.9.0.0/24' }, { subnet: '10.9.0.0/25' }],
    },
    'conflict',
    /10\.9\.0\.0\/25 overlaps 10\.9\.0\.0\/24/,
  ],
  [
    'IPv6 turned off with an IPv6 subnet',
    { name: 'new', ipv6: false, subnets: [{ subnet: 'fd00:9::/64' }] },
    'invalid',
    /fd00:9::\/64/,
  ],
  ['an unknown driver', { name: 'new', driver: 'nosuch' }, 'invalid', /no network driver nosuch/],
  ['the driver host', { name: 'new', driver: 'host' }, 'invalid', /host/],
  ['the driver null', { name: 'new', driver: 'null' }, 'invalid', /null/],
  ['overlay without Swarm', { name: 'new', driver: 'overlay' }, 'invalid', /docker swarm init/],
  ['macvlan without parent', { name: 'new', driver: 'macvlan' }, 'invalid', /parent/],
  ['ipvlan without parent', { name: 'new', driver: 'ipvlan' }, 'invalid', /parent/],
  [
    'a parent of two drivers',
    { name: 'new', driver: 'ipvlan', options: { parent: 'eth1' } },
    'conflict',
    /eth1 is used by wire/,
  ],
  [
    'a parent that is no interface',
    { name: 'new', driver: 'macvlan', options: { parent: 'a b' } },
    'invalid',
    /a b/,
  ],
  [
    'an unknown macvlan mode',
    { name: 'new', driver: 'macvlan', options: { parent: 'eth0', macvlan_mode: 'x' } },
    'invalid',
    /bridge, vepa, private, passthru, not x/,
  ],
  [
    'an unknown ipvlan mode',
    { name: 'new', driver: 'ipvlan', options: { parent: 'eth0', ipvlan_mode: 'l4' } },
    'invalid',
    /l2, l3, l3s, not l4/,
  ],
  ['an MTU of letters', withOption('com.docker.network.driver.mtu', 'abc'), 'invalid', /abc/],
  ['a tiny MTU', withOption('com.docker.network.driver.mtu', '20'), 'invalid', /20/],
  ['a long bridge name', withOption(`${bridge}.name`, 'a-bridge-with-a-name'), 'invalid', /at most 15/],
  [
    "Docker's bridge",
    withOption(`${bridge}.name`, 'docker0'),
    'conflict',
    /docker0 belongs to the network bridge/,
  ],
  [
    "another network's bridge",
    withOption(`${bridge}.name`, `br-${anId('mynet').slice(0, 12)}`),
    'conflict',
    /network mynet/,
  ],
  ['a switch that is neither', withOption(`${bridge}.enable_icc`, 'maybe'), 'invalid', /maybe/],
  ['a binding that is no address', withOption(`${bridge}.host_binding_ipv4`, 'zz'), 'invalid', /zz/],
  ['an unknown gateway mode', withOption(`${bridge}.gateway_mode_ipv4`, 'zzz'), 'invalid', /zzz/],
  ['isolated without internal', withOption(`${bridge}.gateway_mode_ipv4`, 'isolated'), 'invalid', /internal/],
  ['options that are no object', { name: 'new', options: 'x' }, 'invalid', /options/],
  ['subnets that are no list', { name: 'new', subnets: 'x' }, 'invalid', /subnets/],
];

describe('a network that cannot be made', () => {
  for (const [what, spec, code, says] of refused) {
    it(`is refused with ${what}`, () => {
      const { refusal } = checkNetwork(spec as NetworkSpec, world());
      assert.ok(refusal, 'it was taken');
      assert.match(refusal.message, says);
      assert.equal(refusal.code, code);
    });
  }
});
