import assert from 'node:assert/strict';
import type { ContainerDetails } from '../../src/core/model.ts';
import type { RunSpec } from '../../src/core/specs.ts';
import { type Forbidden, inUse, links, noLine, ofAlias, ofSubnet, ofUser } from './forbidden.ts';

const noPort = {
  idle: ({ ports }: ContainerDetails) =>
    assert.deepEqual(
      ports.filter(({ hostPort }) => hostPort),
      [],
    ),
};
const noEndpoint = { idle: ({ endpoints }: ContainerDetails) => assert.deepEqual(endpoints, []) };

const host = { mode: 'host' } as const;
const none = { mode: 'none' } as const;
const sharing = { shareWith: 'fbd-web' };
const publish = [{ port: 80 }];

export const forbiddenRuns: Forbidden<Partial<RunSpec>>[] = [
  {
    what: 'a port on host',
    spec: { network: host, publish },
    code: 'invalid',
    says: /No port can be published on host: the container uses the host's own ports/,
    engine: noPort,
  },
  {
    what: 'a port on none',
    spec: { network: none, publish },
    code: 'invalid',
    says: /No port can be published on none: .* no network that it could be reached over/,
    engine: noPort,
  },
  {
    what: "a port on another's network",
    spec: { network: sharing, publish },
    code: 'invalid',
    says: /No port can be published by a container that shares .* publish it on fbd-web/,
    engine: { refuses: /400 conflicting options: port (publishing|exposing) and the container type/ },
  },
  {
    what: "every port on another's network",
    spec: { network: sharing, publishAll: true },
    code: 'invalid',
    says: /No port can be published by a container that shares .* publish it on fbd-web/,
    engine: { refuses: /400 conflicting options: port (publishing|exposing) and the container type/ },
  },
  {
    what: 'an address on host',
    spec: { network: host, ipv4: '10.88.0.9' },
    code: 'invalid',
    says: /10\.88\.0\.9 cannot be given on host/,
    engine: { '20.10': { breaks: ofUser }, '28.5': { refuses: ofUser } },
  },
  {
    what: 'an address on none',
    spec: { network: none, ipv4: '10.88.0.9' },
    code: 'invalid',
    says: /10\.88\.0\.9 cannot be given on none/,
    engine: { '20.10': { breaks: ofUser }, '28.5': { refuses: ofUser } },
  },
  {
    what: "an address on another's network",
    spec: { network: sharing, ipv4: '10.88.0.9' },
    code: 'invalid',
    says: /10\.88\.0\.9 cannot be given while sharing .* those of fbd-web/,
    engine: { '20.10': noEndpoint, '28.5': { refuses: ofUser } },
  },
  {
    what: 'an address on the default bridge',
    spec: { ipv4: '172.17.0.99' },
    code: 'invalid',
    says: /On the default bridge Docker chooses the addresses/,
    engine: { '20.10': { breaks: ofUser }, '28.5': { refuses: ofUser } },
  },
  {
    what: 'an address on a network whose subnet the engine chose',
    spec: { network: 'fbd-auto', ipv4: '172.31.0.99' },
    code: 'invalid',
    says: /On fbd-auto Docker chose the subnet, so it also chooses the addresses/,
    engine: { '20.10': { breaks: ofSubnet }, '28.5': { refuses: ofSubnet } },
  },
  {
    what: 'an address that a running container has',
    spec: { network: 'fbd-net', ipv4: '10.88.0.7' },
    code: 'conflict',
    says: /10\.88\.0\.7 is held by fbd-web/,
    engine: { breaks: inUse },
  },
  {
    what: "the gateway's address",
    spec: { network: 'fbd-net', ipv4: '10.88.0.1' },
    code: 'conflict',
    says: /10\.88\.0\.1 is the gateway of fbd-net/,
    engine: { breaks: inUse },
  },
  {
    what: 'a reserved address',
    spec: { network: 'fbd-net', ipv4: '10.88.0.50' },
    code: 'conflict',
    says: /10\.88\.0\.50 is reserved on fbd-net, as printer/,
    engine: { breaks: inUse },
  },
  {
    what: 'an address outside',
    spec: { network: 'fbd-net', ipv4: '10.99.0.5' },
    code: 'invalid',
    says: /10\.99\.0\.5 is not in fbd-net \(10\.88\.0\.0\/24\)/,
    engine: {
      '20.10': { breaks: /500 Invalid address 10\.99\.0\.5/ },
      '28.5': { refuses: /400 .*no configured subnet or ip-range contain the IP address 10\.99\.0\.5/s },
    },
  },
  {
    what: 'an IPv6 address where there is no IPv6',
    spec: { network: 'fbd-net', ipv6: 'fd00:88::9' },
    code: 'invalid',
    says: /fbd-net has no IPv6 subnet/,
    engine: { '20.10': { breaks: ofSubnet }, '28.5': { refuses: ofSubnet } },
  },
  {
    what: 'an alias on the default bridge',
    spec: { aliases: ['www'] },
    code: 'invalid',
    says: /Docker answers no names on bridge, so the alias www would do nothing/,
    engine: { '20.10': { breaks: ofAlias }, '28.5': { refuses: ofAlias } },
  },
  {
    what: 'an alias on host',
    spec: { network: host, aliases: ['www'] },
    code: 'invalid',
    says: /The alias www does nothing on host/,
    engine: { '20.10': { breaks: ofAlias }, '28.5': { refuses: ofAlias } },
  },
  {
    what: 'an alias on none',
    spec: { network: none, aliases: ['www'] },
    code: 'invalid',
    says: /The alias www does nothing on none/,
    engine: { '20.10': { breaks: ofAlias }, '28.5': { refuses: ofAlias } },
  },
  {
    what: "an alias on another's network",
    spec: { network: sharing, aliases: ['www'] },
    code: 'invalid',
    says: /The alias www does nothing while sharing the network of fbd-web/,
    engine: { '20.10': noEndpoint, '28.5': { refuses: ofAlias } },
  },
  {
    what: 'a link on host',
    spec: { network: host, links },
    code: 'invalid',
    says: /A link to fbd-plain does nothing on host: the container uses the host's addresses and names/,
    engine: { refuses: /400 conflicting options: host type networking can't be used with links/ },
  },
  {
    what: 'a link on none',
    spec: { network: none, links },
    code: 'invalid',
    says: /A link to fbd-plain does nothing on none/,
    engine: noLine,
  },
  {
    what: "a link on another's network",
    spec: { network: sharing, links },
    code: 'invalid',
    says: /A link to fbd-plain does nothing while sharing the network of fbd-web/,
    engine: { refuses: /400 conflicting options: container type network can't be used with links/ },
  },
  {
    what: 'a link from the default bridge to one elsewhere',
    spec: { links: [{ container: 'fbd-web', alias: 'fbd-link' }] },
    code: 'invalid',
    says: /A link on the default bridge leads only to containers there, and fbd-web is not on it/,
    engine: { breaks: /does not belong to the default network|not attached to default bridge network/ },
  },
  {
    what: 'a link to one that is stopped',
    spec: { links: [{ container: 'fbd-halted', alias: 'fbd-link' }] },
    code: 'conflict',
    says: /fbd-halted is not running \(created\), so it cannot be linked to/,
    engine: { breaks: /Cannot link to a non running container/ },
  },
  {
    what: 'the network of one that is stopped',
    spec: { network: { shareWith: 'fbd-halted' } },
    code: 'conflict',
    says: /fbd-halted is not running \(created\), so its network cannot be shared/,
    engine: { breaks: /cannot join network (namespace )?of a non running container/ },
  },
];
