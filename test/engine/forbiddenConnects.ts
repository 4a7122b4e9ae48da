import assert from 'node:assert/strict';
import type { ContainerDetails } from '../../src/core/model.ts';
import type { ConnectSpec } from '../../src/core/specs.ts';
import { type Forbidden, inUse, links, noLine, ofAlias, ofSubnet, ofUser } from './forbidden.ts';

interface ForbiddenConnect extends Forbidden<ConnectSpec> {
  /** The container that is started afterwards; the connected one where this is left out and it does not run. */
  starts?: string;
}

const noAddress = {
  idle: ({ endpoints }: ContainerDetails) =>
    assert.deepEqual(
      endpoints.filter(({ ipv4 }) => ipv4),
      [],
    ),
};
const sandbox =
  /400 .*container sharing network namespace with another container or host cannot be connected/s;
const web = { network: 'fbd-two', container: 'fbd-web' };
const idle = { network: 'fbd-net', container: 'fbd-idle' };

export const forbiddenConnects: ForbiddenConnect[] = [
  {
    what: 'with an address on the default bridge',
    spec: { ...web, network: 'bridge', ipv4: '172.17.0.99' },
    code: 'invalid',
    says: /On the default bridge Docker chooses the addresses/,
    engine: { refuses: ofUser },
  },
  {
    what: 'with an alias on the default bridge',
    spec: { ...web, network: 'bridge', aliases: ['www'] },
    code: 'invalid',
    says: /Docker answers no names on bridge, so the alias www would do nothing/,
    engine: { refuses: ofAlias },
  },
  {
    what: 'with a link on the default bridge',
    spec: { ...web, network: 'bridge', links },
    code: 'invalid',
    says: /A link on the default bridge can only be given when the container is made/,
    engine: noLine,
  },
  {
    what: 'with an address where the engine chose the subnet',
    spec: { ...web, network: 'fbd-auto', ipv4: '172.31.0.99' },
    code: 'invalid',
    says: /On fbd-auto Docker chose the subnet, so it also chooses the addresses/,
    engine: { refuses: ofSubnet },
  },
  {
    what: 'with the address of one that is stopped',
    spec: { ...web, ipv4: '10.89.0.8' },
    code: 'conflict',
    says: /10\.89\.0\.8 is held by fbd-old, which is stopped and could not start any more/,
    starts: 'fbd-old',
    engine: { breaks: inUse },
  },
  {
    what: 'to host',
    spec: { ...web, network: 'host' },
    code: 'invalid',
    says: /cannot be connected to the host's network: it has to be made there/,
    engine: { refuses: /400 .*(connected to host network|connect container to host network)/ },
  },
  {
    what: 'to none',
    spec: { ...web, network: 'none' },
    code: 'invalid',
    says: /cannot be connected to none/,
    engine: { refuses: /400 .*one of the networks in private \(none\) mode/ },
  },
  {
    what: 'one on none',
    spec: { ...web, container: 'fbd-alone' },
    code: 'invalid',
    says: /fbd-alone is on none, which allows no other network/,
    engine: { refuses: /400 .*one of the networks in private \(none\) mode/ },
  },
  {
    what: 'one on host',
    spec: { ...web, container: 'fbd-hosted' },
    code: 'invalid',
    says: /fbd-hosted uses the host's network as it is, and cannot be connected to another/,
    engine: { refuses: sandbox },
  },
  {
    what: "one on another's network",
    spec: { ...web, container: 'fbd-side' },
    code: 'invalid',
    says: /fbd-side has no network of its own: it shares fbd-web's/,
    engine: { refuses: sandbox },
  },
  {
    what: "one on another's network that is stopped",
    spec: { ...web, container: 'fbd-idle-side' },
    code: 'invalid',
    says: /fbd-idle-side has no network of its own: it shares fbd-web's/,
    engine: { '20.10': noAddress, '28.5': { breaks: sandbox } },
  },
  {
    what: 'a stopped one with an address that is held',
    spec: { ...idle, ipv4: '10.88.0.7' },
    code: 'conflict',
    says: /10\.88\.0\.7 is held by fbd-web/,
    engine: { breaks: inUse },
  },
  {
    what: "a stopped one with the gateway's address",
    spec: { ...idle, ipv4: '10.88.0.1' },
    code: 'conflict',
    says: /10\.88\.0\.1 is the gateway of fbd-net/,
    engine: { breaks: inUse },
  },
  {
    what: 'a stopped one with an address outside',
    spec: { ...idle, ipv4: '10.99.0.5' },
    code: 'invalid',
    says: /10\.99\.0\.5 is not in fbd-net/,
    engine: {
      '20.10': { breaks: /500 Invalid address 10\.99\.0\.5/ },
      '28.5': { refuses: /400 .*no configured subnet or ip-range contain the IP address 10\.99\.0\.5/s },
    },
  },
  {
    what: 'a stopped one to a network that is not there',
    spec: { ...idle, network: 'fbd-nosuch' },
    code: 'not-found',
    says: /There is no network fbd-nosuch/,
    engine: { breaks: /404 .*network fbd-nosuch not found/ },
  },
];
