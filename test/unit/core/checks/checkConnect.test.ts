import assert from 'node:assert/strict';
import { checkAlias } from '../../../../src/core/checks/checkAlias.ts';
import { checkConnect } from '../../../../src/core/checks/checkConnect.ts';
import { connectable } from '../../../../src/core/checks/connectable.ts';
import type { ErrorCode } from '../../../../src/core/errors.ts';
import type { Container, Network } from '../../../../src/core/model.ts';
import type { EndpointSpec } from '../../../../src/core/specs.ts';
import { aContainer, aNetwork, anEndpoint, anEngine, anId, aSnapshot } from '../../builders/model.ts';

const net = aNetwork({
  name: 'my_net2',
  subnets: [{ subnet: '172.21.0.0/24', gateway: '172.21.0.1', reserved: { printer: '172.21.0.50' } }],
  endpoints: [
    anEndpoint({ name: 'bbox7', ipv4: '172.21.0.7', staticIpv4: '172.21.0.7' }),
    anEndpoint({ name: 'bbox8', state: 'exited', staticIpv4: '172.21.0.8' }),
  ],
});
const dual = aNetwork({
  name: 'dual',
  ipv6: true,
  subnets: [
    { subnet: '10.60.0.0/24', gateway: '10.60.0.1', ipRange: '10.60.0.128/25', reserved: {} },
    { subnet: 'fd00:60::/64', gateway: 'fd00:60::1', reserved: {} },
  ],
});
const auto = aNetwork({ name: 'my_net1' });
const tiny = aNetwork({
  name: 'tiny',
  subnets: [{ subnet: '10.61.0.0/30', gateway: '10.61.0.1', reserved: {} }],
  endpoints: [anEndpoint({ name: 'full', ipv4: '10.61.0.2' })],
});
const overlay = aNetwork({ name: 'ov', driver: 'overlay', scope: 'swarm', subnets: [] });
const ingress = aNetwork({
  name: 'ingress',
  driver: 'overlay',
  scope: 'swarm',
  ingress: true,
  attachable: true,
});
const standard = aNetwork({ name: 'bridge', builtIn: true });
const host = aNetwork({ name: 'host', builtIn: true, driver: 'host', subnets: [] });
const none = aNetwork({
  name: 'none',
  builtIn: true,
  driver: 'null',
  subnets: [],
  endpoints: [anEndpoint({ name: 'lonely' })],
});

const web = aContainer();
const bbox7 = aContainer({ name: 'bbox7', networks: [net.id] });
const sidecar = aContainer({ name: 'sidecar', mode: 'container', sharesWith: anId('bbox7') });
const orphan = aContainer({ name: 'orphan', mode: 'container', sharesWith: 'gone' });
const onHost = aContainer({ name: 'onhost', mode: 'host' });
const lonely = aContainer({ name: 'lonely', mode: 'none', networks: [none.id] });
const freed = aContainer({ name: 'freed', mode: 'none' });
const looping = aContainer({ name: 'looping', state: 'restarting' });

const snapshot = aSnapshot({
  networks: [dual, auto, net, tiny, ingress, overlay, standard, host, none],
  containers: [web, bbox7, sidecar, orphan, onHost, lonely, freed, looping],
});
const check = (spec: EndpointSpec, network: Network, container: Container = web, apiVersion = '1.51') =>
  checkConnect(spec, network, container, {
    snapshot: { ...snapshot, engine: anEngine({ apiVersion }) },
    engineChose: new Set([auto.id]),
  });

