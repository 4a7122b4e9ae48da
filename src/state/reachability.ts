import { parseAddress, sameAddress } from '../core/addresses/address.ts';
import { ExpectedError } from '../core/errors.ts';
import { findContainer } from '../core/lookup.ts';
import { listening } from '../core/measure/listeners.ts';
import { noServerAnswered } from '../core/measure/parseAnswer.ts';
import type { ContainerDetails, Snapshot } from '../core/model.ts';
import type { EnginePort } from '../core/port.ts';
import { predictReachability } from '../core/reachability/predictReachability.ts';
import type { Answer, Reachability, Verdict } from '../core/report.ts';
import { measureNames } from './measure/measureNames.ts';
import { measureReach, type ReachOptions, readTcpTables, type Tried } from './measure/measureReach.ts';
import { whyNotMeasured } from './measure/whyNotMeasured.ts';
import { type ContainerWorld, readContainerWorld } from './nameWorld.ts';
import { connectedSnapshot } from './operations/checkWorld.ts';
import type { Store } from './store.ts';

export interface ReachabilityQuestion {
  from: string;
  to: string;
  /** A TCP port; without it a ping is meant. */
  port?: number;
  /** Only this one of the names is asked about. */
  name?: string;
}

/**
 * Whether one container reaches another, by each address and name: predicted, and tried from inside the first one.
 * Nothing is sent to an address that is not one of the engine's networks. Rejects with `invalid` or `not-found`.
 */
export async function reachability(
  store: Store,
  question: ReachabilityQuestion,
  options: ReachOptions = {},
): Promise<Reachability> {
  const { around, predicted } = await predict(store, question);
  const engine = await store.engine();
  const { port, to } = predicted;
  const toDetails = around.world.details.get(to) ?? (await store.details(to));
  const listened =
    port === undefined ? predicted : await withListeners(engine, toDetails, predicted, port, options);
  if (whyNotMeasured(around.details)) return listened;
  return measured(engine, around, listened, options);
}

/** The same from the engine's data alone: nothing is run in a container. Rejects with `invalid` or `not-found`. */
export async function predictedReachability(
  store: Store,
  question: ReachabilityQuestion,
): Promise<Reachability> {
  return (await predict(store, question)).predicted;
}

async function predict(
  store: Store,
  question: ReachabilityQuestion,
): Promise<{ around: ContainerWorld; predicted: Reachability }> {
  const port = checkedPort(question.port);
  const snapshot = await connectedSnapshot(store);
  const from = findContainer(snapshot, question.from);
  const to = findContainer(snapshot, question.to);
  const around = await readContainerWorld(store, snapshot, from.id, [to]);
  const all = predictReachability(around.world, from.id, to.id, port);
  const { name } = question;
  const predicted = name ? { ...all, byName: all.byName.filter((one) => one.target === name) } : all;
  return { around, predicted };
}

