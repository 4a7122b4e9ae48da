import assert from 'node:assert/strict';
import { listening } from '../../../../src/core/measure/listeners.ts';

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const ipv4 = (local: string, state = '0A') =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 4242 1\n`;
const ipv6 = (local: string) =>
  `   1: ${local} 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4243 1\n`;

describe('who listens on a port', () => {
  it('is read from the tables of the kernel, of both families', () => {
    assert.equal(listening(head + ipv4('00000000:1F90'), 8080), 'everywhere');
    assert.equal(listening(head + ipv6('00000000000000000000000000000000:1F90'), 8080), 'everywhere');
    assert.equal(listening(head + ipv4('0100007F:1F90'), 8080), 'loopback');
    assert.equal(listening(head + ipv6('00000000000000000000000001000000:1F90'), 8080), 'loopback');
    assert.equal(listening(head + ipv6('0000000000000000FFFF00000100007F:1F90'), 8080), 'loopback');
    assert.equal(listening(head + ipv4('0300A8C0:1F90'), 8080), 'some');
    assert.equal(listening(head + ipv4('0100007F:1F90') + ipv4('00000000:1F90'), 8080), 'everywhere');
  });

  it('is nobody where the port is another one or only has connections', () => {
    assert.equal(listening(head + ipv4('00000000:1F91'), 8080), 'nowhere');
    assert.equal(listening(head + ipv4('0300A8C0:1F90', '01'), 8080), 'nowhere');
    assert.equal(listening('', 8080), 'nowhere');
  });
});
