import assert from 'node:assert/strict';
import { EngineError, type ErrorCode, ExpectedError } from '../../../../src/core/errors.ts';
import { explain, type RefusalContext } from '../../../../src/core/refusals/explain.ts';
import type { ConnectSpec, NetworkSpec, RunSpec } from '../../../../src/core/specs.ts';
import { aContainer, aNetwork, anEndpoint, anId, aSnapshot } from '../../builders/model.ts';

const standard = aNetwork({
  name: 'bridge',
  builtIn: true,
  subnets: [{ subnet: '172.17.0.0/16', gateway: '172.17.0.1', reserved: {} }],
});
const host = aNetwork({ name: 'host', builtIn: true, driver: 'host', subnets: [] });
const none = aNetwork({ name: 'none', builtIn: true, driver: 'null', subnets: [] });
const mynet = aNetwork({
  subnets: [{ subnet: '192.168.0.0/16', gateway: '192.168.0.1', reserved: {} }],
  options: { parent: 'eth0' },
  endpoints: [
    anEndpoint({ name: 'br1', ipv4: '192.168.0.2' }),
    anEndpoint({ name: 'br2', ipv4: '192.168.0.7' }),
    anEndpoint({ name: 'old', state: 'exited', staticIpv4: '192.168.0.7' }),
  ],
});
const auto = aNetwork({ name: 'n2' });
const container = (name: string, given = {}) => aContainer({ name, ...given });
const snapshot = aSnapshot({
  networks: [mynet, auto, standard, host, none],
  containers: [
    container('br1', { networks: [mynet.id], ports: [{ port: 80, protocol: 'tcp', hostPort: 8080 }] }),
    container('br2', { networks: [mynet.id] }),
    container('old', { networks: [mynet.id], state: 'exited' }),
    container('cc1'),
    container('onhost', { mode: 'host' }),
    container('side', { mode: 'container', sharesWith: anId('br1') }),
  ],
});

const create = (spec: Partial<NetworkSpec> = {}): RefusalContext => ({
  act: 'create',
  snapshot,
  spec: { name: 'new', ...spec },
});
const block = (subnet: string, more = {}) => create({ subnets: [{ subnet, ...more }] });
const connect = (spec: Partial<ConnectSpec> = {}): RefusalContext => ({
  act: 'connect',
  snapshot,
  spec: { network: 'mynet', container: 'cc1', ...spec },
});
const disconnect = (network: string, who: string): RefusalContext => ({
  act: 'disconnect',
  snapshot,
  spec: { network, container: who },
});
const remove = (network = 'mynet'): RefusalContext => ({ act: 'remove', snapshot, spec: { network } });
const run = (spec: Partial<RunSpec> = {}): RefusalContext => ({
  act: 'run',
  snapshot,
  spec: { image: 'box', ...spec },
});
const start = (who: string): RefusalContext => ({ act: 'start', snapshot, spec: { container: who } });

const settings = 'invalid endpoint settings:\n';
const config = 'invalid network config:\n';
const id = anId('x');
const no = 'user specified IP address is supported';
const option = 'com.docker.network.bridge.gateway_mode_ipv4';

