import assert from 'node:assert/strict';
import { type Asker, parseAnswer } from '../../../../src/core/measure/parseAnswer.ts';

/** Answers as the tools printed them. */
const answers: [string, Asker, string, number][] = [
  [
    'busybox 1.35 nslookup',
    'nslookup',
    'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\nNon-authoritative answer:\n\nNon-authoritative answer:\nName:\tweb.\nAddress: 192.168.0.3\nName:\tweb.\nAddress: 192.168.0.10\n\n',
    0,
  ],
  [
    'busybox 1.28 nslookup',
    'nslookup',
    'Server:    127.0.0.11\nAddress 1: 127.0.0.11\n\nName:      web\nAddress 1: 192.168.0.10 other.mynet\nAddress 2: 192.168.0.3 web.mynet\n',
    0,
  ],
  [
    'nslookup of BIND',
    'nslookup',
    'Server:\t\t127.0.0.11\nAddress:\t127.0.0.11#53\n\nNon-authoritative answer:\nName:\tweb\nAddress: 192.168.0.3\nName:\tweb\nAddress: 192.168.0.10\n\n',
    0,
  ],
  [
    'dig',
    'dig',
    ';; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 21\n;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0\n\nweb.\t\t\t600\tIN\tA\t192.168.0.10\nweb.\t\t\t600\tIN\tA\t192.168.0.3\n',
    0,
  ],
  ['host', 'host', 'web has address 192.168.0.3\nweb has address 192.168.0.10\n', 0],
  [
    'getent of glibc',
    'getent',
    '192.168.0.3     STREAM web\n192.168.0.3     DGRAM  \n192.168.0.3     RAW    \n192.168.0.10    STREAM \n',
    0,
  ],
  ['getent of musl', 'getent', '192.168.0.3     web  web\n192.168.0.10     web  web\n', 0],
];

const nothings: [string, Asker, string, number][] = [
  [
    'busybox nslookup',
    'nslookup',
    "Server:\t\t127.0.0.11\nAddress:\t127.0.0.11:53\n\n** server can't find nosuch.: NXDOMAIN\n",
    1,
  ],
  [
    'nslookup of BIND',
    'nslookup',
    "Server:\t\t127.0.0.11\nAddress:\t127.0.0.11#53\n\n** server can't find nosuch: SERVFAIL\n",
    1,
  ],
  [
    'dig',
    'dig',
    ';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 7\n;; flags: qr rd ra; ANSWER: 0\n',
    0,
  ],
  ['host', 'host', 'Host nosuch. not found: 3(NXDOMAIN)\n', 1],
  ['getent', 'getent', '', 2],
  ['busybox ping', 'ping', "ping: bad address 'nosuch'\n", 1],
  ['ping of iputils', 'ping', 'ping: nosuch: Name or service not known\n', 2],
];

describe('the answer of a tool', () => {
  for (const [title, tool, output, exitCode] of answers) {
    it(`gives every address once, in order, from ${title}`, () => {
      assert.deepEqual(parseAnswer(tool, output, exitCode), { addresses: ['192.168.0.3', '192.168.0.10'] });
    });
  }

  for (const [title, tool, output, exitCode] of nothings) {
    it(`is no address where ${title} finds none`, () => {
      assert.deepEqual(parseAnswer(tool, output, exitCode), { addresses: [] });
    });
  }

  it('puts IPv4 before IPv6', () => {
    const said =
      'Server:\t127.0.0.11\nAddress:\t127.0.0.11:53\n\nName:\tdual.\nAddress: fd00::3\nName:\tdual.\nAddress: 10.0.0.3\n';
    assert.deepEqual(parseAnswer('nslookup', said, 0), { addresses: ['10.0.0.3', 'fd00::3'] });
  });

  it('is the address that ping goes for, replies or not', () => {
    const busybox =
      'PING web (192.168.0.3): 56 data bytes\n64 bytes from 192.168.0.3: seq=0 ttl=64 time=0.1 ms\n';
    const iputils = 'PING web (192.168.0.3) 56(84) bytes of data.\n\n--- web ping statistics ---\n';
    assert.deepEqual(parseAnswer('ping', busybox, 0), { addresses: ['192.168.0.3'] });
    assert.deepEqual(parseAnswer('ping', iputils, 1), { addresses: ['192.168.0.3'] });
  });

  it('is never taken for "no address" when no server answered, time ran out or the output makes no sense', () => {
    assert.deepEqual(parseAnswer('nslookup', ';; connection timed out; no servers could be reached\n', 1), {
      error: 'No DNS server answered.',
    });
    const unreachable = "nslookup: can't connect to remote host (10.0.0.53): Network is unreachable\n";
    assert.deepEqual(parseAnswer('nslookup', unreachable, 1), { error: 'No DNS server answered.' });
    assert.deepEqual(parseAnswer('getent', '', 137), { error: 'No answer came in time.' });
    assert.deepEqual(parseAnswer('getent', 'Unknown database: ahosts\n', 1), {
      error: 'What getent said cannot be understood.',
    });
    assert.deepEqual(parseAnswer('nslookup', 'hello\n'.repeat(500), undefined), {
      error: 'What nslookup said cannot be understood.',
    });
  });
});
