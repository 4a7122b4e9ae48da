import assert from 'node:assert/strict';
import { hostRoutes, parseRoutes4, parseRoutes6 } from '../../../src/docker/hostRoutes.ts';

describe('the routes of this machine', () => {
  it('are read from the IPv4 table of Linux, without the default', () => {
    const table = [
      'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
      'eth0\t00000000\t0102000A\t0003\t0\t0\t100\t00000000\t0\t0\t0',
      'eth0\t0002000A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0',
      'docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0',
    ].join('\n');
    assert.deepEqual(parseRoutes4(table), [
      { subnet: '10.0.2.0/24', interface: 'eth0' },
      { subnet: '172.17.0.0/16', interface: 'docker0' },
    ]);
  });

  it('are read from the IPv6 table of Linux, without link-local, multicast and single addresses', () => {
    const row = (destination: string, prefix: string, name: string) =>
      `${destination} ${prefix} ${'0'.repeat(32)} 00 ${'0'.repeat(32)} 00000100 00000001 00000000 00000001 ${name}`;
    const table = [
      row('fd120000000000000000000000000000', '40', 'eth0'),
      row('fe800000000000000000000000000000', '40', 'eth0'),
      row('ff000000000000000000000000000000', '08', 'eth0'),
      row('fd120000000000000000000000000007', '80', 'lo'),
      row('00000000000000000000000000000000', '00', 'eth0'),
    ].join('\n');
    assert.deepEqual(parseRoutes6(table), [{ subnet: 'fd12::/64', interface: 'eth0' }]);
  });

  it('leave out loopback and what Docker made', () => {
    for (const route of hostRoutes())
      assert.doesNotMatch(route.interface, /^(lo$|docker\d|br-[0-9a-f]{12}$|veth)/);
  });
});
