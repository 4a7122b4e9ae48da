import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatAddress, parseAddress, sameAddress } from '../../../../src/core/addresses/address.ts';

describe('an address', () => {
  it('is read only where it is spelled strictly', () => {
    for (const text of ['10.0.0.1', '0.0.0.0', '255.255.255.255', '::', 'fd00::1', '::ffff:1.2.3.4']) {
      assert.ok(parseAddress(text), text);
    }
    const wrong = [
      '',
      ' ',
      '127.1',
      '010.0.0.1',
      '0x1.2.3.4',
      '1.2.3',
      '1.2.3.4.',
      '256.1.1.1',
      ' 1.2.3.4',
      '1.2.3.4 ',
    ];
    wrong.push(
      '1.2.3.4/24',
      'fd00::1/64',
      'fd00::1%eth0',
      'fd00:::1',
      '[::1]',
      '12345::',
      '1:2:3:4:5:6:7',
      'a',
      '١.٢.٣.٤',
    );
    for (const text of wrong) assert.equal(parseAddress(text), undefined, text);
  });

  it('survives being written and read', () => {
    const values = fc.oneof(
      fc.record({ family: fc.constant(4 as const), value: fc.bigInt(0n, (1n << 32n) - 1n) }),
      fc.record({ family: fc.constant(6 as const), value: fc.bigInt(0n, (1n << 128n) - 1n) }),
    );
    fc.assert(
      fc.property(values, (address) =>
        assert.deepEqual(parseAddress(formatAddress(address)), { ...address }),
      ),
    );
  });

  it('is never made of arbitrary text without being that text again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = parseAddress(text);
        if (address?.family === 4) assert.equal(formatAddress(address), text);
      }),
    );
  });

  it('is the same in another spelling', () => {
    assert.ok(sameAddress('fd00:0::1', 'fd00::1'));
    assert.ok(!sameAddress('10.0.0.1', '10.0.0.2'));
    assert.ok(!sameAddress(undefined, undefined));
    assert.ok(!sameAddress('::1', '0.0.0.1'));
  });
});
