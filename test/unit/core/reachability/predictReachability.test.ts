import assert from 'node:assert/strict';
import { predictReachability } from '../../../../src/core/reachability/predictReachability.ts';
import { anId } from '../../builders/model.ts';
import { aWorld } from '../../builders/world.ts';
import {
  box,
  other,
  plain,
  published,
  quiet,
  type ReachCase,
  testReach,
  twoNets,
  web,
} from './reachCases.ts';

const cases: ReachCase[] = [
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
];

describe('predictReachability', () => {
  testReach(cases);

  it('names a new network so that it is searched before the quiet one that both are on', () => {
    const networkFor = (from: string) => {
      const asker = { ...box, name: from };
      const world = aWorld({ networks: [quiet], containers: [asker, web] });
      return predictReachability(world, anId(from), anId('web')).fixes.map((fix) => fix.argument);
    };
    assert.deepEqual(networkFor('box'), [{ name: 'box-web', containers: [anId('box'), anId('web')] }]);
    assert.deepEqual(networkFor('nobox'), [
      { name: '0-nobox-web', containers: [anId('nobox'), anId('web')] },
    ]);
  });

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