/** What the engines say, word for word (measured on 20.10.24 and 28.5.2), and what people read instead. */
const refusals: [status: number, engine: string, context: RefusalContext, code: ErrorCode, says: RegExp][] = [
  [500, 'invalid name: ', create({ name: '' }), 'invalid', /needs a name/],
  [400, 'invalid name: name is empty', create({ name: '' }), 'invalid', /needs a name/],
  [
    403,
    'operation is not permitted on predefined bridge network ',
    create({ name: 'bridge' }),
    'invalid',
    /name bridge/,
  ],
  [
    409,
    'network with name mynet already exists',
    create({ name: 'mynet' }),
    'conflict',
    /mynet exists already \([0-9a-f]{12}\)/,
  ],
  [500, 'Invalid subnet abc : invalid CIDR address: abc', block('abc'), 'invalid', /abc is no subnet/],
  [
    400,
    `${config}invalid subnet abc: invalid CIDR block notation`,
    block('abc'),
    'invalid',
    /abc is no subnet/,
  ],
  [
    400,
    `${config}invalid subnet 10.1.2.3/16: it should be 10.1.0.0/16`,
    block('10.1.2.3/16'),
    'invalid',
    /mean 10\.1\.0\.0\/16/,
  ],
  [
    500,
    'Invalid subnet  : invalid CIDR address: ',
    block('', { gateway: '10.1.0.1' }),
    'invalid',
    /10\.1\.0\.1 needs a subnet/,
  ],
  [
    400,
    `${config}invalid subnet : invalid CIDR block notation`,
    block('', { gateway: '10.1.0.1' }),
    'invalid',
    /needs a subnet/,
  ],
  [
    500,
    'failed to allocate gateway (10.2.0.1): Requested address is out of range',
    block('10.1.0.0/24', { gateway: '10.2.0.1' }),
    'invalid',
    /10\.2\.0\.1 is not in 10\.1\.0\.0\/24/,
  ],
  [
    400,
    `${config}invalid gateway 10.2.0.1: parent subnet 10.1.0.0/24 doesn't contain this address`,
    block('10.1.0.0/24', { gateway: '10.2.0.1' }),
    'invalid',
    /10\.2\.0\.1 is not in 10\.1\.0\.0\/24/,
  ],
  [
    500,
    'invalid gateway address zz in Ipam configuration',
    block('10.1.0.0/24', { gateway: 'zz' }),
    'invalid',
    /zz is no IP/,
  ],
  [
    400,
    `${config}invalid gateway zz: invalid address`,
    block('10.1.0.0/24', { gateway: 'zz' }),
    'invalid',
    /zz is no IP/,
  ],
  [
    500,
    'failed to allocate gateway (10.1.0.0): Address already in use',
    block('10.1.0.0/24', { gateway: '10.1.0.0' }),
    'invalid',
    /10\.1\.0\.0/,
  ],
  [
    400,
    `${config}invalid ip-range 10.2.0.0/28: parent subnet 10.1.0.0/24 doesn't contain ip-range`,
    block('10.1.0.0/24', { ipRange: '10.2.0.0/28' }),
    'invalid',
    /10\.2\.0\.0\/28 is not in/,
  ],
  [
    400,
    `${config}invalid ip-range 10.1.0.0/16: CIDR block is bigger than its parent subnet 10.1.0.0/24`,
    block('10.1.0.0/24', { ipRange: '10.1.0.0/16' }),
    'invalid',
    /larger/,
  ],
  [
    400,
    `${config}invalid ip-range 10.1.0.3/28: it should be 10.1.0.0/28`,
    block('10.1.0.0/24', { ipRange: '10.1.0.3/28' }),
    'invalid',
    /mean 10\.1\.0\.0\/28/,
  ],
  [
    400,
    `${config}invalid ip-range x: invalid CIDR block notation`,
    block('10.1.0.0/24', { ipRange: 'x' }),
    'invalid',
    /x is no range/,
  ],
  [
    500,
    'failed to parse pool request for address space "LocalDefault" pool "10.1.0.0/24" subpool "x": Invalid Address SubPool',
    block('10.1.0.0/24', { ipRange: 'x' }),
    'invalid',
    /x is no range/,
  ],
  [
    403,
    'auxiliary address: (a:10.2.0.1) must belong to the master pool: 10.66.0.0/24',
    block('10.66.0.0/24', { reserved: { a: '10.2.0.1' } }),
    'invalid',
    /10\.2\.0\.1 \(a\) is not in 10\.66\.0\.0\/24/,
  ],
  [
    400,
    `${config}invalid auxiliary address a: parent subnet 10.66.0.0/24 doesn't contain this address`,
    block('10.66.0.0/24', { reserved: { a: '10.2.0.1' } }),
    'invalid',
    /10\.2\.0\.1 \(a\)/,
  ],
  [
    500,
    'failed to allocate secondary ip address (a:10.1.0.9): Address already in use',
    block('10.1.0.0/24', { gateway: '10.1.0.9', reserved: { a: '10.1.0.9' } }),
    'invalid',
    /it is the gateway/,
  ],
  [
    403,
    'Pool overlaps with other one on this address space',
    block('192.168.5.0/24'),
    'conflict',
    /192\.168\.5\.0\/24 overlaps mynet \(192\.168\.0\.0\/16\)\. 10\.201\.0\.0\/24 is free/,
  ],
  [
    403,
    'invalid pool request: Pool overlaps with other one on this address space',
    block('192.168.5.0/24'),
    'conflict',
    /overlaps mynet/,
  ],
  [
    403,
    'Pool overlaps with other one on this address space',
    block('10.66.0.0/24'),
    'conflict',
    /restarting the engine frees it/,
  ],
  [
    500,
    'failed to allocate gateway (): No available addresses on this pool',
    block('10.1.0.0/31'),
    'invalid',
    /too small/,
  ],
  [
    403,
    "bridge driver doesn't support multiple subnets",
    create({ subnets: [{ subnet: '10.1.0.0/24' }, { subnet: '10.2.0.0/24' }] }),
    'invalid',
    /10\.2\.0\.0\/24/,
  ],
  [
    404,
    'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
    create(),
    'conflict',
    /no free address range left/,
  ],
  [
    400,
    'all predefined address pools have been fully subnetted',
    create(),
    'conflict',
    /no free address range left/,
  ],
  [
    404,
    'could not find an available, non-overlapping IPv6 address pool among the defaults to assign to the network',
    create({ ipv6: true }),
    'invalid',
    /fd00:201::\/64 is free/,
  ],
  [400, 'IPv4 or IPv6 must be enabled', create(), 'invalid', /both are off/],
  [404, 'plugin "nosuch" not found', create({ driver: 'nosuch' }), 'invalid', /no network driver nosuch/],
  [403, 'only one instance of "host" network is allowed', create({ driver: 'host' }), 'invalid', /host/],
  [
    500,
    'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    create({ driver: 'overlay' }),
    'invalid',
    /new needs Swarm.*docker swarm init/,
  ],
  [403, 'cannot create a swarm scoped network when swarm is not active', create(), 'invalid', /Swarm/],
  [403, 'Ingress network can only be global scope network', create(), 'invalid', /Swarm/],
  [404, 'configuration network "zz" does not exist', create(), 'invalid', /zz/],
  [
    500,
    'failed to parse com.docker.network.driver.mtu value: abc (strconv.Atoi: parsing "abc": invalid syntax)',
    create({ options: { 'com.docker.network.driver.mtu': 'abc' } }),
    'invalid',
    /MTU .*abc/,
  ],
  [
    400,
    `failed to parse ${option} value: zzz (unknown gateway mode zzz)`,
    create({ options: { [option]: 'zzz' } }),
    'invalid',
    /Gateway Mode \(IPv4\).*zzz/,
  ],
  [
    500,
    'failed to check bridge interface existence: numerical result out of range',
    create({ options: { 'com.docker.network.bridge.name': 'a-bridge-with-a-name' } }),
    'invalid',
    /a-bridge-with-a-name/,
  ],
  [
    500,
    'numerical result out of range',
    create({ options: { 'com.docker.network.bridge.name': 'a-bridge-with-a-name' } }),
    'invalid',
    /at most 15/,
  ],
  [
    403,
    `cannot create network ${id} (docker0): conflicts with network ${anId('bridge')} (docker0): networks have same bridge name`,
    create(),
    'conflict',
    /docker0 belongs to the network bridge/,
  ],
  [500, 'existing interface eth0 is not a bridge', create(), 'conflict', /eth0/],
  [
    500,
    "gateway mode 'isolated' can only be used for an internal network",
    create({ options: { [option]: 'isolated' } }),
    'invalid',
    /internal/,
  ],
  [
    500,
    'invalid subinterface vlan name nope0, example formatting is eth0.10',
    create({ driver: 'macvlan', options: { parent: 'nope0' } }),
    'invalid',
    /no interface nope0/,
  ],
  [
    500,
    'network dm-0123456789ab is already using parent interface eth0',
    create({ driver: 'macvlan', options: { parent: 'eth0' } }),
    'conflict',
    /eth0 is used by mynet/,
  ],
  [500, 'operation not supported', create({ driver: 'macvlan' }), 'unsupported', /macvlan/],
  [
    400,
    'rpc error: code = InvalidArgument desc = name must be valid as a DNS name component',
    create({ name: 'a b', driver: 'overlay' }),
    'invalid',
    /a b/,
  ],
  [
    400,
    'rpc error: code = InvalidArgument desc = name must be 63 characters or fewer',
    create({ name: 'x'.repeat(70), driver: 'overlay' }),
    'invalid',
    /63/,
  ],

  [
    403,
    'endpoint with name cc1 already exists in network mynet',
    connect(),
    'conflict',
    /cc1 is on mynet already/,
  ],
  [
    400,
    `${no} on user defined networks only`,
    connect({ network: 'bridge', ipv4: '172.17.0.9' }),
    'invalid',
    /default bridge/,
  ],
  [
    400,
    `${settings}${no} on user defined networks only`,
    connect({ network: 'bridge', ipv4: '172.17.0.9' }),
    'invalid',
    /default bridge/,
  ],
  [
    400,
    'network-scoped alias is supported only for containers in user defined networks',
    connect({ network: 'bridge', aliases: ['db'] }),
    'invalid',
    /alias db/,
  ],
  [
    400,
    `${settings}network-scoped alias is supported only for containers in user defined networks`,
    connect({ network: 'bridge', aliases: ['db'] }),
    'invalid',
    /alias db/,
  ],
  [
    400,
    `${no} only when connecting to networks with user configured subnets`,
    connect({ network: 'n2', ipv4: '172.20.0.9' }),
    'invalid',
    /On n2 Docker chose the subnet.*172\.20\.0\.9 cannot/,
  ],
  [
    500,
    "Invalid address 10.99.0.5: It does not belong to any of this network's subnets",
    connect({ ipv4: '10.99.0.5' }),
    'invalid',
    /10\.99\.0\.5 is not in mynet \(192\.168\.0\.0\/16\)/,
  ],
  [
    400,
    `${settings}no configured subnet or ip-range contain the IP address 10.99.0.5`,
    connect({ ipv4: '10.99.0.5' }),
    'invalid',
    /10\.99\.0\.5 is not in mynet/,
  ],
  [
    403,
    'Address already in use',
    connect({ ipv4: '192.168.0.2' }),
    'conflict',
    /192\.168\.0\.2 is held by br1\. Free next to it: 192\.168\.0\.3/,
  ],
  [403, 'Address already in use', connect({ ipv4: '192.168.0.1' }), 'conflict', /gateway of mynet/],
  [500, 'Invalid IPv4 address: zz)', connect({ ipv4: 'zz' }), 'invalid', /zz is no IP/],
  [
    400,
    `${settings}* invalid IPv4 address: zz\n* no configured subnet or ip-range contain the IP address zz`,
    connect({ ipv4: 'zz' }),
    'invalid',
    /zz is no IP/,
  ],
  [
    400,
    'container cannot be disconnected from host network or connected to host network',
    connect({ network: 'host' }),
    'invalid',
    /host's network/,
  ],
  [
    400,
    'cannot connect container to host network - container must be created in host network mode',
    connect({ network: 'host' }),
    'invalid',
    /host's network/,
  ],
  [
    400,
    'container cannot be connected to multiple networks with one of the networks in private (none) mode',
    connect({ network: 'none' }),
    'invalid',
    /none/,
  ],
  [
    400,
    'container sharing network namespace with another container or host cannot be connected to any other network',
    connect({ container: 'side' }),
    'invalid',
    /side has no network of its own: it shares br1's\. Connect br1 instead/,
  ],
  [404, 'network zzz not found', connect({ network: 'zzz' }), 'not-found', /no network zzz/],
  [404, 'No such container: zzz', connect({ container: 'zzz' }), 'not-found', /no container zzz/],
  [400, 'invalid name or ID supplied: ""', connect({ container: '' }), 'invalid', /Which container/],
  [
    400,
    'network mynet is ambiguous (2 matches found on name)',
    connect(),
    'conflict',
    /Several networks are called mynet/,
  ],
  [
    400,
    '2 matches found based on name: network mynet is ambiguous',
    connect(),
    'conflict',
    /Several networks/,
  ],
  [404, `network sandbox for container ${id} not found`, connect(), 'conflict', /cc1 is restarting/],
  [
    500,
    'Could not attach to network ov: rpc error: code = PermissionDenied desc = network ov not manually attachable',
    connect({ network: 'ov' }),
    'invalid',
    /ov is for services/,
  ],
  [
    500,
    `container ${anId('cc1')} is not connected to network mynet`,
    disconnect('mynet', 'cc1'),
    'conflict',
    /cc1 is not on mynet/,
  ],
  [
    500,
    `container ${anId('cc1')} is not connected to the network n2`,
    disconnect('n2', 'cc1'),
    'conflict',
    /cc1 is not on n2/,
  ],
  [
    500,
    `container ${anId('side')} is not connected to network mynet`,
    disconnect('mynet', 'side'),
    'conflict',
    /Disconnect br1 instead/,
  ],
  [404, 'endpoint zzz not found', disconnect('mynet', 'zzz'), 'not-found', /zzz/],
  [
    400,
    'container cannot be disconnected from host network or connected to host network',
    disconnect('host', 'onhost'),
    'invalid',
    /onhost was made on the host's network/,
  ],
  [
    400,
    'cannot disconnect container from host network - container was created in host network mode',
    disconnect('host', 'onhost'),
    'invalid',
    /onhost was made/,
  ],

  [
    403,
    `error while removing network: network mynet id ${anId('mynet')} has active endpoints`,
    remove(),
    'in-use',
    /mynet is in use by br1 and br2\. old \(stopped\) belongs to it/,
  ],
  [
    403,
    'error while removing network: network mynet has active endpoints (name:"br1" id:"19fc5b82a943")',
    remove(),
    'in-use',
    /br1/,
  ],
  [
    403,
    'error while removing network: network gone has active endpoints (name:"br1" id:"19fc5b82a943", name:"x" id:"0")',
    remove('gone'),
    'in-use',
    /in use by br1 and x/,
  ],
  [
    403,
    'bridge is a pre-defined network and cannot be removed',
    remove('bridge'),
    'invalid',
    /bridge is one of Docker's own/,
  ],
  [404, 'network zzz not found', remove('zzz'), 'not-found', /zzz/],
  [
    400,
    'rpc error: code = FailedPrecondition desc = network abc is in use by task xyz',
    remove('ov'),
    'in-use',
    /ov is in use by the task xyz/,
  ],

  [
    400,
    'Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed',
    run({ name: 'a' }),
    'invalid',
    /called a:/,
  ],
  [
    409,
    `Conflict. The container name "/br1" is already in use by container "${anId('br1')}". You have to remove (or rename) that container to be able to reuse that name.`,
    run({ name: 'br1' }),
    'conflict',
    /br1 exists already/,
  ],
  [404, 'No such image: zzz:latest', run({ image: 'zzz' }), 'not-found', /no image zzz:latest/],
  [
    500,
    'driver failed programming external connectivity on endpoint x (abc): Bind for 0.0.0.0:8080 failed: port is already allocated',
    run(),
    'conflict',
    /8080 .* br1/,
  ],
  [
    500,
    'driver failed programming external connectivity on endpoint x (abc): listen tcp4 0.0.0.0:22: bind: address already in use',
    run(),
    'conflict',
    /port 22 is taken by a program/,
  ],
  [
    500,
    'driver failed programming external connectivity on endpoint x (abc): Error starting userland proxy: listen tcp4 0.0.0.0:22: bind: address already in use',
    run(),
    'conflict',
    /port 22/,
  ],
  [
    400,
    'conflicting options: port publishing and the container type network mode',
    run({ network: { shareWith: 'br1' }, publish: [{ port: 80 }] }),
    'invalid',
    /publish it on br1/,
  ],
  [
    404,
    'No such container: nosuch',
    run({ network: { shareWith: 'nosuch' } }),
    'not-found',
    /nosuch, whose network was to be shared/,
  ],
  [
    500,
    'joining network namespace of container: No such container: nosuch',
    run({ network: { shareWith: 'nosuch' } }),
    'not-found',
    /nosuch/,
  ],
  [403, 'Address already in use', run({ network: 'mynet', ipv4: '192.168.0.2' }), 'conflict', /held by br1/],
  [
    403,
    'failed to set up container networking: Address already in use',
    start('old'),
    'conflict',
    /old cannot start: its address 192\.168\.0\.7 on mynet is held by br2/,
  ],
  [403, 'Address already in use', start('old'), 'conflict', /held by br2/],
  [
    500,
    `no available IPv4 addresses on this network's address pools: mynet (${anId('mynet')})`,
    start('old'),
    'conflict',
    /mynet has no IPv4 address left: 2 containers/,
  ],
  [
    404,
    `network ${id} not found`,
    start('old'),
    'conflict',
    /old cannot start: it belongs to a network that is gone/,
  ],
  [
    500,
    `Cannot restart container side: cannot join network of a non running container: ${anId('br1')}`,
    start('side'),
    'conflict',
    /br1 is not running, and side shares its network/,
  ],
  [
    500,
    'cannot join network namespace of a non running container: container web is exited',
    start('side'),
    'conflict',
    /web is not running/,
  ],
  [
    500,
    'Cannot link to /br1, as it does not belong to the default network',
    start('lnk'),
    'invalid',
    /br1 is not on it/,
  ],
  [
    500,
    `container ${anId('br1')} not attached to default bridge network`,
    start('lnk'),
    'invalid',
    /br1 is not on it/,
  ],
  [409, 'network with name  already exists', create({ name: '' }), 'invalid', /needs a name/],
  [
    500,
    'Cannot link to a non running container: /tgt AS /lnk/al',
    start('lnk'),
    'conflict',
    /tgt is not running, and lnk has a link to it/,
  ],
  [
    400,
    'client version 1.52 is too new. Maximum supported API version is 1.51',
    connect(),
    'unsupported',
    /1\.52/,
  ],
];

