import type { LabEngine } from '../lab/engine.ts';
import { api } from '../lab/engineApi.ts';
import { connect, makeContainer, makeNetwork } from '../lab/things.ts';

/** A small world in which one container does not reach another. */
export interface ReachCase {
  kind: string;
  world: (lab: LabEngine) => Promise<void>;
  /** Only on this engine. */
  engine?: string;
  from: string;
  to: string;
  port?: number;
  /** What is no: each address, the other one's own name, or both. */
  by: 'address' | 'name' | 'both';
  why: RegExp;
  /** `not` where there is nothing that could be measured: no address, or no running container to ask from. */
  measured?: 'not';
  /** Title of the first fix, where `ID` is the other one's short id; undefined where nothing helps. */
  fix: string | undefined;
}

const quiet = { more: { Options: { 'com.docker.network.bridge.enable_icc': 'false' } } };
const internal = { more: { Internal: true } };

let networksMade = 0;

/** Networks with their settings, and containers with the engine's network mode. */
function made(
  networks: Record<string, Parameters<typeof makeNetwork>[2]>,
  containers: Record<string, string>,
  then: (lab: LabEngine) => Promise<unknown> = async () => {},
) {
  return async (lab: LabEngine) => {
    for (const [name, more] of Object.entries(networks)) {
      // The engine's own pools are left to the networks that fixes make.
      await makeNetwork(lab, name, { subnet: `10.77.${networksMade++}.0/24`, ...more });
    }
    for (const [name, mode] of Object.entries(containers)) await makeContainer(lab, name, { mode });
    await then(lab);
  };
}

const act = (name: string, verb: string) => (lab: LabEngine) =>
  api(lab.socket, 'POST', `/containers/${name}/${verb}`);

const leave = (network: string, container: string) => (lab: LabEngine) =>
  api(lab.socket, 'POST', `/networks/${network}/disconnect`, { Container: container });

