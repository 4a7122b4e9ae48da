import assert from 'node:assert/strict';
import { formatPairs, parsePairs } from '../../../src/ui/prompts/pairs.ts';
import { formatPorts, parsePorts } from '../../../src/ui/prompts/ports.ts';
import { parseWords } from '../../../src/ui/prompts/words.ts';

describe('what is typed', () => {
  it('is read as ports, and written as it was read', () => {
    assert.deepEqual(parsePorts('8080:80, 5353:53/udp 80'), [
      { hostPort: 8080, port: 80 },
      { hostPort: 5353, port: 53, protocol: 'udp' },
      { port: 80 },
    ]);
    for (const text of ['8080:80', '127.0.0.1:8080:80', '[::1]:8080:80/udp', '80', '127.0.0.1::80']) {
      assert.equal(formatPorts(parsePorts(text)!), text);
    }
    for (const text of ['http', '0:80', '80:70000', '80/icmp', '1:2:3:4']) {
      assert.equal(parsePorts(text), undefined, text);
    }
  });

  it('is read as pairs, a key alone with nothing', () => {
    assert.deepEqual(parsePairs(' a=b, c = d=e ,f'), { a: 'b', c: 'd=e', f: '' });
    assert.equal(parsePairs('  ,'), undefined);
    assert.equal(formatPairs({ a: 'b', f: '' }), 'a=b, f');
  });

  it('is taken apart into words, quotes keeping them together', () => {
    assert.deepEqual(parseWords(`sh -c 'echo "a b"' "x \\" y"`), ['sh', '-c', 'echo "a b"', 'x " y']);
    assert.deepEqual(parseWords('  '), []);
    assert.deepEqual(parseWords('a"b c"d'), ['ab cd']);
  });
});