describe("the engine's refusal", () => {
  for (const [status, text, context, code, says] of refusals) {
    it(`of ${context.act}: ${text.slice(0, 90).replaceAll('\n', ' ')}`, () => {
      const told = explain(new EngineError(status, text), context);
      assert.ok(told instanceof ExpectedError && !(told instanceof EngineError), 'it was not explained');
      assert.match(told.message, says);
      assert.equal(told.code, code);
      assert.equal(told.detail, text);
      assert.match(told.message, /^[^\n]+[.?]$/);
    });
  }

  it('counts the pools where they are used up, and offers two ways out', () => {
    const pools = [
      ...Array.from({ length: 14 }, (_, at) => `172.${18 + at}.0.0/16`),
      ...Array.from({ length: 16 }, (_, at) => `192.168.${16 * at}.0/20`),
    ];
    const networks = pools.map((subnet) => aNetwork({ name: subnet, subnets: [{ subnet, reserved: {} }] }));
    const full: RefusalContext = {
      act: 'create',
      snapshot: aSnapshot({ networks: [...networks, standard] }),
      spec: { name: 'new' },
    };
    const told = explain(
      new EngineError(400, 'all predefined address pools have been fully subnetted'),
      full,
    );
    assert.ok(told instanceof ExpectedError);
    assert.match(told.message, /\(30 of 30 used\)/);
    assert.deepEqual(
      told.remedies.map(({ title, command }) => [title, command]),
      [
        ['Create With 10.201.0.0/24', 'dockerNetworks.createNetwork'],
        ['Remove Unused…', 'dockerNetworks.pruneNetworks'],
      ],
    );
  });

  it('has its remedies as buttons', () => {
    const remedyOf = (text: string, context: RefusalContext) => {
      const told = explain(new EngineError(403, text), context);
      assert.ok(told instanceof ExpectedError);
      return told.remedies[0];
    };
    assert.deepEqual(remedyOf('network mynet id x has active endpoints', remove()), {
      title: 'Disconnect All and Remove',
      command: 'dockerNetworks.removeNetwork',
      argument: { network: mynet.id, disconnectContainers: true },
    });
    assert.deepEqual(remedyOf('Address already in use', connect({ ipv4: '192.168.0.2' })), {
      title: 'Use 192.168.0.3',
      command: 'dockerNetworks.connectContainer',
      argument: { network: 'mynet', container: 'cc1', ipv4: '192.168.0.3' },
    });
    assert.deepEqual(remedyOf('Address already in use', start('old')), {
      title: 'Disconnect br2 From mynet',
      command: 'dockerNetworks.disconnectContainer',
      argument: { network: mynet.id, container: anId('br2') },
    });
    assert.equal(
      remedyOf(`network ${id} not found`, start('old'))?.command,
      'dockerNetworks.repairContainer',
    );
  });

  it('comes back as it is where nothing is known of it', () => {
    const unknown = new EngineError(500, 'something new');
    assert.equal(explain(unknown, connect()), unknown);
    const other = new Error('no engine error');
    assert.equal(explain(other, connect()), other);
  });
});
