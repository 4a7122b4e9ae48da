import assert from 'node:assert/strict';
import { createTar } from 'nanotar';
import { FrameReader } from '../../../src/docker/frameReader.ts';
import { jsonLines } from '../../../src/docker/jsonLines.ts';
import { KeptOutput } from '../../../src/docker/keptOutput.ts';
import { referenceOf } from '../../../src/docker/pullImage.ts';
import { firstMember } from '../../../src/docker/tarMember.ts';

async function* cutInto(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const frame = (source: number, text: string) => {
  const header = Buffer.from([source, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

describe('streams of the engine', () => {
  it('are read as lines of JSON however they are cut', async () => {
    const text = Buffer.from('{"a":"ü€"}\r\n\n{"a":"b\\n"}\nno json\n{"a":"last"}');
    for (let length = 1; length <= text.length; length++) {
      const found: unknown[] = [];
      for await (const value of jsonLines(cutInto(text, length))) found.push(value);
      assert.deepEqual(found, [{ a: 'ü€' }, { a: 'b\n' }, { a: 'last' }]);
    }
  });

  it('are taken apart into stdout and stderr however they are cut', async () => {
    const bytes = Buffer.concat([frame(1, 'one '), frame(2, 'oops'), frame(1, ''), frame(1, 'two')]);
    for (let length = 1; length <= bytes.length; length++) {
      const seen: Record<number, string> = {};
      const reader = new FrameReader((source, part) => {
        seen[source] = (seen[source] ?? '') + part.toString();
      });
      for await (const chunk of cutInto(bytes, length)) reader.read(chunk);
      assert.deepEqual(seen, { 1: 'one two', 2: 'oops' });
    }
  });

  it('are kept up to a limit, characters whole', () => {
    const pieces: string[] = [];
    const output = new KeptOutput(5, (text) => pieces.push(text));
    const bytes = Buffer.from('aü€z');
    for (const byte of bytes) output.add(Buffer.from([byte]));
    assert.equal(output.end(), 'aü\ufffd');
    assert.deepEqual(pieces, ['a', 'ü', '\ufffd']);
    assert.equal(output.flooded, true);
  });
});

describe('the first member of an archive', () => {
  const headerOf = (size: number, type: string) => {
    const header = Buffer.alloc(512);
    header.write('name', 0);
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    header.write(type, 156);
    return header;
  };

  it('is found with its bytes', () => {
    const archive = Buffer.from(createTar([{ name: 'hosts', data: '127.0.0.1\tlocalhost\n' }]));
    const member = firstMember(archive);
    assert.deepEqual([member?.type, member?.size], ['0', 20]);
    assert.equal(member?.data.toString(), '127.0.0.1\tlocalhost\n');
  });

  it('is found in an archive that was cut short', () => {
    const member = firstMember(Buffer.concat([headerOf(5_000_000, '0'), Buffer.from('begin')]));
    assert.deepEqual([member?.size, member?.data.toString()], [5_000_000, 'begin']);
  });

  it('is found behind headers that extend it', () => {
    const records = Buffer.alloc(512);
    records.write('20 size=9000000000\n18 mtime=1790000000\n');
    const archive = Buffer.concat([headerOf(38, 'x'), records, headerOf(0, '0'), Buffer.from('begin')]);
    const member = firstMember(archive);
    assert.deepEqual([member?.size, member?.data.toString()], [9_000_000_000, 'begin']);
  });

  it('is told apart as link and folder, and is none in an empty archive', () => {
    assert.equal(firstMember(headerOf(0, '2'))?.type, '2');
    assert.equal(firstMember(headerOf(0, '5'))?.type, '5');
    assert.equal(firstMember(Buffer.alloc(1024)), undefined);
    assert.equal(firstMember(Buffer.alloc(0)), undefined);
  });
});

describe('an image reference', () => {
  it('is taken apart at its tag, never at a port', () => {
    assert.deepEqual(referenceOf('box'), { fromImage: 'box', tag: 'latest' });
    assert.deepEqual(referenceOf('box:1'), { fromImage: 'box', tag: '1' });
    assert.deepEqual(referenceOf('host:5000/a/box'), { fromImage: 'host:5000/a/box', tag: 'latest' });
    assert.deepEqual(referenceOf('host:5000/box:2'), { fromImage: 'host:5000/box', tag: '2' });
    assert.deepEqual(referenceOf('box@sha256:ab'), { fromImage: 'box@sha256:ab' });
  });
});
