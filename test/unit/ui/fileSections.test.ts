import assert from 'node:assert/strict';
import { parseHosts } from '../../../src/core/names/parseHosts.ts';
import { parseResolv } from '../../../src/core/names/parseResolv.ts';
import { hostsSection, resolvSection } from '../../../src/ui/panels/hosts/fileSections.ts';
import { aDetails } from '../builders/model.ts';

function hosts(text: string, given: Parameters<typeof aDetails>[0] = {}) {
  return { text, entries: parseHosts(text, aDetails(given)) };
}

describe('a file on the page', () => {
  it('has every line of a hosts file, with the origin of those that map an address', () => {
    const text = '127.0.0.1\tlocalhost\n# mine\n172.17.0.2\tpl 5ec20623eeec plain\n10.1.1.1 by.hand\n';
    const section = hostsSection(
      hosts(text, { legacyLinks: [{ container: 'plain', alias: 'pl' }] }),
      undefined,
      false,
    );
    assert.ok('lines' in section);
    assert.deepEqual(
      section.lines.map(({ line, address, note }) => [line, address, note]),
      [
        [1, '127.0.0.1', 'engine'],
        [2, undefined, ''],
        [3, '172.17.0.2', 'link → plain (one-way)'],
        [4, '10.1.1.1', 'written by hand'],
      ],
    );
    assert.equal(section.note, undefined);
  });

  it('says whose file it is, and that it is empty, cut, or no text', () => {
    const noteOf = (file: Parameters<typeof hostsSection>[0], owner?: string) => {
      const section = hostsSection(file, owner, false);
      return 'lines' in section ? section.note : section.error;
    };
    assert.match(noteOf(hosts('127.0.0.1 localhost\n'), 'bbox7')!, /^This is the file of bbox7/);
    assert.match(noteOf(hosts(''))!, /^The file is empty/);
    assert.match(
      noteOf({ ...hosts('1.1.1.1 a\n'), truncated: true, size: 99_999 })!,
      /99999 bytes; only its beginning/,
    );
    assert.match(noteOf({ ...hosts('\0'), binary: true, size: 7 })!, /not text \(7 bytes\)/);
    assert.equal(noteOf({ error: 'No such file.' }), 'No such file.');
  });

  it('tells what each line of resolv.conf means', () => {
    const text =
      'search lab\nnameserver 127.0.0.11\nnameserver 10.0.0.53\noptions edns0 ndots:0\n# ExtServers: [host(10.0.0.53)]\n';
    const section = resolvSection({ text, ...parseResolv(text) }, ['mynet', 'other']);
    assert.ok('lines' in section);
    assert.deepEqual(
      section.lines.map((line) => line.note),
      [
        'put after a name where the name alone is not found',
        "Docker's embedded DNS: answers names on mynet, other, and asks outside for others",
        'a name server that knows no containers',
        'names without a dot are asked as they are',
        '',
      ],
    );
  });
});
