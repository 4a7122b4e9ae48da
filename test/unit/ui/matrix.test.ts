import assert from 'node:assert/strict';
import type { Resolution } from '../../../src/core/report.ts';
import type { Cell, MatrixState } from '../../../src/protocol/matrix.ts';
import { matrixText } from '../../../src/ui/panels/matrix/matrixText.ts';
import { toCell } from '../../../src/ui/panels/matrix/toCell.ts';
import { arranged } from '../../../src/webview/matrix/arranged.ts';

const fine: Cell = { text: '10.0.0.2', kind: 'fine', measured: true };
const nothing: Cell = { text: 'nothing', kind: 'nothing', measured: false };
const wrong: Cell = { text: '10.0.0.3', kind: 'wrong', measured: true };

function aState(given: Partial<MatrixState> = {}): MatrixState {
  return {
    network: 'n',
    title: 'mynet',
    names: ['db', 'we|b'],
    rows: [
      { container: '1', name: 'app', state: 'running', cells: [fine, fine] },
      { container: '2', name: 'zoo', state: 'running', cells: [wrong, fine] },
      { container: '3', name: 'old', state: 'exited', cells: [nothing, fine] },
    ],
    warnings: [],
    probeOffered: false,
    ...given,
  };
}

describe('the Name Matrix', () => {
  it('is copied as Markdown and as CSV, with what is only predicted marked', () => {
    assert.equal(
      matrixText(aState(), 'markdown'),
      '| container | db | we\\|b |\n| --- | --- | --- |\n| app | 10.0.0.2 | 10.0.0.2 |\n' +
        '| zoo | 10.0.0.3 (not as predicted) | 10.0.0.2 |\n| old | nothing (predicted) | 10.0.0.2 |\n',
    );
    const csv = matrixText(aState({ names: ['=cmd()', 'a,"b"'] }), 'csv');
    assert.equal(csv.split('\r\n')[0], `container,'=cmd(),"a,""b"""`);
    assert.equal(csv.split('\r\n')[1], 'app,10.0.0.2,10.0.0.2');
  });

  it('shows only the rows and columns that have a problem where that is wanted', () => {
    const view = arranged(aState(), true, { by: 'name', down: false });
    assert.deepEqual(view.names, ['db']);
    assert.deepEqual(
      view.rows.map((row) => [row.name, row.cells.length]),
      [
        ['old', 1],
        ['zoo', 1],
      ],
    );
  });

  it('is sorted by container, by problems, and by what a name means', () => {
    const order = (by: Parameters<typeof arranged>[2]['by'], down = false) =>
      arranged(aState(), false, { by, down }).rows.map((row) => row.name);
    assert.deepEqual(order('name'), ['app', 'old', 'zoo']);
    assert.deepEqual(order('name', true), ['zoo', 'old', 'app']);
    assert.deepEqual(order('problems'), ['old', 'zoo', 'app']);
    assert.deepEqual(order({ name: 'db' }), ['app', 'zoo', 'old']);
  });

  it('has a cell for each state of an answer', () => {
    const predicted = { addresses: ['10.0.0.2'], source: 'embedded-dns', why: '' } as const;
    const resolution = (given: Partial<Resolution> = {}): Resolution => ({
      name: 'db',
      predicted: { ...predicted, addresses: [...predicted.addresses] },
      ...given,
    });
    const measured = { addresses: ['10.0.0.2'], tool: 'getent', ms: 1 };
    assert.equal(toCell(undefined, false).text, '');
    assert.equal(toCell(resolution(), true).kind, 'asking');
    assert.deepEqual(toCell(resolution(), false), { text: '10.0.0.2', kind: 'fine', measured: false });
    assert.deepEqual(toCell(resolution({ measured, agrees: true }), false), fine);
    assert.equal(toCell(resolution({ measured, agrees: false }), false).kind, 'wrong');
    assert.equal(toCell(resolution({ measured: { error: 'no' } }), false).kind, 'failed');
    assert.equal(toCell(resolution({ measured: { ...measured, addresses: [] } }), false).text, 'nothing');
  });
});
