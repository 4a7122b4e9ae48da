import assert from 'node:assert/strict';
import { EngineError, ExpectedError } from '../../src/core/errors.ts';
import type { ContainerSpec } from '../../src/core/port.ts';
import type { ConnectSpec, RunSpec } from '../../src/core/specs.ts';
import { connectContainer, endpointOf } from '../../src/state/operations/connectContainer.ts';
import { createNetwork } from '../../src/state/operations/createNetwork.ts';
import { containerSpec, runContainer } from '../../src/state/operations/runContainer.ts';
import type { Store } from '../../src/state/store.ts';
import type { LabEngine } from '../lab/engine.ts';
import { execIn } from '../lab/engineApi.ts';
import { busyboxImage, labLabel } from '../lab/images.ts';
import { labEngine } from '../lab/labEngine.ts';
import type { Fates } from './forbidden.ts';
import { forbiddenConnects } from './forbiddenConnects.ts';
import { forbiddenRuns } from './forbiddenRuns.ts';
import { provoked } from './refusalAsserts.ts';
import { RefusalWorld } from './refusalWorld.ts';
import { storeOn } from './stateStore.ts';

const labels = { [labLabel]: 'forbidden' };

describe('what cannot be', function () {
  this.timeout(300_000);
  let lab: LabEngine;
  let world: RefusalWorld;
  let store: Store;
  let changes: string[];
  let auto: string;
  const ids = new Map<string, string>();
  const undo: (() => Promise<void>)[] = [];

  before(async () => {
    lab = await labEngine();
    world = await RefusalWorld.on(lab);
    ({ store, changes } = storeOn(lab.endpoint));
    auto = (await createNetwork(store, { name: 'fbd-auto', labels })).id;
    const reserved = { printer: '10.88.0.50' };
    await world.network({ name: 'fbd-net', subnets: [{ subnet: '10.88.0.0/24', reserved }] });
    await world.network({ name: 'fbd-two', subnets: [{ subnet: '10.89.0.0/24' }] });
    ids.set('fbd-web', await world.running('fbd-web', 'fbd-net', { ipv4: '10.88.0.7' }));
    ids.set('fbd-old', await world.container('fbd-old', 'fbd-two', { endpoint: { ipv4: '10.89.0.8' } }));
    ids.set('fbd-plain', await world.running('fbd-plain', 'bridge'));
    ids.set('fbd-halted', await world.container('fbd-halted', 'bridge'));
    ids.set('fbd-alone', await world.running('fbd-alone', 'none'));
    ids.set('fbd-hosted', await world.running('fbd-hosted', 'host'));
    ids.set('fbd-side', await world.running('fbd-side', `container:${ids.get('fbd-web')}`));
  });

  after(async () => {
    store?.dispose();
    if (auto) await world.port.removeNetwork(auto);
    await world?.clear();
  });

  afterEach(async () => {
    for (const step of undo.splice(0)) await step();
  });

  for (const { what, spec, code, says, engine } of forbiddenRuns) {
    it(`is refused before it is sent, with what the engine would do: ${what}`, async () => {
      const asked: RunSpec = { image: busyboxImage, name: 'fbd-new', labels, ...spec };
      await assertUnsent(() => runContainer(store, asked), code, says);
      await assertFate(engine, () => run(asked));
    });
  }

  for (const { what, spec, code, says, engine, starts } of forbiddenConnects) {
    it(`is refused before it is sent, with what the engine would do: to connect ${what}`, async () => {
      const { container } = spec;
      if (container.startsWith('fbd-idle')) {
        const mode = container === 'fbd-idle-side' ? `container:${ids.get('fbd-web')}` : 'bridge';
        const made = { image: busyboxImage, name: container, networkMode: mode, labels };
        const id = await world.port.createContainer(made);
        ids.set(container, id);
        undo.push(() => world.port.removeContainer(id));
      }
      await assertUnsent(() => connectContainer(store, spec), code, says);
      await assertFate(engine, () => connect(spec, starts));
    });
  }

  /** Holds that the operation refuses it in these words, and that no changing request went out. */
  async function assertUnsent(act: () => Promise<unknown>, code: string, says: RegExp): Promise<void> {
    changes.length = 0;
    const error = await provoked(act);
    assert.ok(
      error instanceof ExpectedError && !(error instanceof EngineError),
      `not refused: ${String(error)}`,
    );
    assert.match(error.message, says);
    assert.equal(error.code, code, error.message);
    assert.deepEqual(changes, []);
  }

  /** Sends it anyway, and holds what this engine does with it. */
  async function assertFate(fates: Fates, send: () => Promise<Outcome>): Promise<void> {
    const fate = '20.10' in fates ? fates[lab.version] : fates;
    const { happened, error, container } = await send();
    const said = error instanceof EngineError ? `${error.status} ${error.message}` : String(error);
    assert.ok(happened in fate, `it ${happened}: ${said}`);
    if ('refuses' in fate) assert.match(said, fate.refuses);
    else if ('breaks' in fate) assert.match(said, fate.breaks);
    else {
      const { stdout } = await execIn(lab, container, ['cat', '/etc/hosts']);
      fate.idle(await world.port.inspectContainer(container), stdout);
    }
  }

  async function run(spec: RunSpec): Promise<Outcome> {
    const made = withOldLinks(containerSpec(spec, await world.snapshot()), spec);
    let container = '';
    const refusal = await provoked(async () => {
      container = await world.port.createContainer(made);
    });
    if (refusal) return { happened: 'refuses', error: refusal, container };
    undo.push(() => world.port.removeContainer(container));
    return started(container);
  }

  async function connect(spec: ConnectSpec, starts?: string): Promise<Outcome> {
    const { networks } = await world.snapshot();
    const network = networks.find(({ name }) => name === spec.network)?.id ?? spec.network;
    const container = ids.get(spec.container)!;
    const endpoint = endpointOf(spec, await world.snapshot());
    const refusal = await provoked(() => world.port.connect(network, container, endpoint));
    if (refusal) return { happened: 'refuses', error: refusal, container };
    const isIdle = spec.container.startsWith('fbd-idle');
    if (!isIdle) undo.push(() => world.port.disconnect(network, container, false));
    const later = starts ?? (isIdle ? spec.container : undefined);
    return later ? started(ids.get(later)!) : { happened: 'idle', container };
  }

  async function started(container: string): Promise<Outcome> {
    const error = await provoked(() => world.port.startContainer(container));
    return error ? { happened: 'breaks', error, container } : { happened: 'idle', container };
  }
});

/** What became of a request: refused, taken but the start that follows fails, or taken and nothing came of it. */
interface Outcome {
  happened: 'refuses' | 'breaks' | 'idle';
  error?: unknown;
  container: string;
}

/** Links in the modes that know none, as `docker run --link` sends them. */
function withOldLinks(made: ContainerSpec, { links }: RunSpec): ContainerSpec {
  if (!links || made.legacyLinks) return made;
  const legacyLinks = links.map(({ container, alias = container }) => ({ container, alias }));
  return { ...made, endpoint: undefined, legacyLinks };
}
