import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ContainerDetails } from '../../../../src/core/model.ts';
import { parseHosts } from '../../../../src/core/names/parseHosts.ts';
import { aDetails, anEndpointDetails } from '../../builders/model.ts';

const defaults = `127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::\tip6-localnet
ff00::\tip6-mcastprefix
ff02::1\tip6-allnodes
ff02::2\tip6-allrouters
`;

describe('parseHosts', () => {
  it('gives every line that maps an address, with its number, and no other', () => {
    const entries = parse(
      '# by hand\n\n127.0.0.1\tlocalhost # loopback\nnonsense here\n10.0.0.1\n 10.0.0.2  a  b \r\n',
    );
    assert.deepEqual(
      entries.map((one) => [one.line, one.address, one.names]),
      [
        [3, '127.0.0.1', ['localhost']],
        [6, '10.0.0.2', ['a', 'b']],
      ],
    );
  });

  it("takes the engine's own first lines for the engine's, on 20.10 and on 28", () => {
    const old = defaults.replace('fe00::', 'fe00::0').replace('ff00::', 'ff00::0');
    for (const text of [defaults, old]) {
      assert.deepEqual(origins(text), Array(6).fill('engine'));
    }
  });

  it('takes a second copy of such a line for one added by hand', () => {
    assert.deepEqual(origins('127.0.0.1 localhost\n127.0.0.1 localhost\n'), ['engine', 'manual']);
  });

  it('knows the lines of the container itself by address and host name, in both families', () => {
    const of = {
      hostname: 'wh',
      endpoints: [anEndpointDetails({ ipv4: '172.20.0.2', ipv6: 'fd00::2' })],
    };
    assert.deepEqual(origins('172.20.0.2\twh\nfd00::2\twh\n172.20.0.9\twh\n172.20.0.2\tother\n', of), [
      'self',
      'self',
      'manual',
      'manual',
    ]);
  });

  it('knows the own line of a container whose host name has a dot, or that has a domain name', () => {
    const endpoints = [anEndpointDetails({ ipv4: '172.20.0.2' })];
    assert.deepEqual(origins('172.20.0.2\ta.b.c a\n', { hostname: 'a.b.c', endpoints }), ['self']);
    assert.deepEqual(
      origins('172.20.0.2\tfqh.dom fqh\n', { hostname: 'fqh', domainname: 'dom', endpoints }),
      ['self'],
    );
  });

  it('knows extra hosts, IPv6 ones and host-gateway too', () => {
    const extraHosts = ['db:10.1.1.1', 'six:fd00::9', 'host.docker.internal:host-gateway'];
    const text = '10.1.1.1\tdb\nfd00::9\tsix\n172.17.0.1\thost.docker.internal\n10.1.1.1\tdb\n';
    assert.deepEqual(origins(text, { extraHosts }), ['extra-host', 'extra-host', 'extra-host', 'manual']);
  });

  it('tells the container and the alias of a line that comes from a link', () => {
    const legacyLinks = [
      { container: 'tomcat02', alias: 'tc' },
      { container: 'plain', alias: 'plain' },
    ];
    const entries = parse('172.17.0.3\ttc 3e7188ad5609 tomcat02\n172.17.0.4\tplain 0123456789ab\n', {
      legacyLinks,
    });
    assert.deepEqual(
      entries.map((one) => [one.origin, one.link]),
      [
        ['link', legacyLinks[0]],
        ['link', legacyLinks[1]],
      ],
    );
  });

  it("takes a copy of the host's file for the engine's, and a mounted file for a person's", () => {
    assert.deepEqual(origins('10.0.0.7 nas\n', { mode: 'host' }), ['engine']);
    assert.deepEqual(origins('127.0.0.1 localhost\n', { hostsMounted: true }), ['manual']);
  });

  it('never throws, and never invents a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const lines = text.split('\n');
        for (const entry of parse(text)) assert.ok(lines[entry.line - 1]!.includes(entry.address));
      }),
    );
  });
});

function parse(text: string, of: Partial<ContainerDetails> = {}) {
  return parseHosts(text, aDetails(of));
}

function origins(text: string, of: Partial<ContainerDetails> = {}): string[] {
  return parse(text, of).map((one) => one.origin);
}
