import assert from 'node:assert/strict';
import { agrees, sortAddresses } from '../../../../src/core/names/compare.ts';
import type { Prediction, PredictionSource } from '../../../../src/core/report.ts';

const cases: [
  what: string,
  source: PredictionSource,
  predicted: string[],
  measured: string[],
  tool: string,
  expected: boolean | undefined,
][] = [
  [
    'the same addresses in another order and spelling',
    'embedded-dns',
    ['10.0.0.2', 'fd00::2'],
    ['FD00:0::2', '10.0.0.2'],
    'getent',
    true,
  ],
  ['an address that is missing', 'embedded-dns', ['10.0.0.2', '10.0.0.3'], ['10.0.0.2'], 'nslookup', false],
  [
    'one address from a tool that tells one',
    'embedded-dns',
    ['10.0.0.2', '10.0.0.3'],
    ['10.0.0.3'],
    'ping',
    true,
  ],
  ['another address', 'embedded-dns', ['10.0.0.2'], ['10.0.0.3'], 'ping', false],
  ['nothing where there should be something', 'embedded-dns', ['10.0.0.2'], [], 'getent', false],
  ['nothing where nothing was predicted', 'none', [], [], 'getent', true],
  ['something where nothing was predicted', 'none', [], ['10.0.0.2'], 'getent', false],
  [
    'the first of several lines of the hosts file',
    'hosts',
    ['10.0.0.2', '10.1.0.2'],
    ['10.1.0.2'],
    'getent',
    true,
  ],
  ['no line of the hosts file', 'hosts', ['10.0.0.2'], ['10.0.0.4'], 'getent', false],
  ['nothing from name servers beyond', 'upstream', [], [], 'getent', true],
  ['something from name servers beyond', 'upstream', [], ['93.184.216.34'], 'getent', undefined],
  ['anything where the prediction is unknown', 'unknown', [], ['10.0.0.2'], 'getent', undefined],
];

describe('agrees', () => {
  for (const [what, source, predicted, measured, tool, expected] of cases) {
    it(`says ${expected} of ${what}`, () => {
      const prediction = predict(source, predicted);
      const measurement = { addresses: measured, tool, ms: 1 };
      assert.equal(agrees(prediction, measurement), expected);
    });
  }

  it('says nothing of what could not be measured', () => {
    assert.equal(agrees(predict('none', []), { error: 'no tool' }), undefined);
    assert.equal(agrees(predict('none', []), undefined), undefined);
  });
});

describe('sortAddresses', () => {
  it('puts IPv4 before IPv6, each in order and once', () => {
    assert.deepEqual(sortAddresses(['fd00::10', '10.0.0.10', 'fd00::2', '10.0.0.9', 'fd00:0::2']), [
      '10.0.0.9',
      '10.0.0.10',
      'fd00::2',
      'fd00::10',
    ]);
  });
});

function predict(source: PredictionSource, addresses: string[]): Prediction {
  return { source, addresses, why: 'Because.' };
}
