import assert from 'node:assert/strict';
import type { Answer, Resolution, Verdict } from '../../../src/core/report.ts';
import { type Cell, type MatrixState, readSavedMatrix, savedMatrix } from '../../../src/protocol/matrix.ts';
import { nothingToTryWith } from '../../../src/state/measure/measureReach.ts';
import { isIdle } from '../../../src/ui/panels/matrix/around.ts';
import { matrixText } from '../../../src/ui/panels/matrix/matrixText.ts';
import { bestVerdict, explainReach, toReachCell } from '../../../src/ui/panels/matrix/reachCell.ts';
import { toCell } from '../../../src/ui/panels/matrix/toCell.ts';
import { arranged } from '../../../src/webview/matrix/arranged.ts';
import { aDetails, aNetwork, anEndpoint, anEndpointDetails, anId, aSnapshot } from '../builders/model.ts';

const fine: Cell = { text: '10.0.0.2', kind: 'fine', measured: true };
const nothing: Cell = { text: 'nothing', kind: 'nothing', measured: false };
const wrong: Cell = { text: '10.0.0.3', kind: 'wrong', measured: true };

function aState(given: Partial<MatrixState> = {}): MatrixState {
  return {
    network: 'n',
    title: 'mynet',
    table: 'names',
    columns: ['db', 'we|b'],
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
    const csv = matrixText(aState({ columns: ['=cmd()', 'a,"b"'] }), 'csv');
    assert.equal(csv.split('\r\n')[0], `container,'=cmd(),"a,""b"""`);
    assert.equal(csv.split('\r\n')[1], 'app,10.0.0.2,10.0.0.2');
  });

  it('shows only the rows and columns that have a problem where that is wanted', () => {
    const view = arranged(aState(), true, { by: 'name', down: false });
    assert.deepEqual(view.columns, ['db']);
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
    assert.deepEqual(order({ column: 'db' }), ['app', 'zoo', 'old']);
  });

  it('has a cell for each state of an answer', () => {
    const predicted = { addresses: ['10.0.0.2'], source: 'embedded-dns', why: '' } as const;
    const resolution = (given: Partial<Resolution> = {}): Resolution => ({
      name: 'db',
      predicted: { ...predicted, addresses: [...predicted.addresses] },
      ...given,
    });
    const measured = { addresses: ['10.0.0.2'], tool: 'getent', ms: 1 };
    assert.equal(toCell(undefined).text, '');
    assert.deepEqual(toCell(resolution()), { text: '10.0.0.2', kind: 'fine', measured: false });
    assert.deepEqual(toCell(resolution({ measured, agrees: true })), fine);
    assert.equal(toCell(resolution({ measured, agrees: false })).kind, 'wrong');
    assert.equal(toCell(resolution({ measured: { error: 'no' } })).kind, 'failed');
    assert.equal(toCell(resolution({ measured: { ...measured, addresses: [] } })).text, 'nothing');
  });

  it('is kept over a reload by its network and its table, and strange texts are not taken', () => {
    const saved = { id: 'n', name: 'mynet', table: 'reachability' };
    assert.deepEqual(savedMatrix(aState({ table: 'reachability' })), saved);
    assert.deepEqual(readSavedMatrix(saved), saved);
    for (const strange of [undefined, null, 'x', {}, { ...saved, table: 'other' }, { ...saved, id: 7 }]) {
      assert.equal(readSavedMatrix(strange), undefined);
    }
  });
});

describe('the table of reachability', () => {
  const verdict = (predicted: Answer, target = '10.0.0.2', network = 'mynet'): Verdict => ({
    target,
    network,
    predicted,
    why: 'Both are on mynet.',
  });

  it('takes the best verdict for a pair, rather by an address that is held, rather on its own network', () => {
    const held = ['10.0.0.2', '10.1.0.2'];
    const own = verdict('yes');
    const other = verdict('yes', '10.1.0.2', 'other');
    const loopback = verdict('yes', '127.0.0.1', undefined);
    assert.equal(bestVerdict([loopback, other, own], held, 'mynet'), own);
    assert.equal(bestVerdict([loopback, verdict('no')], held, 'mynet'), loopback);
    assert.equal(bestVerdict([verdict('no'), other], held, 'mynet'), other);
    assert.equal(bestVerdict([verdict('no'), verdict('unknown')], held, 'mynet').predicted, 'unknown');
    assert.equal(bestVerdict([], held, 'mynet').predicted, 'unknown');
  });

  it('has a cell for each state of an answer', () => {
    const cell = (text: string, kind: Cell['kind'], measured: boolean) => ({ text, kind, measured });
    assert.deepEqual(toReachCell(undefined, undefined), cell('', 'unknown', false));
    assert.deepEqual(toReachCell(verdict('yes'), undefined), cell('yes', 'fine', false));
    assert.deepEqual(toReachCell(verdict('no'), undefined), cell('no', 'nothing', false));
    assert.deepEqual(toReachCell(verdict('unknown'), undefined), cell('?', 'unknown', false));
    assert.deepEqual(toReachCell(verdict('yes'), { answer: 'yes' }), cell('yes', 'fine', true));
    assert.deepEqual(toReachCell(verdict('yes'), { answer: 'no' }), cell('no', 'wrong', true));
    assert.deepEqual(toReachCell(verdict('unknown'), { answer: 'no' }), cell('no', 'nothing', true));
    assert.deepEqual(toReachCell(verdict('yes'), { error: nothingToTryWith }), cell('?', 'unknown', true));
    assert.deepEqual(toReachCell(verdict('yes'), { error: 'It is busy.' }), cell('failed', 'failed', true));
  });

  it('says which address was pinged, and what is not as predicted', () => {
    assert.equal(
      explainReach('app', 'db', verdict('yes'), undefined),
      'app → db (10.0.0.2 on mynet): Both are on mynet.',
    );
    assert.match(
      explainReach('app', 'db', verdict('yes'), { answer: 'no' }),
      /But a ping of 10\.0\.0\.2 got no/,
    );
    assert.match(
      explainReach('app', 'db', verdict('yes'), { answer: 'yes' }),
      /A ping of .* was answered\.$/,
    );
    assert.match(
      explainReach('app', 'db', verdict('yes'), { error: 'It is busy.' }),
      /measured: It is busy\.$/,
    );
  });
});

describe('a name on the network of a matrix', () => {
  const network = aNetwork({
    endpoints: [
      anEndpoint({ name: 'web' }),
      anEndpoint({ name: 'old', state: 'exited' }),
      anEndpoint({ name: 'asleep', state: 'paused' }),
    ],
  });
  const aliased = (name: string) =>
    aDetails({
      name,
      endpoints: [anEndpointDetails({ networkId: network.id, aliases: ['shared', `${name}-too`] })],
    });
  const details = new Map(['web', 'old'].map((name) => [anId(name), aliased(name)]));
  const around = {
    snapshot: aSnapshot({ networks: [network] }),
    network,
    details,
    containers: [],
    hosts: new Map(),
    resolv: new Map(),
  };

  it('is idle where nobody who has it runs, so that its cells are no problem', () => {
    assert.equal(isIdle(around, 'old'), true);
    assert.equal(isIdle(around, 'old-too'), true);
    for (const name of ['web', 'asleep', 'shared', 'web-too', 'unheard-of'])
      assert.equal(isIdle(around, name), false);
  });
});