/** One case for each kind of no. */
export const reachCases: ReachCase[] = [
  {
    kind: 'no common network',
    world: made({ apart_1: {}, apart_2: {} }, { 'apart-a': 'apart_1', 'apart-b': 'apart_2' }),
    ...{ from: 'apart-a', to: 'apart-b', by: 'both' },
    why: /apart-a \(apart_1\) is not on apart_2, and Docker keeps networks apart|only on apart_2, which apart-a is not on/,
    fix: 'Connect apart-a to apart_2',
  },
  {
    kind: 'the default bridge, by name',
    world: made({}, { 'plain-a': 'default', 'plain-b': 'default' }),
    ...{ from: 'plain-a', to: 'plain-b', by: 'name' },
    why: /default bridge/,
    fix: 'Create a Network for Both',
  },
  {
    kind: 'from the default bridge to a user-defined network, by name',
    world: made({ user_net: {} }, { 'from-plain': 'default', 'on-user-net': 'user_net' }),
    ...{ from: 'from-plain', to: 'on-user-net', by: 'name' },
    why: /only on user_net, which from-plain is not on/,
    fix: 'Connect from-plain to user_net',
  },
  {
    kind: 'from a user-defined network to the default bridge, by address',
    world: made({ user_net_2: {} }, { 'to-plain': 'default', 'on-user-net-2': 'user_net_2' }),
    ...{ from: 'on-user-net-2', to: 'to-plain', by: 'address' },
    why: /is not on bridge, and Docker keeps networks apart/,
    fix: 'Connect to-plain to user_net_2',
  },
  {
    kind: 'inter-container communication is off',
    world: made({ silent: quiet }, { 'mute-a': 'silent', 'mute-b': 'silent' }),
    ...{ from: 'mute-a', to: 'mute-b', by: 'both' },
    why: /inter-container communication is off/,
    fix: 'Create a Network for Both',
  },
  {
    kind: 'inter-container communication is off on a network that is searched first, by name',
    world: made({ a_silent: quiet }, { 'numb-a': 'a_silent', 'numb-b': 'a_silent' }),
    ...{ from: 'numb-a', to: 'numb-b', by: 'name' },
    why: /inter-container communication is off/,
    fix: 'Create a Network for Both',
  },
  {
    kind: 'the other one stopped',
    world: made({ halted: {} }, { 'halted-a': 'halted', 'halted-b': 'halted' }, act('halted-b', 'stop')),
    ...{ from: 'halted-a', to: 'halted-b', by: 'address', measured: 'not' },
    why: /halted-b does not run/,
    fix: 'Start halted-b',
  },
  {
    kind: 'the asking one stopped',
    world: made({ asleep: {} }, { 'asleep-a': 'asleep', 'asleep-b': 'asleep' }, act('asleep-a', 'stop')),
    ...{ from: 'asleep-a', to: 'asleep-b', by: 'address', measured: 'not' },
    why: /asleep-a does not run/,
    fix: 'Start asleep-a',
  },
  {
    kind: 'the other one never started',
    world: made({ fresh: {} }, { 'fresh-a': 'fresh' }, (lab) =>
      makeContainer(lab, 'fresh-b', { mode: 'fresh', neverStart: true }),
    ),
    ...{ from: 'fresh-a', to: 'fresh-b', by: 'name' },
    why: /fresh-b does not run/,
    fix: 'Start fresh-b',
  },
  {
    kind: 'the asking one paused',
    world: made({ frozen: {} }, { 'frozen-a': 'frozen', 'frozen-b': 'frozen' }, act('frozen-a', 'pause')),
    ...{ from: 'frozen-a', to: 'frozen-b', by: 'address', measured: 'not' },
    why: /frozen-a is paused/,
    fix: 'Unpause frozen-a',
  },
  {
    kind: 'the other one paused, and elsewhere',
    world: made({ ice_1: {}, ice_2: {} }, { 'ice-a': 'ice_1', 'ice-b': 'ice_2' }, act('ice-b', 'pause')),
    ...{ from: 'ice-a', to: 'ice-b', by: 'address' },
    why: /is not on ice_2/,
    fix: 'Connect ice-a to ice_2',
  },
  {
    kind: 'the other one on none',
    world: made({ some: {} }, { 'some-a': 'some', 'none-b': 'none' }),
    ...{ from: 'some-a', to: 'none-b', by: 'address', measured: 'not' },
    why: /none-b is on no network/,
    fix: 'Create a Network for Both',
  },
  {
    kind: 'the asking one on none',
    world: made({ many: {} }, { 'none-a': 'none', 'many-b': 'many' }),
    ...{ from: 'none-a', to: 'many-b', by: 'name' },
    why: /none-a is on no network/,
    fix: 'Create a Network for Both',
  },
  {
    kind: 'the other one taken off every network',
    world: made({ left: {} }, { 'left-a': 'left', 'left-b': 'left' }, leave('left', 'left-b')),
    ...{ from: 'left-a', to: 'left-b', by: 'name' },
    why: /left-b is on no network/,
    fix: 'Connect left-b to left',
  },
  {
    kind: 'the other one shares a network that was restarted',
    world: made(
      { lost: {} },
      { 'lost-a': 'lost', 'lost-owner': 'lost', 'lost-b': 'container:lost-owner' },
      act('lost-owner', 'restart'),
    ),
    ...{ from: 'lost-a', to: 'lost-b', by: 'address', measured: 'not' },
    why: /lost-owner was restarted after lost-b/,
    fix: 'Repair lost-b',
  },
  {
    kind: 'the asking one shares a network that was stopped',
    world: made(
      { gone: {} },
      { 'gone-b': 'gone', 'gone-owner': 'gone', 'gone-a': 'container:gone-owner' },
      act('gone-owner', 'stop'),
    ),
    ...{ from: 'gone-a', to: 'gone-b', by: 'address' },
    why: /gone-owner, which does not run/,
    fix: 'Repair gone-a',
  },
  {
    kind: 'the other one shares a network, and both were stopped',
    world: made(
      { down: {} },
      { 'down-a': 'down', 'down-owner': 'down', 'down-b': 'container:down-owner' },
      async (lab) => {
        await act('down-b', 'stop')(lab);
        await act('down-owner', 'stop')(lab);
      },
    ),
    ...{ from: 'down-a', to: 'down-b', by: 'address', measured: 'not' },
    why: /down-b does not run/,
    fix: 'Start down-b',
  },
  {
    kind: 'the other one shares the network of one that was removed: nothing helps',
    world: made(
      { void: {} },
      { 'void-a': 'void', 'void-owner': 'void', 'void-b': 'container:void-owner' },
      (lab) => api(lab.socket, 'DELETE', '/containers/void-owner?force=1'),
    ),
    ...{ from: 'void-a', to: 'void-b', by: 'address', measured: 'not' },
    why: /which is gone: make void-b anew/,
    fix: undefined,
  },
  {
    kind: 'a sharer has no name of its own',
    world: made({ side: {} }, { 'side-a': 'side', 'side-owner': 'side', 'side-b': 'container:side-owner' }),
    ...{ from: 'side-a', to: 'side-b', by: 'name' },
    why: /side-b/,
    fix: 'Use the Name side-owner',
  },
  {
    kind: 'another one has the name on a network that is searched first',
    world: made(
      { a_first: {}, b_second: {} },
      { 'taken-a': 'a_first', 'taken-b': 'b_second' },
      async (lab) => {
        await makeContainer(lab, 'thief', { mode: 'a_first', endpoint: { Aliases: ['taken-b'] } });
        await connect(lab, 'b_second', 'taken-a');
      },
    ),
    ...{ from: 'taken-a', to: 'taken-b', by: 'name' },
    why: /taken-b means .* which is thief and not taken-b/,
    fix: 'Use the Name ID',
  },
  {
    kind: 'the other one is on an internal network',
    world: made({ inner: internal, outer: {} }, { 'inner-b': 'inner', 'outer-a': 'outer' }),
    ...{ from: 'outer-a', to: 'inner-b', by: 'address' },
    why: /inner is internal, and outer-a is not on it/,
    fix: 'Connect outer-a to inner',
  },
  {
    kind: 'the asking one is only on an internal network',
    world: made({ inside: internal, outside: {} }, { 'inside-a': 'inside', 'outside-b': 'outside' }),
    ...{ from: 'inside-a', to: 'outside-b', by: 'address' },
    why: /inside-a is only on inside, from where nothing leads out/,
    fix: 'Connect inside-a to outside',
  },
  {
    kind: 'nothing listens on the port: nothing helps',
    world: made({ deaf: {} }, { 'deaf-a': 'deaf', 'deaf-b': 'deaf' }),
    ...{ from: 'deaf-a', to: 'deaf-b', port: 81, by: 'address' },
    why: /No program of deaf-b listens on port 81/,
    fix: undefined,
  },
  {
    kind: 'nothing listens on the port of one that is elsewhere: nothing helps either',
    world: made({ far_1: {}, far_2: {} }, { 'far-a': 'far_1', 'far-b': 'far_2' }),
    ...{ from: 'far-a', to: 'far-b', port: 81, by: 'address' },
    why: /is not on far_2.*No program of far-b listens on port 81/,
    fix: undefined,
  },
  {
    kind: 'a program listens on its loopback alone: nothing helps',
    world: made({ shy: {} }, { 'shy-a': 'shy' }, (lab) =>
      makeContainer(lab, 'shy-b', { mode: 'shy', command: ['httpd', '-f', '-p', '127.0.0.1:80'] }),
    ),
    ...{ from: 'shy-a', to: 'shy-b', port: 80, by: 'address' },
    why: /only for shy-b itself/,
    fix: undefined,
  },
  {
    kind: 'a routed network lets only published ports through',
    engine: '28.5',
    world: made(
      {
        routed: { more: { Options: { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' } } },
        unrouted: {},
      },
      { 'routed-a': 'unrouted' },
      (lab) => makeContainer(lab, 'routed-b', { mode: 'routed', command: ['httpd', '-f', '-p', '80'] }),
    ),
    ...{ from: 'routed-a', to: 'routed-b', port: 80, by: 'address' },
    why: /routed is routed, and lets only published ports through/,
    fix: 'Connect routed-a to routed',
  },
  {
    kind: 'the host has no address on the asking one’s network',
    world: made(
      { bare_net: { more: { Options: { 'com.docker.network.bridge.inhibit_ipv4': 'true' } } } },
      { 'bare-a': 'bare_net', 'host-b': 'host' },
    ),
    ...{ from: 'bare-a', to: 'host-b', by: 'address', measured: 'not' },
    why: /the host has no address on bare_net/,
    fix: 'Connect bare-a to bridge',
  },
];
