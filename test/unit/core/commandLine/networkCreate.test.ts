import assert from 'node:assert/strict';
import fc from 'fast-check';
import { networkCreateLine, specOfNetwork } from '../../../../src/core/commandLine/networkCreate.ts';
import { quote } from '../../../../src/core/commandLine/quote.ts';
import type { NetworkSpec, SubnetSpec } from '../../../../src/core/specs.ts';
import { aNetwork } from '../../builders/model.ts';

describe('docker network create', () => {
  it('is written as the tutorials have it', () => {
    const spec = { name: 'mynet', subnets: [{ subnet: '192.168.0.0/16', gateway: '192.168.0.1' }] };
    assert.equal(
      networkCreateLine(spec),
      'docker network create --driver bridge --subnet 192.168.0.0/16 --gateway 192.168.0.1 mynet',
    );
  });

  it('carries everything that a network has', () => {
    const network = aNetwork({
      name: "it's my net",
      driver: 'bridge',
      ipv6: true,
      internal: true,
      attachable: true,
      subnets: [
        {
          subnet: '10.9.0.0/24',
          gateway: '10.9.0.1',
          ipRange: '10.9.0.128/25',
          reserved: { printer: '10.9.0.5' },
        },
        { subnet: 'fd00:9::/64', gateway: 'fd00:9::1', reserved: {} },
      ],
      options: { 'com.docker.network.bridge.name': 'br-x' },
      labels: { owner: 'team "a" $HOME', empty: '' },
    });
    const spec = specOfNetwork(network);
    assert.deepEqual(specOfLine(networkCreateLine(spec)), spec);
  });

  it('leaves out what the engine sets by itself', () => {
    const network = aNetwork({
      driver: 'overlay',
      options: { 'com.docker.network.driver.overlay.vxlanid_list': '4097' },
    });
    assert.equal(specOfNetwork(network).options, undefined);
  });

  it('keeps a name that looks like an option a name', () => {
    assert.match(networkCreateLine({ name: '-x' }), / -- -x$/);
  });

  it('says the same to a shell, whatever the texts are', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1 });
    const keys = texts.filter((text) => !text.includes('='));
    const specs = fc.record(
      {
        name: texts,
        driver: fc.constant('bridge'),
        options: fc.dictionary(keys, texts, { minKeys: 1, noNullPrototype: true }),
        labels: fc.dictionary(keys, texts, { minKeys: 1, noNullPrototype: true }),
      },
      { noNullPrototype: true },
    );
    fc.assert(fc.property(specs, (spec) => assert.deepEqual(specOfLine(networkCreateLine(spec)), spec)));
  });
});

describe('a quoted word', () => {
  it('is one word to a shell, and the same', () => {
    fc.assert(fc.property(fc.string(), (word) => assert.deepEqual(words(quote(word)), [word])));
  });

  it('is left alone where it is safe', () => {
    assert.equal(quote('10.9.0.0/24'), '10.9.0.0/24');
    assert.equal(quote('a b'), "'a b'");
    assert.equal(quote(''), "''");
    assert.equal(quote("it's"), `'it'\\''s'`);
  });
});

/** Reads words as a POSIX shell does, of what is used here: bare characters, single quotes, and a backslash. */
function words(line: string): string[] {
  const found: string[] = [];
  const word = /(?:'[^']*'|\\[^]|[^\s'\\])+/g;
  for (const [text] of line.matchAll(word)) {
    found.push(text.replace(/'([^']*)'|\\([^])/g, (_, quoted: string, escaped: string) => quoted ?? escaped));
  }
  return found;
}

/** Reads the line back as docker's command line does. */
function specOfLine(line: string): NetworkSpec {
  const [docker, network, create, ...rest] = words(line);
  assert.deepEqual([docker, network, create], ['docker', 'network', 'create']);
  const spec: NetworkSpec = { name: '' };
  const last = () => spec.subnets!.at(-1)!;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--driver') spec.driver = rest.shift()!;
    else if (word === '--ipv6') spec.ipv6 = true;
    else if (word === '--internal') spec.internal = true;
    else if (word === '--attachable') spec.attachable = true;
    else if (word === '--subnet') (spec.subnets ??= []).push({ subnet: rest.shift()! } satisfies SubnetSpec);
    else if (word === '--gateway') last().gateway = rest.shift()!;
    else if (word === '--ip-range') last().ipRange = rest.shift()!;
    else if (word === '--aux-address') add((last().reserved ??= {}), rest.shift()!);
    else if (word === '--opt') add((spec.options ??= {}), rest.shift()!);
    else if (word === '--label') add((spec.labels ??= {}), rest.shift()!);
    else spec.name = word === '--' ? rest.shift()! : word;
  }
  return spec;
}

function add(to: Record<string, string>, pair: string): void {
  const at = pair.indexOf('=');
  Object.defineProperty(to, pair.slice(0, at), {
    value: pair.slice(at + 1),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
