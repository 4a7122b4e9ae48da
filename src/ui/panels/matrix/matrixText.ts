import type { Cell, MatrixState } from '../../../protocol/matrix.ts';

/** The matrix as a table of Markdown or as CSV; what is only predicted is marked as such. */
export function matrixText({ columns, rows }: MatrixState, as: 'markdown' | 'csv'): string {
  const table = [['container', ...columns], ...rows.map((row) => [row.name, ...row.cells.map(cellText)])];
  if (as === 'csv') return `${table.map((row) => row.map(csv).join(',')).join('\r\n')}\r\n`;
  const lines = table.map((row) => `| ${row.map(markdown).join(' | ')} |`);
  lines.splice(1, 0, `|${' --- |'.repeat(columns.length + 1)}`);
  return `${lines.join('\n')}\n`;
}

function cellText({ text, kind, measured }: Cell): string {
  const mark = {
    fine: '',
    nothing: '',
    idle: '',
    unknown: '',
    self: '',
    asking: '',
    failed: '',
    wrong: ' (not as predicted)',
  }[kind];
  return `${text}${mark}${measured || text === '' || kind === 'self' ? '' : ' (predicted)'}`;
}

/** A cell that starts like a formula stays text in a spreadsheet. */
function csv(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function markdown(text: string): string {
  return text.replace(/[\\|`*_[\]<>]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}
