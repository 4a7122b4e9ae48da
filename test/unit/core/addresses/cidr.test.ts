import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatAddress, parseAddress } from '../../../../src/core/addresses/address.ts';
import {
  broadcastAddress,
  type Cidr,
  contains,
  containsCidr,
  formatCidr,
  hasHostBits,
  isEdge,
  networkAddress,
  overlaps,
  parseCidr,
  usableCount,
} from '../../../../src/core/addresses/cidr.ts';

const cidr = (text: string) => parseCidr(text)!;

const blocks = fc.oneof(
  fc.record({
    family: fc.constant(4 as const),
    value: fc.bigInt(0n, (1n << 32n) - 1n),
    prefix: fc.integer({ min: 0, max: 32 }),
  }),
  fc.record({
    family: fc.constant(6 as const),
    value: fc.bigInt(0n, (1n << 128n) - 1n),
    prefix: fc.integer({ min: 0, max: 128 }),
  }),
);

describe('a block of addresses', () => {
  it('is read only where it is spelled strictly', () => {
    for (const text of [
      '10.0.0.0/8',
      '0.0.0.0/0',
      '10.0.0.1/32',
      'fd00::/64',
      '::/0',
      '::1/128',
      '10.9.0.5/24',
    ]) {
      assert.ok(parseCidr(text), text);
    }
    const wrong = [
      '',
      'abc',
      '10.0.0.0',
      '10.0.0.0/',
      '10.0.0.0/33',
      '10.0.0.0/08',
      '10.0.0.0/-1',
      '10.0.0.0/8/8',
    ];
    wrong.push(
      '10.0.0.0/255.0.0.0',
      ' 10.0.0.0/8',
      '10.0.0.0/8 ',
      '10.1/16',
      'fd00::/129',
      '10.0.0.0/8.0',
      '/8',
    );
    for (const text of wrong) assert.equal(parseCidr(text), undefined, text);
  });

  it('knows its ends, and whether it was given with host bits', () => {
    const block = cidr('10.9.0.5/24');
    assert.equal(formatAddress(networkAddress(block)), '10.9.0.0');
    assert.equal(formatAddress(broadcastAddress(block)), '10.9.0.255');
    assert.equal(formatCidr(block), '10.9.0.0/24');
    assert.ok(hasHostBits(block));
    assert.ok(!hasHostBits(cidr('10.9.0.0/24')));
    assert.ok(!hasHostBits(cidr('0.0.0.0/0')));
  });

  it('counts what can be given away', () => {
    assert.equal(usableCount(cidr('10.9.0.0/24')), 254n);
    assert.equal(usableCount(cidr('10.9.0.0/30')), 2n);
    assert.equal(usableCount(cidr('10.9.0.0/31')), 0n);
    assert.equal(usableCount(cidr('10.9.0.0/32')), 0n);
    assert.equal(usableCount(cidr('fd00::/64')), (1n << 64n) - 1n);
  });

  it('keeps families apart', () => {
    assert.ok(!overlaps(cidr('0.0.0.0/0'), cidr('::/0')));
    assert.ok(!contains(cidr('::/0'), parseAddress('1.2.3.4')!));
  });

  it('overlaps another exactly where one holds the first address of the other, whichever is asked', () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const shared = a.family === b.family && inner(a, b);
        assert.equal(overlaps(a, b), shared);
        assert.equal(overlaps(b, a), shared);
      }),
    );
  });

  it('holds its own ends, and nothing next to them', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const [first, last] = [networkAddress(block), broadcastAddress(block)];
        assert.ok(contains(block, first) && contains(block, last) && isEdge(block, first));
        assert.ok(containsCidr(block, cidr(formatCidr(block))));
        assert.ok(!contains(block, { ...first, value: first.value - 1n }));
        assert.ok(!contains(block, { ...last, value: last.value + 1n }));
      }),
    );
  });
});

/** Two blocks share an address exactly where they agree in the bits of the shorter prefix. */
function inner(a: Cidr, b: Cidr): boolean {
  const shift = BigInt((a.family === 4 ? 32 : 128) - Math.min(a.prefix, b.prefix));
  return a.value >> shift === b.value >> shift;
}
