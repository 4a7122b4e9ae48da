import type { Measurement, Prediction } from '../report.ts';

/** What it can mean that a container sees another answer than the engine's data predicts, in one sentence. */
export function disagreement(predicted: Prediction, measured: Measurement): string {
  const inside = measured.addresses.join(', ');
  const expected = predicted.addresses.join(', ');
  if (measured.addresses.length === 0) {
    return `Docker's data gives ${expected}, and inside there is nothing: resolv.conf may lead elsewhere than to Docker's DNS, or the network changed this moment.`;
  }
  if (predicted.addresses.length === 0) {
    return `Docker knows no such name, and inside it is ${inside}: another name server, a search domain or the program's own configuration answers.`;
  }
  return `Docker's data gives ${expected}, and inside it is ${inside}: an old answer may be kept (Docker lets names be kept for 10 minutes), or another name server answers.`;
}