function checkedPort(port: unknown): number | undefined {
  if (port === undefined) return undefined;
  if (typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new ExpectedError('invalid', `${JSON.stringify(port)} is no port: give a number from 1 to 65535.`);
}

/** A yes to a port on which nothing listens is a no. */
async function withListeners(
  engine: EnginePort,
  to: ContainerDetails,
  found: Reachability,
  port: number,
  options: ReachOptions,
): Promise<Reachability> {
  if (to.state !== 'running') return found;
  const tables = await readTcpTables(engine, to, options);
  if (tables === undefined) return found;
  const where = listening(tables, port);
  if (where === 'everywhere') return found;
  const why = {
    nowhere: `No program of ${to.name} listens on port ${port}.`,
    loopback: `A program of ${to.name} listens on port ${port}, but only for ${to.name} itself (on its loopback address).`,
    some: `A program of ${to.name} listens on port ${port}, but not on every address.`,
  }[where];
  const amend = (verdict: Verdict): Verdict => {
    if (verdict.predicted !== 'yes')
      return where === 'some' ? verdict : { ...verdict, why: `${verdict.why} ${why}` };
    const local = verdict.target.startsWith('127.') && where !== 'nowhere';
    // A published port may be taken by Docker's proxy on the host, which answers before it asks the container.
    const sure = verdict.hostPort === undefined && where !== 'some';
    return local ? verdict : { ...verdict, predicted: sure ? 'no' : 'unknown', why };
  };
  const byAddress = found.byAddress.map(amend);
  const byName = found.byName.map(amend);
  // Nothing helps where no program would answer; what shares the network anew meets one at its loopback.
  const helps: Record<'nowhere' | 'loopback', string[]> = {
    nowhere: [],
    loopback: ['dockerNetworks.repairContainer'],
  };
  const fixes =
    where === 'some' ? found.fixes : found.fixes.filter(({ command }) => helps[where].includes(command));
  return { ...found, byAddress, byName, fixes };
}

async function measured(
  engine: EnginePort,
  around: ContainerWorld,
  found: Reachability,
  options: ReachOptions,
): Promise<Reachability> {
  const { details, world } = around;
  const tried = found.byAddress.filter((verdict) => mayTry(world.snapshot, verdict, found.to));
  const targets = tried.map(({ target, hostPort }) => ({ address: target, port: hostPort ?? found.port }));
  const results = await measureReach(engine, details, targets, options);
  const byAddress = await Promise.all(
    found.byAddress.map(async (verdict) => {
      const result = results[tried.indexOf(verdict)];
      return result ? withResult(engine, verdict, result) : verdict;
    }),
  );
  const names = found.byName.map((verdict) => verdict.target);
  const meanings = await measureNames(engine, details, names, options);
  const byName = found.byName.map((verdict): Verdict => {
    const meaning = meanings.get(verdict.target);
    if (!meaning || 'error' in meaning) {
      return { ...verdict, measured: meaning?.error === noServerAnswered ? 'no' : 'unknown' };
    }
    return { ...verdict, measured: byItsAddresses(meaning.addresses, byAddress) };
  });
  return { ...found, byAddress, byName };
}

/** Addresses of the container itself, of the host on the engine's networks, and the asker's own loopback. */
function mayTry(snapshot: Snapshot, { target }: Verdict, to: string): boolean {
  if (!parseAddress(target)) return false;
  if (target.startsWith('127.')) return true;
  return snapshot.networks.some(
    (network) =>
      network.subnets.some(({ gateway }) => sameAddress(gateway, target)) ||
      network.endpoints.some(
        (one) => (one.container === to || holds(snapshot, to, one.container)) && owns(one, target),
      ),
  );
}

function owns(endpoint: { ipv4?: string; ipv6?: string }, address: string): boolean {
  return sameAddress(endpoint.ipv4, address) || sameAddress(endpoint.ipv6, address);
}

/** Whether a container is the one whose network the other one shares. */
function holds(snapshot: Snapshot, sharer: string, container: string): boolean {
  return snapshot.containers.some((one) => one.id === sharer && one.sharesWith === container);
}

async function withResult(engine: EnginePort, verdict: Verdict, result: Tried): Promise<Verdict> {
  if ('error' in result) {
    return {
      ...verdict,
      measured: 'unknown',
      why: `${verdict.why} It could not be measured: ${result.error}`,
    };
  }
  const { answer } = result;
  if (verdict.predicted !== 'yes' || answer !== 'no') return { ...verdict, measured: answer };
  return { ...verdict, measured: answer, why: `${verdict.why} ${await checklist(engine)}` };
}

/** What to look at where the networks let something through and the wire does not. */
async function checklist(engine: EnginePort): Promise<string> {
  const facts = await engine.facts();
  const checks = [
    ...(facts.ipv4Forwarding ? [] : ['IPv4 forwarding, which is off on the engine’s machine']),
    `the firewall of the engine’s machine${facts.firewall ? ` (${facts.firewall})` : ''}`,
    'a firewall inside the container',
  ];
  return `But it does not get through: look at ${checks.join(', and at ')}.`;
}

function byItsAddresses(addresses: readonly string[], byAddress: readonly Verdict[]): Answer {
  const answers = addresses.map((address) => {
    const verdict = byAddress.find((one) => sameAddress(one.target, address) && one.hostPort === undefined);
    return verdict ? (verdict.measured ?? 'unknown') : 'other';
  });
  if (answers.every((answer) => answer === 'other' || answer === 'no')) return 'no';
  return answers.every((answer) => answer !== 'other') && answers.includes('yes') ? 'yes' : 'unknown';
}