const refused: [
  what: string,
  spec: EndpointSpec,
  on: Network,
  who: Container,
  code: ErrorCode,
  says: RegExp,
][] = [
  ['who is on it already', {}, net, bbox7, 'conflict', /bbox7 is on my_net2 already/],
  [
    'who shares another network',
    {},
    dual,
    sidecar,
    'invalid',
    /sidecar has no network of its own: it shares bbox7's\. Connect bbox7 instead\./,
  ],
  ['who shares a network that is gone', {}, dual, orphan, 'invalid', /gone/],
  ['who is on host', {}, dual, onHost, 'invalid', /onhost uses the host's network/],
  ['who is on none', {}, dual, lonely, 'invalid', /lonely is on none/],
  ['who restarts over and over', {}, dual, looping, 'invalid', /looping is restarting/],
  ['to host', {}, host, web, 'invalid', /host's network/],
  ['to none', {}, none, web, 'invalid', /none/],
  ['to ingress', {}, ingress, web, 'invalid', /ingress/],
  ['to a network for services', {}, overlay, web, 'invalid', /ov is for services/],
  [
    'with an alias on the default bridge',
    { aliases: ['db'] },
    standard,
    web,
    'invalid',
    /alias db would do nothing/,
  ],
  [
    'with an address on the default bridge',
    { ipv4: '172.20.0.9' },
    standard,
    web,
    'invalid',
    /default bridge/,
  ],
  ['with a link on the default bridge', { links: [{ container: 'x' }] }, standard, web, 'invalid', /link/],
  [
    'with an address where Docker chose the subnet',
    { ipv4: '172.20.0.9' },
    auto,
    web,
    'invalid',
    /Docker chose the subnet/,
  ],
  [
    'with an address outside',
    { ipv4: '10.99.0.5' },
    net,
    web,
    'invalid',
    /10\.99\.0\.5 is not in my_net2 \(172\.21\.0\.0\/24\)/,
  ],
  ['with no address', { ipv4: 'zz' }, net, web, 'invalid', /zz is no IP address/],
  ['with a length', { ipv4: '172.21.0.9/24' }, net, web, 'invalid', /172\.21\.0\.9\/24/],
  ['with the network address', { ipv4: '172.21.0.0' }, net, web, 'invalid', /address of the network/],
  ['with the broadcast address', { ipv4: '172.21.0.255' }, net, web, 'invalid', /broadcast/],
  ['with the gateway', { ipv4: '172.21.0.1' }, net, web, 'conflict', /gateway of my_net2/],
  ['with a reserved address', { ipv4: '172.21.0.50' }, net, web, 'conflict', /reserved .* printer/],
  [
    'with the address of one that runs',
    { ipv4: '172.21.0.7' },
    net,
    web,
    'conflict',
    /172\.21\.0\.7 is held by bbox7\. Free next to it: 172\.21\.0\.9\./,
  ],
  [
    'with the address of one that is stopped',
    { ipv4: '172.21.0.8' },
    net,
    web,
    'conflict',
    /bbox8, which is stopped/,
  ],
  ['with IPv6 where there is none', { ipv6: 'fd00::5' }, net, web, 'invalid', /no IPv6 subnet/],
  ['with IPv6 as IPv4', { ipv4: 'fd00:60::5' }, dual, web, 'invalid', /no IPv4 address/],
  ['with the IPv6 gateway', { ipv6: 'fd00:60:0::1' }, dual, web, 'conflict', /gateway/],
  ['where no address is left', {}, tiny, web, 'conflict', /tiny has no address left/],
  ['with an empty alias', { aliases: [''] }, net, web, 'invalid', /alias/],
  ['with white space in an alias', { aliases: ['a b'] }, net, web, 'invalid', /a b/],
  ['with a link to nobody', { links: [{ container: '' }] }, net, web, 'invalid', /link/],
  [
    'with a link alias that cannot be asked for',
    { links: [{ container: 'db', alias: 'a:b' }] },
    net,
    web,
    'invalid',
    /a:b/,
  ],
  ['with half a priority', { gatewayPriority: 1.5 }, net, web, 'invalid', /1\.5/],
];

describe('a container to be connected', () => {
  for (const [what, spec, on, who, code, says] of refused) {
    it(`is refused ${what}`, () => {
      const { refusal } = check(spec, on, who);
      assert.ok(refusal, 'it was taken');
      assert.match(refusal.message, says);
      assert.equal(refusal.code, code);
    });
  }

  it('is taken with what the network can give', () => {
    assert.deepEqual(
      check({ ipv4: '10.60.0.9', aliases: ['db', 'a.b'], links: [{ container: 'x', alias: 'y' }] }, dual),
      {
        warnings: [],
      },
    );
    assert.equal(check({}, auto).refusal, undefined);
    assert.equal(check({}, standard).refusal, undefined);
    assert.equal(check({}, dual, freed).refusal, undefined);
    assert.equal(check({ gatewayPriority: -1 }, dual).refusal, undefined);
  });

  it('has its remedy as a button', () => {
    const [connect] = check({}, dual, sidecar).refusal!.remedies;
    assert.deepEqual(connect?.argument, { network: dual.id, container: anId('bbox7') });
    const [leave] = check({}, dual, lonely).refusal!.remedies;
    assert.equal(leave?.command, 'dockerNetworks.disconnectContainer');
    assert.equal(check({ ipv4: '172.21.0.7' }, net).suggestion, '172.21.0.9');
  });

  it('is warned of an address that Docker may deal to another, with the range that prevents it', () => {
    assert.match(check({ ipv4: '172.21.0.20' }, net).warnings.join(), /ip-range 172\.21\.0\.128\/25/);
  });

  it('may get what is kept for one that is stopped: so does Docker', () => {
    const [full] = tiny.endpoints;
    const stopped = { ...full!, state: 'exited' as const, ipv4: undefined, staticIpv4: '10.61.0.2' };
    assert.equal(check({}, { ...tiny, endpoints: [stopped] }).refusal, undefined);
  });

  it('leaves the choice to the engine where nobody knows who chose the subnet', () => {
    const world = { snapshot };
    const { refusal, warnings } = checkConnect({ ipv4: '172.20.0.9' }, auto, web, world);
    assert.equal(refusal, undefined);
    assert.match(warnings.join(), /may have a subnet that Docker chose/);
  });

  it('has a gateway priority on engines that know it', () => {
    assert.equal(check({ gatewayPriority: 1 }, net, web, '1.41').refusal?.code, 'unsupported');
    assert.equal(check({ gatewayPriority: 1 }, net, web, '1.48').refusal, undefined);
  });

  it('may have the address that it holds itself', () => {
    const own = aNetwork({ ...net, endpoints: [] });
    assert.equal(check({ ipv4: '172.21.0.7' }, own, bbox7).refusal, undefined);
  });
});

describe('what can be connected', () => {
  it('is said without a snapshot, too', () => {
    assert.equal(connectable(net, web), undefined);
    assert.match(connectable(net, lonely)!, /none/);
    assert.equal(connectable(net, freed), undefined);
  });
});

describe('an alias', () => {
  it('is warned of where it is odd, and refused where nobody could ask for it', () => {
    for (const alias of ['web', 'a.b', 'under_score', 'UPPER'])
      assert.deepEqual(checkAlias(alias), { warnings: [] }, alias);
    for (const alias of ['*', 'ünï', '10.0.0.1']) assert.equal(checkAlias(alias).warnings.length, 1, alias);
    for (const alias of ['', 'a b', '.a', 'a..b', 'x'.repeat(64)])
      assert.ok(checkAlias(alias).refusal, alias);
  });
});
