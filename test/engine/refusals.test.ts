import assert from 'node:assert/strict';
import type { CheckWorld } from '../../src/core/checks/check.ts';
import { checkConnect } from '../../src/core/checks/checkConnect.ts';
import { checkNetwork } from '../../src/core/checks/checkNetwork.ts';
import { checkRun } from '../../src/core/checks/checkRun.ts';
import { findContainer, findNetwork } from '../../src/core/lookup.ts';
import type { Snapshot } from '../../src/core/model.ts';
import { explain, type RefusalContext } from '../../src/core/refusals/explain.ts';
import type { EndpointSpec, NetworkSpec, RunSpec } from '../../src/core/specs.ts';
import { containerSpec } from '../../src/state/operations/runContainer.ts';
import type { LabEngine } from '../lab/engine.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { assertRefused, assertTold, provoked } from './refusalAsserts.ts';
import { bridge, connected, created, option, ran, unforeseen, type Who } from './refusalCases.ts';
import { RefusalWorld } from './refusalWorld.ts';

const labels = { [labLabel]: 'refusals' };
describe("the engine's refusals", function () {
  this.timeout(300_000);
  let lab: LabEngine;
  let world: RefusalWorld;
  let known: CheckWorld;
  let unknownDriver: Promise<unknown>;

  before(async () => {
    lab = await labEngine();
    world = await RefusalWorld.on(lab);
    await lab.exec(['ip', 'link', 'add', 'ref-wire', 'type', 'veth', 'peer', 'name', 'ref-end']);
    await world.network({ name: 'ref-net', subnets: [{ subnet: '10.70.0.0/24', gateway: '10.70.0.1' }] });
    const auto = await world.network({ name: 'ref-auto' });
    await world.network({
      name: 'ref-two',
      subnets: [{ subnet: '10.73.0.0/24', gateway: '10.73.0.1', reserved: { printer: '10.73.0.50' } }],
    });
    await world.network({ name: 'ref-tiny', subnets: [{ subnet: '10.74.0.0/30' }] });
    const subnets = [{ subnet: '10.76.0.0/24' }];
    await world.network({ name: 'ref-mac', driver: 'macvlan', options: { parent: 'ref-end' }, subnets });
    await world.running('ref-web', 'ref-net');
    await world.running('ref-seven', 'ref-two', { ipv4: '10.73.0.7' });
    await world.container('ref-old', 'ref-two', { endpoint: { ipv4: '10.73.0.8' } });
    await world.running('ref-full', 'ref-tiny');
    await world.container('ref-halted', 'bridge');
    await world.running('ref-none', 'none');
    await world.running('ref-host', 'host');
    const web = findContainer(await world.snapshot(), 'ref-web');
    await world.running('ref-side', `container:${web.id}`);
    const port = await world.container('ref-port', 'ref-net', {
      portBindings: { '80/tcp': [{ hostPort: '18080' }] },
    });
    await world.port.startContainer(port);
    // The engine looks for the plugin for a quarter of a minute.
    unknownDriver = provoked(() => make({ name: 'ref-new', driver: 'nosuch' }));
    known = { ...(await world.checkWorld()), engineChose: new Set([auto]) };
  });

  after(async () => {
    await world?.clear();
    await lab?.exec(['ip', 'link', 'delete', 'ref-wire']);
  });

  for (const [what, spec, refuses, says] of created) {
    it(`names the culprit of a network with ${what}`, async () => {
      assertRefused(checkNetwork(spec, known), says);
      await provoke({ act: 'create', spec }, refuses, says, () => make(spec));
    });
  }

  for (const [what, spec, refuses, says] of unforeseen) {
    it(`names the culprit of a network with ${what}, which only the engine can know`, async () => {
      assert.equal(checkNetwork(spec, known).refusal, undefined);
      await provoke({ act: 'create', spec }, refuses, says, () => make(spec));
    });
  }

  it('names the network that has a parent already, where the engine allows one for each', async () => {
    const subnets = [{ subnet: '10.77.0.0/24' }];
    const spec = { name: 'ref-new', driver: 'macvlan', options: { parent: 'ref-end' }, subnets };
    const says = /ref-end is used by ref-mac already/;
    if (lab.version === '20.10') assertRefused(checkNetwork(spec, known), says);
    else assert.equal(checkNetwork(spec, known).refusal, undefined);
    await provoke({ act: 'create', spec }, '20.10', says, () => make(spec));
  });

  it("names the network whose bridge was to be another's, too", async () => {
    const spec = option(`${bridge}.name`, 'docker0');
    const says = /docker0 belongs to the network bridge/;
    assertRefused(checkNetwork(spec, known), says);
    // 20.10 takes it, and its default bridge is broken when that network is removed.
    if (lab.version !== '20.10') await provoke({ act: 'create', spec }, 'both', says, () => make(spec));
  });

  it('asks for an IPv6 subnet where the engine has none to deal', async () => {
    const spec = { name: 'ref-new', ipv6: true, subnets: [{ subnet: '10.71.0.0/24' }] };
    const says = /Give an IPv6 subnet: fd00:/;
    if (lab.version === '20.10') assertRefused(checkNetwork(spec, known), says);
    else assert.equal(checkNetwork(spec, known).refusal, undefined);
    await provoke({ act: 'create', spec }, '20.10', says, () => make(spec));
  });

  for (const [what, spec, refuses, says] of connected) {
    it(`names the culprit of connecting ${what}`, async () => {
      const network = findNetwork(known.snapshot, spec.network);
      const container = findContainer(known.snapshot, spec.container);
      assertRefused(checkConnect(spec, network, container, known), says);
      await provoke({ act: 'connect', spec }, refuses, says, async () => {
        const { network: _, container: __, ...endpoint } = spec;
        await world.port.connect(network.id, container.id, endpoint satisfies EndpointSpec);
        await world.port.disconnect(network.id, container.id, false);
      });
    });
  }

  for (const [what, given, refuses, says] of ran) {
    it(`names the culprit of running with ${what}`, async () => {
      const spec: RunSpec = { image: busyboxImage, ...given, labels };
      assertRefused(checkRun(spec, known), says);
      await provoke({ act: 'run', spec }, refuses, says, () => run(spec));
    });
  }

  it('names the culprit of a container that is not on a network', async () => {
    const says = /ref-web is not on ref-two/;
    const spec = { network: 'ref-two', container: 'ref-web' };
    await provoke({ act: 'disconnect', spec }, 'both', says, () => disconnect(spec));
  });

  it('names the owner where a sharer was to be disconnected', async () => {
    const spec = { network: 'ref-net', container: 'ref-side' };
    await provoke({ act: 'disconnect', spec }, 'both', /Disconnect ref-web instead/, () => disconnect(spec));
  });

  it('says why a container cannot leave host', async () => {
    const spec = { network: 'host', container: 'ref-host' };
    await provoke({ act: 'disconnect', spec }, 'both', /ref-host was made on the host/, () =>
      disconnect(spec),
    );
  });

  it('names who is on a network that was to be removed', async () => {
    const says = /ref-two is in use by ref-seven\. ref-old \(stopped\) belongs to it, too\./;
    const { id } = findNetwork(known.snapshot, 'ref-two');
    const spec = { network: 'ref-two' };
    await provoke({ act: 'remove', spec }, 'both', says, () => world.port.removeNetwork(id));
  });

  it("says that Docker's own networks stay", async () => {
    const { id } = findNetwork(known.snapshot, 'bridge');
    const says = /bridge is one of Docker's own networks/;
    await provoke({ act: 'remove', spec: { network: 'bridge' } }, 'both', says, () =>
      world.port.removeNetwork(id),
    );
  });

  it('says what is gone', async () => {
    const gone = 'f'.repeat(64);
    const says = /There is no network ffffffffffff any more/;
    await provoke({ act: 'remove', spec: { network: gone } }, 'both', says, () =>
      world.port.removeNetwork(gone),
    );
    const container = findContainer(known.snapshot, 'ref-web').id;
    const spec = { network: 'ref-two', container: gone };
    const { id } = findNetwork(known.snapshot, 'ref-two');
    await provoke({ act: 'connect', spec }, 'both', /There is no container f{12} any more/, () =>
      world.port.connect(id, gone, {}),
    );
    await provoke({ act: 'connect', spec: { network: gone, container } }, 'both', says, () =>
      world.port.connect(gone, container, {}),
    );
  });

  it('says which image is missing', async () => {
    const spec: RunSpec = { image: 'nosuch:image' };
    await provoke({ act: 'run', spec }, 'both', /no image nosuch:image/, () => run(spec));
  });

  it('names the thief of a static address, and the network that is gone, when a container cannot start', async () => {
    const two = findNetwork(known.snapshot, 'ref-two');
    const thief = await world.running('ref-thief', 'ref-two', { ipv4: '10.73.0.8' });
    const old = findContainer(known.snapshot, 'ref-old').id;
    const start = { act: 'start' as const, spec: { container: 'ref-old' } };
    const stolen = /ref-old cannot start: its address 10\.73\.0\.8 on ref-two is held by ref-thief/;
    await provoke(start, 'both', stolen, () => world.port.startContainer(old), world.snapshot());
    await world.port.removeContainer(thief);
    await world.port.disconnect(two.id, old, true);

    const brief = await world.network({ name: 'ref-brief', subnets: [{ subnet: '10.75.0.0/24' }] });
    await world.port.connect(brief, old, {});
    await world.port.removeNetwork(brief);
    const gone = /ref-old cannot start: it belongs to a network that is gone/;
    await provoke(start, 'both', gone, () => world.port.startContainer(old));
  });

  it('counts the pools that are used up', async () => {
    // A few large networks take what the engine would deal; what others left is taken one by one.
    for (const block of ['172.18.0.0/15', '172.20.0.0/14', '172.24.0.0/13', '192.168.0.0/16']) {
      await world.network({ name: `ref-pool-${block}`, subnets: [{ subnet: block }] }).catch(() => undefined);
    }
    let refusal: unknown;
    for (let at = 0; at < 40 && !refusal; at++) {
      await world.network({ name: `ref-pool-${at}` }).catch((error: unknown) => (refusal = error));
    }
    const snapshot = await world.snapshot();
    const told = explain(refusal, { act: 'create', spec: { name: 'ref-new' }, snapshot });
    assertTold(told, refusal, /no free address range left \(30 of 30 used\)/);
  });

  it('names a driver that the engine does not have', async () => {
    const spec = { name: 'ref-new', driver: 'nosuch' };
    const says = /no network driver nosuch/;
    assertRefused(checkNetwork(spec, known), says);
    const refusal = await unknownDriver;
    assertTold(explain(refusal, { act: 'create', spec, snapshot: known.snapshot }), refusal, says);
  });

  it('names the container that another one cannot start without', async () => {
    const owner = await world.running('ref-owner', 'bridge');
    const sharer = await world.container('ref-sharer', `container:${owner}`);
    const legacyLinks = [{ container: 'ref-owner', alias: 'own' }];
    const linker = await world.container('ref-linker', 'bridge', { legacyLinks });
    await world.kill(owner);
    const start = (name: string, id: string, says: RegExp) =>
      provoke(
        { act: 'start', spec: { container: name } },
        'both',
        says,
        () => world.port.startContainer(id),
        world.snapshot(),
      );
    await start('ref-sharer', sharer, /ref-owner is not running, and ref-sharer shares its network/);
    await start('ref-linker', linker, /ref-owner is not running, and ref-linker has a link to it/);
  });

  async function make(spec: NetworkSpec): Promise<void> {
    const id = await world.port.createNetwork({ ...spec, labels });
    await world.port.removeNetwork(id);
  }

  async function disconnect(spec: { network: string; container: string }): Promise<void> {
    const network = findNetwork(known.snapshot, spec.network);
    await world.port.disconnect(network.id, findContainer(known.snapshot, spec.container).id, false);
  }

  async function run(spec: RunSpec): Promise<void> {
    const id = await world.port.createContainer(containerSpec(spec, known.snapshot));
    try {
      await world.port.startContainer(id);
    } finally {
      await world.port.removeContainer(id);
    }
  }

  /** Sends what should never be sent; where the engine refuses it, what people read names the culprit. */
  async function provoke(
    asked: Pick<RefusalContext, 'act' | 'spec'>,
    refuses: Who,
    says: RegExp,
    send: () => Promise<void>,
    snapshot: Snapshot | Promise<Snapshot> = known.snapshot,
  ): Promise<void> {
    const refusal = await provoked(send);
    if (refuses !== 'both' && refuses !== lab.version) {
      assert.equal(refusal, undefined);
      return;
    }
    assertTold(explain(refusal, { ...asked, snapshot: await snapshot } as RefusalContext), refusal, says);
  }
});
