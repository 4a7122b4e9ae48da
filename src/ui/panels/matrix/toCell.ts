import type { Resolution } from '../../../core/report.ts';
import type { Cell } from '../../../protocol/matrix.ts';

/** A cell of the matrix: what was measured where that is known, else what is predicted. */
export function toCell(resolution: Resolution | undefined): Cell {
  if (!resolution) return { text: '', kind: 'unknown', measured: false };
  const { predicted, measured, agrees } = resolution;
  if (measured && 'error' in measured) return { text: 'failed', kind: 'failed', measured: true };
  if (measured) {
    const none = measured.addresses.length === 0;
    const kind = agrees === false ? 'wrong' : none ? 'nothing' : 'fine';
    return { text: text(measured.addresses), kind, measured: true };
  }
  if (predicted.source === 'unknown') return { text: '?', kind: 'unknown', measured: false };
  const kind = predicted.addresses.length === 0 ? 'nothing' : 'fine';
  return { text: text(predicted.addresses), kind, measured: false };
}

function text(addresses: readonly string[]): string {
  return addresses.length > 0 ? addresses.join(', ') : 'nothing';
}
