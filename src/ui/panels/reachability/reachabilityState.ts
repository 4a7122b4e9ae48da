import type { Answer, Reachability, Verdict } from '../../../core/report.ts';
import type { ReachabilityPair, ReachabilityState, VerdictRow } from '../../../protocol/reachability.ts';
import { nothingToTryWith } from '../../../state/measure/measureReach.ts';

/** The page for a question and what is known of the answer. */
export function reachabilityState(
  pair: ReachabilityPair,
  found: Reachability | undefined,
  busy: boolean,
  failure?: string,
): ReachabilityState {
  const result = found && conclusion(found);
  const { port } = pair;
  const [from, to] = [pair.from.name, pair.to.name];
  return {
    pair,
    title: `${from} → ${to}`,
    by: port === undefined ? 'ping' : `TCP port ${port}`,
    answer: result ? sentence(result, from, to) : '',
    reached: result && result.address === 'yes',
    byAddress: found?.byAddress.map(row) ?? [],
    byName: found?.byName.map(row) ?? [],
    fixes: found?.fixes.map((fix) => fix.title) ?? [],
    busy,
    probeOffered: found?.byAddress.some(({ why }) => why.endsWith(nothingToTryWith)) ?? false,
    failure,
  };
}

/** The best answer among addresses, and among names. */
function conclusion({ byAddress, byName }: Reachability): { address: Answer; name: Answer } {
  return { address: best(byAddress), name: best(byName) };
}

function best(verdicts: readonly Verdict[]): Answer {
  const answers = verdicts.map(({ measured, predicted }) =>
    measured === undefined || measured === 'unknown' ? predicted : measured,
  );
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

function sentence({ address, name }: { address: Answer; name: Answer }, from: string, to: string): string {
  if (address === 'no') return `${from} does not reach ${to}.`;
  if (address === 'unknown') return `Whether ${from} reaches ${to} is not known.`;
  if (name === 'yes') return `${from} reaches ${to}, by address and by name.`;
  return `${from} reaches ${to} by address, but ${name === 'no' ? 'by no name' : 'names are not certain'}.`;
}

function row({ target, hostPort, network, predicted, measured, why }: Verdict): VerdictRow {
  const text = hostPort === undefined ? target : `${target}:${hostPort} on the host`;
  return { target: text, network: network ?? '', predicted, measured, why };
}
