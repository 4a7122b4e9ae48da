import assert from 'node:assert/strict';
import { checkConnect } from '../../src/core/checks/checkConnect.ts';
import { checkNetwork } from '../../src/core/checks/checkNetwork.ts';
import { checkRun } from '../../src/core/checks/checkRun.ts';
import { findContainer, findNetwork } from '../../src/core/lookup.ts';
import { explain, type RefusalContext } from '../../src/core/refusals/explain.ts';
import type { RunSpec } from '../../src/core/specs.ts';
import { containerSpec } from '../../src/state/operations/runContainer.ts';
import { type LabEngine, startEngine } from '../lab/engine.ts';

import { busyboxImage, makeImages } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import { assertTold, provoked } from './refusalAsserts.ts';
import { RefusalWorld } from './refusalWorld.ts';

describe('the refusals of an engine in Swarm mode', function () {
  this.timeout(300_000);
  let lab: LabEngine | undefined;
  let world: RefusalWorld;

  // An engine of its own: leaving a swarm leaves traces that other tests would see.
  before(async () => {
    lab = await startEngine({ version: (await labEngine()).version });
    await makeImages(lab);
    world = await RefusalWorld.on(lab);
    await world.ask('POST', '/swarm/init', { ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' });
    await world.network({ name: 'ref-services', driver: 'overlay' });
    await world.network({ name: 'ref-net', subnets: [{ subnet: '10.70.0.0/24' }] });
    await world.running('ref-web', 'ref-net');
  });

  after(async () => {
    await world?.clear();
    await lab?.stop();
  });

  for (const [name, says] of [
    ['ref ov', /ref ov: swarm takes letters, digits/],
    ['x'.repeat(70), /at most 63 characters; this one has 70/],
    ['ref-net', /ref-net exists already/],
  ] as const) {
    it(`name what is wrong with the name ${name.slice(0, 20)} for an overlay network`, async () => {
      const known = await world.checkWorld();
      const spec = { name, driver: 'overlay' };
      assert.match(checkNetwork(spec, known).refusal?.message ?? '', says);
      await provoke({ act: 'create', snapshot: known.snapshot, spec }, says, () => world.network(spec));
    });
  }

  it('name a network that is for services only', async () => {
    const known = await world.checkWorld();
    const { snapshot } = known;
    const [network, container] = [findNetwork(snapshot, 'ref-services'), findContainer(snapshot, 'ref-web')];
    const says = /ref-services is for services of the swarm only/;
    assert.match(checkConnect({}, network, container, known).refusal?.message ?? '', says);
    const spec = { network: network.id, container: container.id };
    await provoke({ act: 'connect', snapshot, spec }, says, () =>
      world.port.connect(network.id, container.id, {}),
    );
    const run: RunSpec = { image: busyboxImage, network: 'ref-services' };
    assert.match(checkRun(run, known).refusal?.message ?? '', says);
    await provoke({ act: 'run', snapshot, spec: run }, says, async () => {
      const id = await world.port.createContainer(containerSpec(run, snapshot));
      await world.port.startContainer(id).finally(() => world.port.removeContainer(id));
    });
  });

  it("name the swarm's own network", async () => {
    const known = await world.checkWorld();
    const [network, container] = [
      findNetwork(known.snapshot, 'ingress'),
      findContainer(known.snapshot, 'ref-web'),
    ];
    assert.match(
      checkConnect({}, network, container, known).refusal?.message ?? '',
      /ingress is the swarm's own/,
    );
    const spec = { network: 'ingress', container: 'ref-web' };
    await provoke({ act: 'connect', snapshot: known.snapshot, spec }, /ingress/, () =>
      world.port.connect(network.id, container.id, {}),
    );
  });
});

async function provoke(context: RefusalContext, says: RegExp, send: () => Promise<unknown>): Promise<void> {
  const refusal = await provoked(send);
  assertTold(explain(refusal, context), refusal, says);
}
