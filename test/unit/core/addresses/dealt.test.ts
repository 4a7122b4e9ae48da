import assert from 'node:assert/strict';
import { parseAddress } from '../../../../src/core/addresses/address.ts';
import { dealtOf } from '../../../../src/core/addresses/dealt.ts';
import { deriveGateway } from '../../../../src/core/addresses/deriveGateway.ts';
import { saferRange } from '../../../../src/core/addresses/saferRange.ts';
import { aNetwork, anEndpoint } from '../../builders/model.ts';

describe('what Docker deals out', () => {
  it('is the subnet without its ends, the gateway and what is reserved', () => {
    const subnet = { subnet: '10.9.0.0/29', gateway: '10.9.0.1', reserved: { printer: '10.9.0.5' } };
    const network = aNetwork({ subnets: [subnet], endpoints: [anEndpoint({ ipv4: '10.9.0.2' })] });
    assert.deepEqual(dealtOf(network, subnet), { range: '10.9.0.0/29', usable: 4n, used: 1n, free: 3n });
  });

  it('is the range where there is one, and a static address of a stopped container counts', () => {
    const subnet = { subnet: '10.9.0.0/24', gateway: '10.9.0.1', ipRange: '10.9.0.128/30', reserved: {} };
    const endpoints = [
      anEndpoint({ name: 'a', ipv4: '10.9.0.7', staticIpv4: '10.9.0.7' }),
      anEndpoint({ name: 'b', state: 'exited', staticIpv4: '10.9.0.129' }),
    ];
    const network = aNetwork({ subnets: [subnet], endpoints });
    assert.deepEqual(dealtOf(network, subnet), { range: '10.9.0.128/30', usable: 4n, used: 1n, free: 3n });
  });

  it('knows the ends of a subnet that an old engine took with host bits', () => {
    const subnet = { subnet: '10.1.2.3/30', gateway: '10.1.2.1', reserved: {} };
    assert.equal(dealtOf(aNetwork({ subnets: [subnet] }), subnet)?.usable, 1n);
  });

  it('begins with the gateway where none was given', () => {
    assert.equal(deriveGateway('10.88.0.0/24'), '10.88.0.1');
    assert.equal(deriveGateway('10.88.0.0/24', '10.88.0.128/30'), '10.88.0.128');
    assert.equal(deriveGateway('10.88.0.0/24', '10.88.0.0/28'), '10.88.0.1');
    assert.equal(deriveGateway('fd00:1::/64'), 'fd00:1::1');
    assert.equal(deriveGateway('abc'), undefined);
  });
});

describe('a range that leaves static addresses alone', () => {
  it('is the upper half, or the largest part without one', () => {
    const subnet = { subnet: '172.21.0.0/24', gateway: '172.21.0.1', reserved: {} };
    const network = aNetwork({ subnets: [subnet] });
    assert.equal(saferRange(network, subnet, parseAddress('172.21.0.7')!), '172.21.0.128/25');
    assert.equal(saferRange(network, subnet, parseAddress('172.21.0.200')!), '172.21.0.0/25');
    const both = aNetwork({ subnets: [subnet], endpoints: [anEndpoint({ staticIpv4: '172.21.0.7' })] });
    assert.equal(saferRange(both, subnet, parseAddress('172.21.0.200')!), '172.21.0.128/26');
  });
});
