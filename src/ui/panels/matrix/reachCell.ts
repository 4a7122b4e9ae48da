import type { Answer, Verdict } from '../../../core/report.ts';
import type { Cell } from '../../../protocol/matrix.ts';
import { nothingToTryWith, type Tried } from '../../../state/measure/measureReach.ts';

const ranks: Record<Answer, number> = { yes: 0, unknown: 1, no: 2 };
const texts: Record<Answer, string> = { yes: 'yes', no: 'no', unknown: '?' };

/** The verdict that stands for a pair: the best answer, rather by an address that is `held`, rather on `network`. */
export function bestVerdict(verdicts: readonly Verdict[], held: readonly string[], network: string): Verdict {
  const rank = (one: Verdict) =>
    ranks[one.predicted] * 4 + (held.includes(one.target) ? 0 : 2) + (one.network === network ? 0 : 1);
  const [best] = [...verdicts].sort((a, b) => rank(a) - rank(b));
  return best ?? { target: '', predicted: 'unknown', why: 'It has no address that is known.' };
}

/** A cell of the reachability table: what was measured where that is known, else what is predicted. */
export function toReachCell(verdict: Verdict | undefined, tried: Tried | undefined): Cell {
  if (!verdict) return { text: '', kind: 'unknown', measured: false };
  const measured = tried !== undefined;
  if (tried && 'error' in tried && tried.error !== nothingToTryWith) {
    return { text: 'failed', kind: 'failed', measured };
  }
  const answer = tried ? ('error' in tried ? 'unknown' : tried.answer) : verdict.predicted;
  const text = texts[answer];
  if (answer === 'unknown') return { text, kind: 'unknown', measured };
  const wrong = verdict.predicted !== 'unknown' && answer !== verdict.predicted;
  return { text, kind: wrong ? 'wrong' : answer === 'yes' ? 'fine' : 'nothing', measured };
}

/** What a cell says, and why. */
export function explainReach(from: string, to: string, verdict: Verdict, tried: Tried | undefined): string {
  const { target, network, why } = verdict;
  const place = network ? ` (${target} on ${network})` : '';
  return [`${from} → ${to}${place}:`, why, tried ? measuredSentence(verdict, tried) : '']
    .filter(Boolean)
    .join(' ');
}

function measuredSentence({ predicted, target }: Verdict, tried: Tried): string {
  if ('error' in tried) return `It could not be measured: ${tried.error}`;
  const { answer } = tried;
  if (answer === 'unknown') return 'The ping said nothing that can be understood.';
  const measured =
    answer === 'yes' ? `A ping of ${target} was answered` : `A ping of ${target} got no answer`;
  const wrong = predicted !== 'unknown' && predicted !== answer;
  if (!wrong) return `${measured}.`;
  return answer === 'no'
    ? `But a ping of ${target} got no answer: test this pair to see what to look at.`
    : `But a ping of ${target} was answered: something else than Docker leads there.`;
}
