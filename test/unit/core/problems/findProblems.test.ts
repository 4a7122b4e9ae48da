import assert from 'node:assert/strict';
import type { Container, Network } from '../../../../src/core/model.ts';
import { findProblems, type ProblemKind } from '../../../../src/core/problems/findProblems.ts';
import { aNetwork, anId } from '../../builders/model.ts';
import { aWorld, type Given } from '../../builders/world.ts';

interface Case {
  rule: string;
  networks?: Partial<Network>[];
  containers: Given[];
  /** What the engine lists beyond what inspect tells. */
  listed?: Partial<Container>;
  kind?: ProblemKind;
  sentence?: RegExp;
  remedy?: { title: string; argument: unknown };
}

const project = (name: string) => ({ labels: { 'com.docker.compose.project': name } });
const up: Given = { name: 'web', on: { mynet: { ipv4: '172.20.0.2' } } };
const range = (ipRange: string) => ({
  subnets: [{ subnet: '10.1.0.0/24', gateway: '10.1.0.1', ipRange, reserved: {} }],
});

const cases: Case[] = [
  { rule: 'nothing is wrong with a plain world', containers: [up, { name: 'box', on: { mynet: {} } }] },
  {
    rule: 'an alias that two Compose projects share',
    containers: [
      { name: 'a-db-1', on: { mynet: { aliases: ['db'] } }, ...project('a') },
      { name: 'b-db-1', on: { mynet: { aliases: ['DB'] } }, ...project('b') },
    ],
    kind: 'shared-alias',
    sentence:
      /^db means both a-db-1 \(of the Compose project a\) and b-db-1 \(of the Compose project b\) on mynet/,
  },
  {
    rule: 'an alias within one project is no problem, nor among containers without one',
    containers: [
      { name: 'a-1', on: { mynet: { aliases: ['db'] } }, ...project('a') },
      { name: 'a-2', on: { mynet: { aliases: ['db'] } }, ...project('a') },
      { name: 'x', on: { mynet: { aliases: ['y'] } } },
      { name: 'z', on: { mynet: { aliases: ['y'] } } },
    ],
  },
  {
    rule: 'a static address in the range that Docker deals from, with the range that would prevent it',
    networks: [range('')],
    containers: [{ name: 'web', on: { mynet: { ipv4: '10.1.0.7', staticIpv4: '10.1.0.7' } } }],
    kind: 'static-in-range',
    sentence: /may give the static address of web to another .* ip-range 10\.1\.0\.128\/25 /,
  },
  {
    rule: 'a static address outside of the ip-range is no problem',
    networks: [range('10.1.0.128/25')],
    containers: [{ name: 'web', on: { mynet: { ipv4: '10.1.0.7', staticIpv4: '10.1.0.7' } } }],
  },
  {
    rule: 'a port that is published on an internal network alone',
    networks: [{ internal: true }],
    containers: [{ ...up, portBindings: { '80/tcp': ['8080'] } }],
    kind: 'published-on-internal',
    sentence: /^web publishes port 80 but is only on mynet, which is internal/,
  },
  {
    rule: 'a port that is published on another network as well is no problem',
    networks: [{ internal: true }, { name: 'open' }],
    containers: [{ name: 'web', on: { mynet: {}, open: {} }, portBindings: { '80/tcp': ['8080'] } }],
  },
  {
    rule: 'a container that shares the network of one that was restarted',
    containers: [
      { ...up, startedAt: '2026-01-01T00:10:00.000Z' },
      { name: 'side', networkMode: 'container:web', startedAt: '2026-01-01T00:05:00.000Z' },
    ],
    kind: 'dead-sharer',
    sentence: /web was restarted after side/,
    remedy: { title: 'Repair side', argument: { container: anId('side') } },
  },
  {
    rule: 'a container that shares the network of a stopped one',
    containers: [
      { ...up, state: 'exited' },
      { name: 'side', networkMode: 'container:web' },
    ],
    kind: 'dead-sharer',
    sentence: /which does not run: only its loopback is left/,
    remedy: { title: 'Repair side', argument: { container: anId('side') } },
  },
  {
    rule: 'a container that shares the network of one that is gone',
    containers: [{ name: 'side', networkMode: 'container:gone' }],
    kind: 'dead-sharer',
    sentence: /which is gone: make side anew/,
  },
  {
    rule: 'a stopped container whose network is gone',
    containers: [{ ...up, state: 'exited', on: {} }],
    listed: { goneNetworks: ['old_net'] },
    kind: 'network-gone',
    sentence:
      /^web belongs to old_net, which is gone, and will not start\. Repairing puts it on another network\.$/,
    remedy: { title: 'Repair web', argument: { container: anId('web') } },
  },
  {
    rule: 'a stopped container whose network was made anew',
    containers: [{ ...up, state: 'exited', on: {} }],
    listed: { goneNetworks: ['mynet'] },
    kind: 'network-gone',
    sentence: /the mynet of today is another one/,
    remedy: { title: 'Repair web', argument: { container: anId('web') } },
  },
];

describe('findProblems', () => {
  for (const { rule, networks, containers, listed, kind, sentence, remedy } of cases) {
    it(`knows: ${rule}`, () => {
      const { snapshot, details } = aWorld({ networks, containers });
      Object.assign(snapshot.containers[0]!, listed);
      const [problem, ...others] = findProblems(snapshot, details);
      assert.equal(problem?.kind, kind, problem?.sentence);
      assert.deepEqual(others, []);
      if (sentence) assert.match(problem!.sentence, sentence);
      assert.deepEqual(
        problem?.remedy && { title: problem.remedy.title, argument: problem.remedy.argument },
        remedy,
      );
    });
  }

  it('marks every network of a name that several have, and offers to remove an empty one', () => {
    const { snapshot } = aWorld({ containers: [up] });
    snapshot.networks.push(aNetwork({ id: anId('twin') }));
    assert.deepEqual(
      findProblems(snapshot).map(({ kind, network, remedy }) => [kind, network, remedy?.command]),
      [
        ['duplicate-network', anId('mynet'), undefined],
        ['duplicate-network', anId('twin'), 'dockerNetworks.removeNetwork'],
      ],
    );
  });
});
