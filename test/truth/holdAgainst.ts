import type { Container } from '../../src/core/model.ts';
import { candidateNames } from '../../src/core/names/candidateNames.ts';
import { agrees } from '../../src/core/names/compare.ts';
import { predictName } from '../../src/core/names/predictName.ts';
import { predictReverse } from '../../src/core/names/predictReverse.ts';
import type { Measurement, Prediction } from '../../src/core/report.ts';
import { connectEngine } from '../../src/docker/connectEngine.ts';
import { createStore } from '../../src/state/liveStore.ts';
import { type Measured, measureNames } from '../../src/state/measure/measureNames.ts';
import { type ContainerWorld, readContainerWorld } from '../../src/state/nameWorld.ts';
import { reachability } from '../../src/state/reachability.ts';
import type { Store } from '../../src/state/store.ts';
import type { LabEngine } from '../lab/engine.ts';
import { labLabel } from '../lab/images.ts';
import type { TruthWorld } from './makeWorld.ts';
import type { Random } from './random.ts';

/** What holding predictions against measurements brought. */
export interface Tally {
  /** Names and addresses in containers that were both predicted and measured. */
  pairs: number;
  /** Of these, the ones whose prediction says that it does not know. */
  unknown: number;
  unmeasured: string[];
  contradictions: string[];
  /** Ways from one container to another, by address and by name, that were both predicted and tried. */
  ways: number;
}

const namesPerContainer = 45;
/** Where every question waits for a name server that is out of reach. */
const namesWhereNobodyAnswers = 8;
const questionsPerWorld = 6;

/** Predicts and measures, in every container that runs, the names of its world, with the product's own parts. */
export async function holdAgainst(engine: LabEngine, world: TruthWorld, random: Random): Promise<Tally> {
  const store = storeOn(engine);
  const tally = emptyTally();
  try {
    const snapshot = await store.refresh();
    const mine = snapshot.containers.filter((one) => one.labels[labLabel] === 'truth');
    const running = mine.filter((one) => one.state === 'running');
    for (const container of running) await inContainer(store, container, world, random, tally);
    for (let question = 0; question < questionsPerWorld && running.length > 0; question++) {
      await betweenContainers(store, random.pick(running), random.pick(mine), tally);
    }
  } finally {
    store.dispose();
  }
  return tally;
}

export function emptyTally(): Tally {
  return { pairs: 0, unknown: 0, unmeasured: [], contradictions: [], ways: 0 };
}

/** Adds one tally to another. */
export function add(to: Tally, more: Tally): void {
  to.pairs += more.pairs;
  to.unknown += more.unknown;
  to.ways += more.ways;
  to.unmeasured.push(...more.unmeasured);
  to.contradictions.push(...more.contradictions);
}

function storeOn(engine: LabEngine): Store {
  const target = { endpoint: engine.endpoint, name: 'lab', source: 'the lab', tried: [] };
  return createStore({
    connect: () => connectEngine(target, { timeLimit: 60_000 }),
    endpoint: () => target,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
}

async function inContainer(
  store: Store,
  container: Container,
  world: TruthWorld,
  random: Random,
  tally: Tally,
): Promise<void> {
  const around = await readContainerWorld(store, store.snapshot, container.id);
  const candidates = candidateNames(around.world, container.id);
  const count = mayBeAnswered(store, around.owner) ? namesPerContainer : namesWhereNobodyAnswers;
  const names = [...new Set([...random.some(candidates, count), ...random.some(world.names, count)])];
  const results = await measureNames(await store.engine(), around.details, names, { timeoutPerName: 12_000 });
  for (const name of names) {
    const prediction = predictName(around.world, container.id, name);
    judge(`${name} in ${container.name}`, prediction, results.get(name), tally);
  }
  const answered = [...results.values()].some((one) => !('error' in one));
  if (answered && mayBeAnswered(store, around.owner)) await reverseIn(store, around, random, tally);
}

/** Holds what addresses are called against what Docker's embedded DNS says. */
async function reverseIn(store: Store, around: ContainerWorld, random: Random, tally: Tally): Promise<void> {
  const { container, world } = around;
  const endpoints = world.snapshot.networks.flatMap((one) => one.endpoints);
  const addresses = endpoints.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter((one) => one !== undefined));
  const engine = await store.engine();
  for (const address of random.some(addresses, 3)) {
    const { names, source, why } = predictReverse(world, container.id, address);
    if (source === 'hosts') continue;
    tally.pairs++;
    if (source === 'unknown') tally.unknown++;
    else {
      const limits = { timeout: 30_000, maxBytes: 10_000 };
      const { stdout } = await engine.exec(container.id, ['nslookup', address], limits);
      const measured = [...stdout.matchAll(/name = (\S+)/g)].map(([, name]) => name!.replace(/\.$/, ''));
      if (measured.join(' ') === names.join(' ')) continue;
      tally.contradictions.push(
        `${address} in ${container.name}: predicted ${names.join(' ')} (${source}: ${why}) but measured ${measured.join(' ')}`,
      );
    }
  }
}

function mayBeAnswered(store: Store, { networks }: Container): boolean {
  const out = store.snapshot.networks.filter(({ driver }) => driver === 'bridge' || driver === 'host');
  return out.some(({ id }) => networks.includes(id));
}

/** Holds what is predicted of a way from one container to another against a ping. */
async function betweenContainers(store: Store, from: Container, to: Container, tally: Tally): Promise<void> {
  const found = await reachability(store, { from: from.id, to: to.id });
  for (const { target, predicted, measured, why } of [...found.byAddress, ...found.byName]) {
    if (predicted === 'unknown' || !measured || measured === 'unknown') continue;
    tally.ways++;
    if (predicted === measured) continue;
    tally.contradictions.push(
      `from ${from.name} to ${to.name} at ${target}: predicted ${predicted} (${why}) but measured ${measured}`,
    );
  }
}

function judge(what: string, prediction: Prediction, result: Measured | undefined, tally: Tally): void {
  const measured = asMeasurement(result);
  if (typeof measured === 'string') {
    tally.unmeasured.push(`${what}: ${measured}`);
    return;
  }
  tally.pairs++;
  if (prediction.source === 'unknown') tally.unknown++;
  // The lab's name servers know no name at all, so whatever came back came from Docker.
  const strict: Prediction =
    prediction.source === 'upstream' ? { ...prediction, source: 'none' } : prediction;
  if (agrees(strict, measured) !== false) return;
  const { addresses, source, why } = prediction;
  tally.contradictions.push(
    `${what}: predicted ${addresses.join(' ') || 'nothing'} (${source}: ${why}) but measured ${measured.addresses.join(' ') || 'nothing'}`,
  );
}

/** Where no name server answers, a program gets no address, as where one answers that there is none. */
function asMeasurement(result: Measured | undefined): Measurement | string {
  if (!result) return 'no result';
  if (!('error' in result)) return result;
  return result.error === 'No DNS server answered.'
    ? { addresses: [], tool: result.tool ?? '', ms: 0 }
    : result.error;
}
