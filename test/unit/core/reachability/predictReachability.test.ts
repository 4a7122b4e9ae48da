import assert from 'node:assert/strict';
import type { Network } from '../../../../src/core/model.ts';
import { predictReachability } from '../../../../src/core/reachability/predictReachability.ts';
import type { Answer } from '../../../../src/core/report.ts';
import { anId } from '../../builders/model.ts';
import { aWorld, type Given } from '../../builders/world.ts';

interface Case {
  rule: string;
  version?: string;
  networks?: Partial<Network>[];
  from: Given;
  to: Given;
  others?: Given[];
  port?: number;
  /** By address: target, or target:port of the host, and the answer. */
  byAddress: [target: string, predicted: Answer][];
  /** The answer by the other one's own name, where it matters. */
  byName?: Answer;
  /** What the reason for the first address says, or for its name. */
  why?: RegExp;
  /** Title of the first fix; undefined where there is none. */
  fix?: string;
}

const box: Given = { name: 'box', on: { mynet: { ipv4: '172.20.0.9' } } };
const web: Given = { name: 'web', on: { mynet: { ipv4: '172.20.0.2' } } };
const lonely: Given = { name: 'lonely', on: { none: {} } };
const hosty: Given = { name: 'hosty', networkMode: 'host', on: { host: {} } };
const plain: Given = { name: 'plain', on: { bridge: { ipv4: '172.17.0.2' } } };
const other: Given = { name: 'far', on: { other: { ipv4: '10.1.0.2' } } };
const published = [{ port: 80, protocol: 'tcp', hostPort: 8080, hostIp: '0.0.0.0' }];
const twoNets: Partial<Network>[] = [
  {},
  { name: 'other', subnets: [{ subnet: '10.1.0.0/24', gateway: '10.1.0.1', reserved: {} }] },
];
const sixNets: Partial<Network>[] = [{ ipv6: true }, { name: 'other', ipv6: true }];
const quiet = { options: { 'com.docker.network.bridge.enable_icc': 'false' } };
const routed = { name: 'other', options: { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' } };

const cases: Case[] = [
  {
    rule: 'two containers on one network reach each other by address and name',
    from: box,
    to: web,
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'yes',
    why: /Both are on mynet/,
  },
  {
    rule: 'a port is reached if a program listens there',
    from: box,
    to: web,
    port: 80,
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'yes',
    why: /if a program of web listens on it/,
  },
  {
    rule: 'without a common network neither works, and connecting one to the network of the other helps',
    networks: twoNets,
    from: box,
    to: other,
    byAddress: [['10.1.0.2', 'no']],
    byName: 'no',
    why: /box \(mynet\) is not on other, and Docker keeps networks apart/,
    fix: 'Connect box to other',
  },
  {
    rule: 'a published port is reached by the address of the host, from any network that is not internal',
    networks: twoNets,
    from: box,
    to: { ...other, ports: published },
    port: 80,
    byAddress: [
      ['10.1.0.2', 'no'],
      ['172.20.0.1:8080', 'yes'],
    ],
    byName: 'no',
    fix: 'Connect box to other',
  },
  {
    rule: 'a port that is published on 127.0.0.1 is for the host alone',
    networks: twoNets,
    from: box,
    to: { ...other, ports: [{ ...published[0]!, hostIp: '127.0.0.1' }] },
    port: 80,
    byAddress: [
      ['10.1.0.2', 'no'],
      ['127.0.0.1:8080', 'no'],
    ],
    fix: 'Connect box to other',
  },
  {
    rule: 'ports published on an internal network are not served',
    networks: [{}, { name: 'other', internal: true }],
    from: box,
    to: { ...other, ports: published },
    port: 80,
    byAddress: [
      ['10.1.0.2', 'no'],
      ['0.0.0.0:8080', 'no'],
    ],
    why: /other is internal, and box is not on it/,
    fix: 'Connect box to other',
  },
  {
    rule: 'from an internal network nothing leads out',
    networks: [{ internal: true }, { name: 'other' }],
    from: box,
    to: other,
    byAddress: [['10.1.0.2', 'no']],
    why: /box is only on mynet, from where nothing leads out/,
    fix: 'Connect box to other',
  },
  {
    rule: 'on the default bridge addresses work and names do not; a network for both cures it',
    from: { ...plain, name: 'one' },
    to: { ...plain, name: 'two', on: { bridge: { ipv4: '172.17.0.3' } } },
    byAddress: [['172.17.0.3', 'yes']],
    byName: 'no',
    fix: 'Create a Network for Both',
  },
  {
    rule: 'where inter-container communication is off the name resolves but nothing gets through',
    networks: [quiet],
    from: box,
    to: web,
    byAddress: [['172.20.0.2', 'no']],
    byName: 'no',
    why: /inter-container communication is off/,
    fix: 'Create a Network for Both',
  },
  {
    rule: 'a stopped container has to be started',
    from: box,
    to: { ...web, state: 'exited', on: { mynet: {} } },
    byAddress: [['web', 'no']],
    byName: 'no',
    why: /web does not run/,
    fix: 'Start web',
  },
  {
    rule: 'nothing goes out from a stopped container',
    from: { ...box, state: 'created', on: { mynet: {} } },
    to: web,
    byAddress: [['172.20.0.2', 'no']],
    why: /box does not run/,
    fix: 'Start box',
  },
  {
    rule: 'a paused container answers a ping',
    from: box,
    to: { ...web, state: 'paused' },
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'yes',
    why: /still answers a ping/,
    fix: 'Unpause web',
  },
  {
    rule: 'a port of a paused container is not known to answer',
    from: box,
    to: { ...web, state: 'paused' },
    port: 80,
    byAddress: [['172.20.0.2', 'unknown']],
    fix: 'Unpause web',
  },
  {
    rule: 'on none there is only loopback',
    from: lonely,
    to: web,
    byAddress: [['172.20.0.2', 'no']],
    byName: 'no',
    why: /lonely is on no network/,
    fix: 'Take lonely Off None',
  },
  {
    rule: 'a container on the network of the host reaches every bridge by address',
    from: hosty,
    to: web,
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'no',
  },
  {
    rule: 'a container on the network of the host is reached at the gateway',
    from: box,
    to: hosty,
    byAddress: [['172.20.0.1', 'yes']],
    byName: 'no',
  },
  {
    rule: 'the host does not reach macvlan containers, and they not the host',
    networks: [{ driver: 'macvlan' }],
    from: hosty,
    to: web,
    byAddress: [['172.20.0.2', 'no']],
    why: /whose driver is macvlan/,
  },
  {
    rule: 'a container that shares a network meets the other at localhost',
    from: { name: 'side', networkMode: 'container:web' },
    to: web,
    byAddress: [
      ['127.0.0.1', 'yes'],
      ['172.20.0.2', 'yes'],
    ],
    byName: 'yes',
  },
  {
    rule: 'a container that shares a network is reached by the name of the other one',
    from: box,
    to: { name: 'side', networkMode: 'container:web' },
    others: [web],
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'no',
    fix: 'Use the Name web',
  },
  {
    rule: 'a container whose shared network died has to be repaired, and has none of its addresses',
    from: { name: 'side', networkMode: 'container:web', startedAt: '2025-12-31T00:00:00.000Z' },
    to: box,
    others: [web],
    byAddress: [['172.20.0.9', 'no']],
    why: /web was restarted after side/,
    fix: 'Repair side',
  },
  {
    rule: 'a name that another container has too reaches either of them',
    from: box,
    to: web,
    others: [{ name: 'twin', on: { mynet: { ipv4: '172.20.0.3', aliases: ['web'] } } }],
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'unknown',
    fix: `Use the Name ${anId('web').slice(0, 12)}`,
  },
  {
    rule: 'a name that a line in the hosts file takes away does not reach the container',
    from: { ...box, hosts: '10.9.9.9\tweb\n' },
    to: { ...web, on: { mynet: { ipv4: '172.20.0.2', aliases: ['www'] } } },
    byAddress: [['172.20.0.2', 'yes']],
    byName: 'no',
    fix: 'Use the Name www',
  },
  {
    rule: 'a routed network lets a ping through from other bridges on 28',
    networks: [{}, routed],
    from: box,
    to: other,
    byAddress: [['10.1.0.2', 'yes']],
    byName: 'no',
    fix: 'Connect box to other',
  },
  {
    rule: 'a routed network lets published ports through only',
    networks: [{}, routed],
    from: box,
    to: { ...other, ports: [{ port: 80, protocol: 'tcp' }], portBindings: { '81/tcp': [''] } },
    port: 80,
    byAddress: [['10.1.0.2', 'no']],
    why: /only published ports/,
    fix: 'Connect box to other',
  },
  {
    rule: 'before 27 no firewall keeps IPv6 networks apart',
    version: '20.10.24',
    networks: sixNets,
    from: { name: 'box', on: { mynet: { ipv6: 'fd00:1::9', ipv6Gateway: 'fd00:1::1' } } },
    to: { name: 'far', on: { other: { ipv6: 'fd00:2::2', ipv6Gateway: 'fd00:2::1' } } },
    byAddress: [['fd00:2::2', 'yes']],
    byName: 'no',
    why: /no firewall/,
    fix: 'Connect box to other',
  },
  {
    rule: 'before 27 IPv6 needs a route there and back',
    version: '20.10.24',
    networks: sixNets,
    from: box,
    to: { name: 'far', on: { other: { ipv6: 'fd00:2::2', ipv6Gateway: 'fd00:2::1' } } },
    byAddress: [['fd00:2::2', 'no']],
    why: /box has no IPv6 route/,
    fix: 'Connect box to other',
  },
  {
    rule: 'from 27 on IPv6 networks are kept apart like those of IPv4',
    networks: sixNets,
    from: { name: 'box', on: { mynet: { ipv6: 'fd00:1::9', ipv6Gateway: 'fd00:1::1' } } },
    to: { name: 'far', on: { other: { ipv6: 'fd00:2::2', ipv6Gateway: 'fd00:2::1' } } },
    byAddress: [['fd00:2::2', 'no']],
    fix: 'Connect box to other',
  },
  {
    rule: 'between the LAN and a bridge the routers outside decide',
    networks: [{ driver: 'macvlan' }, { name: 'other' }],
    from: box,
    to: other,
    byAddress: [['10.1.0.2', 'unknown']],
    fix: 'Connect box to other',
  },
];

describe('predictReachability', () => {
  for (const one of cases) {
    it(one.rule, () => {
      const { version, networks, from, to, others = [] } = one;
      const world = aWorld({ version, networks, containers: [from, to, ...others] });
      const found = predictReachability(world, anId(from.name), anId(to.name), one.port);
      const told = found.byAddress.map((verdict) => [
        verdict.hostPort ? `${verdict.target}:${verdict.hostPort}` : verdict.target,
        verdict.predicted,
      ]);
      assert.deepEqual(told, one.byAddress, JSON.stringify(found, null, 1));
      const byName = found.byName.find((verdict) => verdict.target === to.name);
      if (one.byName) assert.equal(byName?.predicted, one.byName, byName?.why);
      if (one.why) assert.match(found.byAddress[0]!.why, one.why);
      assert.equal(found.fixes[0]?.title, one.fix);
      for (const { why } of [...found.byAddress, ...found.byName]) assert.match(why, /^[^.].*\.$/);
    });
  }

  it('gives fixes as commands with their arguments', () => {
    const world = aWorld({ networks: twoNets, containers: [box, other] });
    assert.deepEqual(predictReachability(world, anId('box'), anId('far')).fixes, [
      {
        title: 'Connect box to other',
        command: 'dockerNetworks.connectContainer',
        argument: { network: anId('other'), container: anId('box') },
      },
      {
        title: 'Connect far to mynet',
        command: 'dockerNetworks.connectContainer',
        argument: { network: anId('mynet'), container: anId('far') },
      },
      {
        title: 'Create a Network for Both',
        command: 'dockerNetworks.createNetworkForBoth',
        argument: { name: 'box-far', containers: [anId('box'), anId('far')] },
      },
    ]);
  });
});
