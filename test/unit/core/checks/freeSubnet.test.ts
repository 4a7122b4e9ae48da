import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatCidr, overlaps, parseCidr } from '../../../../src/core/addresses/cidr.ts';
import { freeAddress, freeSubnet } from '../../../../src/core/checks/freeSubnet.ts';
import { aNetwork, anEndpoint, aSnapshot } from '../../builders/model.ts';

const worldOf = (...subnets: string[]) => ({
  snapshot: aSnapshot({
    networks: subnets.map((subnet, at) =>
      aNetwork({ name: `net${at}`, subnets: [{ subnet, reserved: {} }] }),
    ),
  }),
});

describe('a free subnet', () => {
  it('is the first that nothing has', () => {
    assert.equal(freeSubnet(worldOf()), '10.201.0.0/24');
    assert.equal(freeSubnet(worldOf('10.201.0.0/24', '10.201.1.0/25')), '10.201.2.0/24');
    assert.equal(freeSubnet(worldOf('10.201.0.0/16')), '10.202.0.0/24');
    assert.equal(freeSubnet(worldOf('10.0.0.0/8')), '172.16.0.0/24');
  });

  it('is as large as the one that was asked for', () => {
    assert.equal(freeSubnet(worldOf(), '192.168.0.0/16'), '10.201.0.0/16');
    assert.equal(freeSubnet(worldOf('10.201.0.0/30'), '10.9.0.0/28'), '10.201.0.16/28');
    assert.equal(freeSubnet(worldOf(), '10.0.0.0/8'), '10.201.0.0/24');
    assert.equal(freeSubnet(worldOf(), 'fd00:5::/64'), 'fd00:201::/64');
  });

  it('overlaps nothing, whatever is there', () => {
    const blocks = fc
      .record({
        family: fc.constant(4 as const),
        value: fc.bigInt(10n << 24n, (11n << 24n) - 1n),
        prefix: fc.integer({ min: 9, max: 32 }),
      })
      .map((block) => formatCidr(block));
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 40 }), fc.integer({ min: 16, max: 29 }), (taken, prefix) => {
        const free = parseCidr(freeSubnet(worldOf(...taken), `10.0.0.0/${prefix}`))!;
        for (const text of taken) assert.ok(!overlaps(free, parseCidr(text)!), text);
      }),
    );
  });
});

describe('a free address', () => {
  const subnet = { subnet: '172.21.0.0/24', gateway: '172.21.0.1', reserved: { printer: '172.21.0.9' } };
  const network = aNetwork({
    subnets: [subnet],
    endpoints: [
      anEndpoint({ name: 'bbox7', ipv4: '172.21.0.7' }),
      anEndpoint({ name: 'bbox8', state: 'exited', staticIpv4: '172.21.0.8' }),
    ],
  });

  it('is next to the one that was asked for, and nobody has it', () => {
    assert.equal(freeAddress(network, '172.21.0.7'), '172.21.0.10');
    assert.equal(freeAddress(network), '172.21.0.2');
  });

  it('begins anew at the end of the subnet, and is none where all are taken', () => {
    assert.equal(freeAddress(network, '172.21.0.255'), '172.21.0.2');
    const full = aNetwork({
      subnets: [{ subnet: '10.9.0.0/30', gateway: '10.9.0.1', reserved: {} }],
      endpoints: [anEndpoint({ ipv4: '10.9.0.2' })],
    });
    assert.equal(freeAddress(full), undefined);
  });
});
