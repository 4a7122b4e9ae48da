import assert from 'node:assert/strict';
import { checkNetwork } from '../../../../src/core/checks/checkNetwork.ts';
import type { NetworkSpec } from '../../../../src/core/specs.ts';
import { aNetwork, anEngine, aSnapshot } from '../../builders/model.ts';
import { bridge, withOption, withSubnet, world } from './networkWorld.ts';

const taken: [what: string, spec: NetworkSpec][] = [
  ["the tutorial's values elsewhere", withSubnet('10.9.0.0/16', { gateway: '10.9.0.1' })],
  ['nothing but a name', { name: 'my_net1' }],
  [
    'a range and a reserved address',
    withSubnet('10.9.0.0/24', { ipRange: '10.9.0.128/25', reserved: { a: '10.9.0.9' } }),
  ],
  [
    'both families',
    {
      name: 'new',
      ipv6: true,
      subnets: [{ subnet: '10.9.0.0/24' }, { subnet: 'fd00:9::/64', gateway: 'fd00:9::1' }],
    },
  ],
  ['IPv6 without saying so', withSubnet('fd00:9::/64')],
  ['a /30', withSubnet('10.9.0.0/30')],
  ['an isolated internal network', withOption(`${bridge}.gateway_mode_ipv4`, 'isolated', { internal: true })],
  [
    'macvlan on a parent',
    {
      name: 'new',
      driver: 'macvlan',
      options: { parent: 'eth0.10', macvlan_mode: 'bridge' },
      subnets: [{ subnet: '10.9.0.0/24' }, { subnet: '10.10.0.0/24' }],
    },
  ],
  [
    'every bridge option',
    {
      name: 'new',
      options: {
        [`${bridge}.name`]: 'br-new',
        [`${bridge}.enable_icc`]: 'false',
        [`${bridge}.enable_ip_masquerade`]: 'TRUE',
        [`${bridge}.host_binding_ipv4`]: '127.0.0.1',
        [`${bridge}.inhibit_ipv4`]: '1',
        'com.docker.network.driver.mtu': '1400',
        [`${bridge}.trusted_host_interfaces`]: 'eth0:eth1',
      },
    },
  ],
];

describe('a network to be made', () => {
  for (const [what, spec] of taken) {
    it(`is taken with ${what}`, () => {
      assert.deepEqual(checkNetwork(spec, world()), { warnings: [] });
    });
  }

  it('that overlaps offers one that does not', () => {
    const { refusal, suggestion } = checkNetwork(withSubnet('192.168.5.0/24'), world());
    assert.equal(suggestion, '10.201.0.0/24');
    assert.deepEqual(refusal?.remedies, [
      {
        title: 'Create With 10.201.0.0/24',
        command: 'dockerNetworks.createNetwork',
        argument: { name: 'new', subnets: [{ subnet: '10.201.0.0/24' }] },
      },
    ]);
  });

  it('that overlaps several names them all', () => {
    const { refusal } = checkNetwork(withSubnet('0.0.0.0/0'), world());
    assert.match(refusal!.message, /mynet \(.*wire \(.* and bridge \(/);
  });

  it('may overlap swarm networks when it is local', () => {
    const overlay = aNetwork({
      name: 'ov',
      scope: 'swarm',
      driver: 'overlay',
      subnets: [{ subnet: '10.0.1.0/24', reserved: {} }],
    });
    const check = checkNetwork(
      withSubnet('10.0.1.0/24'),
      world({ snapshot: aSnapshot({ networks: [overlay] }) }),
    );
    assert.equal(check.refusal, undefined);
  });

  it('is warned of where its name serves badly, and not refused', () => {
    for (const name of [
      'my net',
      'a/b',
      'tab\there',
      '-x',
      'x'.repeat(64),
      'container:x',
      'MyNet',
      'Mynet',
      'ünï',
    ]) {
      const check = checkNetwork({ name }, world());
      assert.equal(check.refusal, undefined, name);
      assert.notEqual(check.warnings.length, 0, name);
    }
  });

  it('of the driver overlay has a DNS name', () => {
    const swarm = { active: true, manager: true };
    for (const name of ['my net', 'a.b', 'x'.repeat(64), '-x']) {
      assert.equal(
        checkNetwork({ name, driver: 'overlay' }, world({ swarm })).refusal?.code,
        'invalid',
        name,
      );
    }
    assert.equal(
      checkNetwork({ name: 'ov', driver: 'overlay', attachable: true }, world({ swarm })).refusal,
      undefined,
    );
  });

  it('needs an IPv6 subnet only on engines that have none to deal', () => {
    const on = (apiVersion: string) =>
      checkNetwork(
        { name: 'new', ipv6: true },
        world({ snapshot: aSnapshot({ engine: anEngine({ apiVersion }) }) }),
      );
    assert.match(on('1.41').refusal!.message, /fd00:201::\/64 is free/);
    assert.equal(on('1.51').refusal, undefined);
  });

  it('shares a parent on newer engines only', () => {
    const spec = { name: 'new', driver: 'macvlan', options: { parent: 'eth1' } };
    assert.equal(checkNetwork(spec, world({ apiVersion: '1.41' })).refusal?.code, 'conflict');
    assert.equal(checkNetwork(spec, world({ apiVersion: '1.51' })).refusal, undefined);
  });

  it('has no options that the engine does not know', () => {
    const spec = withOption(`${bridge}.gateway_mode_ipv4`, 'routed');
    assert.equal(checkNetwork(spec, world({ apiVersion: '1.41' })).refusal?.code, 'unsupported');
    assert.equal(checkNetwork(spec, world({ apiVersion: '1.51' })).refusal, undefined);
  });
});

describe("the host's own routes", () => {
  const docker0 = { subnet: '172.17.0.0/16', interface: 'docker0' };
  const lan = { subnet: '10.9.0.0/24', interface: 'eth0' };

  it('refuse the subnet of an interface, naming it', () => {
    const check = checkNetwork(withSubnet('10.9.0.0/24'), world({ hostRoutes: [docker0, lan] }));
    assert.equal(check.refusal?.code, 'conflict');
    assert.match(check.refusal.message, /eth0/);
  });

  it('warn of a subnet that only overlaps', () => {
    for (const subnet of ['10.9.0.0/16', '10.9.0.128/25']) {
      const check = checkNetwork(withSubnet(subnet), world({ hostRoutes: [docker0, lan] }));
      assert.equal(check.refusal, undefined);
      assert.match(check.warnings.join(), /10\.9\.0\.0\/24.*eth0/);
    }
  });

  it("say nothing where the engine's bridge is not among them: it sits elsewhere", () => {
    assert.deepEqual(checkNetwork(withSubnet('10.9.0.0/24'), world({ hostRoutes: [lan] })), { warnings: [] });
  });

  it('are shared on purpose by networks that hang on an interface', () => {
    const spec = { ...withSubnet('10.9.0.0/24'), driver: 'macvlan', options: { parent: 'eth0' } };
    assert.deepEqual(checkNetwork(spec, world({ hostRoutes: [docker0, lan] })), { warnings: [] });
  });

  it('are kept out of what is offered', () => {
    const route = { subnet: '10.201.0.0/24', interface: 'eth0' };
    const check = checkNetwork(withSubnet('192.168.5.0/24'), world({ hostRoutes: [docker0, route] }));
    assert.equal(check.suggestion, '10.201.1.0/24');
  });
});
