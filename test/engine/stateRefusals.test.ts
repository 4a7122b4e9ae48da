import assert from 'node:assert/strict';
import { ExpectedError } from '../../src/core/errors.ts';
import { connectContainer } from '../../src/state/operations/connectContainer.ts';
import { createNetwork } from '../../src/state/operations/createNetwork.ts';
import { disconnectContainer } from '../../src/state/operations/disconnectContainer.ts';
import { pruneNetworks } from '../../src/state/operations/pruneNetworks.ts';
import { removeNetwork } from '../../src/state/operations/removeNetwork.ts';
import { runContainer } from '../../src/state/operations/runContainer.ts';
import type { Store } from '../../src/state/store.ts';
import { busyboxImage } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { Outside } from './stateOutside.ts';
import { storeOn } from './stateStore.ts';

describe('wrong input, on a real engine', function () {
  this.timeout(300_000);
  let outside: Outside;
  let store: Store;
  let changes: string[];
  let taken: string;
  let web: string;
  let second: string;

  before(async () => {
    const engine = await labEngine();
    outside = new Outside(engine.socket, busyboxImage);
    ({ store, changes } = storeOn(engine.endpoint));
    [taken, web, second] = ['taken', 'web', 'second'].map((name) => outside.name(name)) as [
      string,
      string,
      string,
    ];
    await outside.network(taken, outside.subnet('10.77.40.0/24', { Gateway: '10.77.40.1' }));
    await outside.run(web, taken, { endpoint: { IPAMConfig: { IPv4Address: '10.77.40.7' } } });
    await outside.run(second, 'bridge');
  });

  after(async () => {
    store.dispose();
    await outside.clear();
  });

  /** Does something that is refused with one of the codes and a sentence that names the values, before anything is sent. */
  function refuses(title: string, act: () => Promise<unknown>, codes: string[], names: () => string[]): void {
    it(`refuses ${title} and sends nothing`, async () => {
      const error = await act().then(
        () => assert.fail('It was done.'),
        (failure: unknown) => failure,
      );
      assert.ok(error instanceof ExpectedError, String(error));
      assert.ok(codes.includes(error.code), `${error.code}: ${error.message}`);
      for (const name of names()) assert.ok(error.message.includes(name), error.message);
      assert.deepEqual(changes, []);
    });
  }

  const create = (more: object) => () => createNetwork(store, { name: outside.name('new'), ...more });
  const subnet = (given: string, more: object = {}) => create({ subnets: [{ subnet: given, ...more }] });
  const networks: [title: string, act: () => Promise<unknown>, names: () => string[]][] = [
    ['a network without a name', create({ name: '' }), () => []],
    ['a name that is taken', () => createNetwork(store, { name: taken }), () => [taken]],
    ['a name of Docker’s own', create({ name: 'host' }), () => ['host']],
    ['a subnet without a prefix', subnet('10.9.0.0'), () => ['10.9.0.0']],
    ['a subnet that is no address', subnet('abc'), () => ['abc']],
    ['an address with too large a number', subnet('10.300.0.0/16'), () => ['10.300.0.0/16']],
    ['an address in octal', subnet('010.9.0.0/24'), () => ['010.9.0.0/24']],
    ['a prefix of 33', subnet('10.9.0.0/33'), () => ['10.9.0.0/33']],
    ['host bits', subnet('10.9.0.5/24'), () => ['10.9.0.5/24', '10.9.0.0/24']],
    ['a subnet that overlaps a network', subnet('10.77.0.0/16'), () => ['10.77.0.0/16', taken]],
    ['a subnet within the default bridge', subnet('172.17.3.0/24'), () => ['172.17.3.0/24', 'bridge']],
    ['a gateway outside', subnet('10.9.0.0/24', { gateway: '10.8.0.1' }), () => ['10.8.0.1', '10.9.0.0/24']],
    ['a gateway that is no address', subnet('10.9.0.0/24', { gateway: 'zz' }), () => ['zz']],
    ['the network address as gateway', subnet('10.9.0.0/24', { gateway: '10.9.0.0' }), () => ['10.9.0.0']],
    [
      'the broadcast address as gateway',
      subnet('10.9.0.0/24', { gateway: '10.9.0.255' }),
      () => ['10.9.0.255'],
    ],
    ['a range outside', subnet('10.9.0.0/24', { ipRange: '10.2.0.0/28' }), () => ['10.2.0.0/28']],
    [
      'a range larger than its subnet',
      subnet('10.9.0.0/24', { ipRange: '10.9.0.0/16' }),
      () => ['10.9.0.0/16'],
    ],
    ['a range with host bits', subnet('10.9.0.0/24', { ipRange: '10.9.0.5/28' }), () => ['10.9.0.5/28']],
    [
      'a reserved address outside',
      subnet('10.9.0.0/24', { reserved: { a: '10.2.0.1' } }),
      () => ['10.2.0.1'],
    ],
    [
      'the gateway reserved',
      subnet('10.9.0.0/24', { gateway: '10.9.0.1', reserved: { a: '10.9.0.1' } }),
      () => ['10.9.0.1'],
    ],
    [
      'two IPv4 subnets of a bridge',
      create({ subnets: [{ subnet: '10.9.0.0/24' }, { subnet: '10.10.0.0/24' }] }),
      () => [],
    ],
    ['an unknown driver', create({ driver: 'nosuch' }), () => ['nosuch']],
    ['the driver host', create({ driver: 'host' }), () => ['host']],
    ['an overlay without a swarm', create({ driver: 'overlay' }), () => []],
    [
      'an MTU that is no number',
      create({ options: { 'com.docker.network.driver.mtu': 'abc' } }),
      () => ['abc'],
    ],
    ['a flag that is a text', create({ internal: 'yes' }), () => ['internal', 'yes']],
    ['a field that is not known', create({ subnet: '10.9.0.0/24' }), () => ['subnet']],
  ];
  for (const [title, act, names] of networks) {
    refuses(title, act, ['invalid', 'conflict', 'unsupported'], names);
  }

  const connect = (more: object) => () =>
    connectContainer(store, { network: taken, container: second, ...more });
  refuses('an address that is held', connect({ ipv4: '10.77.40.7' }), ['conflict'], () => [web]);
  refuses('the gateway’s address', connect({ ipv4: '10.77.40.1' }), ['conflict'], () => ['10.77.40.1']);
  refuses('an address outside', connect({ ipv4: '10.99.0.5' }), ['invalid'], () => ['10.99.0.5', taken]);
  refuses(
    'who is on it already',
    () => connect({ container: web })(),
    ['conflict'],
    () => [web, taken],
  );
  refuses('the host’s network', connect({ network: 'host' }), ['invalid'], () => ['host']);
  refuses('a container that is not there', connect({ container: 'nosuch' }), ['not-found'], () => ['nosuch']);
  refuses(
    'an alias on the default bridge',
    () => connectContainer(store, { network: 'bridge', container: web, aliases: ['www'] }),
    ['invalid'],
    () => ['www'],
  );
  refuses(
    'to disconnect who is not on it',
    () => disconnectContainer(store, { network: taken, container: second }),
    ['conflict'],
    () => [second, taken],
  );
  refuses(
    'to remove Docker’s own',
    () => removeNetwork(store, { network: 'bridge' }),
    ['invalid'],
    () => ['bridge'],
  );
  refuses(
    'to remove what is used',
    () => removeNetwork(store, { network: taken }),
    ['in-use'],
    () => [web],
  );
  refuses(
    'to prune what is used',
    () => pruneNetworks(store, { networks: [taken] }),
    ['in-use'],
    () => [web],
  );
  refuses(
    'a network that is not there',
    () => pruneNetworks(store, { networks: ['nosuch'] }),
    ['not-found'],
    () => ['nosuch'],
  );
  const run = (more: object) => () => runContainer(store, { image: busyboxImage, ...more });
  refuses('ports on host', run({ network: { mode: 'host' }, publishAll: true }), ['invalid'], () => ['host']);
  refuses('an address on the default bridge', run({ ipv4: '172.17.0.9' }), ['invalid'], () => ['bridge']);
  refuses('an alias on none', run({ network: { mode: 'none' }, aliases: ['a'] }), ['invalid'], () => [
    'none',
  ]);
  refuses('a name of one character', run({ name: 'x' }), ['invalid'], () => ['x']);
  refuses(
    'a name that a container has',
    () => run({ name: web })(),
    ['conflict'],
    () => [web],
  );
});
