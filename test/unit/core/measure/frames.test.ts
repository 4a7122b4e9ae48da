import assert from 'node:assert/strict';
import { FrameReader } from '../../../../src/core/measure/frames.ts';

describe('frames in the output of a container', () => {
  it('are found among anything else, however the output is cut into pieces', () => {
    const output =
      'noise\nT tool nslookup T\nT answer 1 10.5 10.5025 tool Name: web\x1fAddress: 10.0.0.2\x1frc 0 T\nT answer 9 forged\n';
    for (const size of [1, 7, output.length]) {
      const reader = new FrameReader('T');
      const frames = [];
      for (let at = 0; at < output.length; at += size)
        frames.push(...reader.read(output.slice(at, at + size)));
      const [tool, answer] = frames;
      assert.equal(frames.length, 2);
      assert.deepEqual(tool, { kind: 'tool', tool: 'nslookup' });
      assert.ok(answer?.kind === 'answer');
      assert.equal(answer.index, 1);
      assert.equal(answer.output, 'Name: web\nAddress: 10.0.0.2\nrc 0');
      assert.equal(answer.exitCode, 0);
      assert.equal(Math.round(answer.ms! * 10), 25);
    }
  });

  it('tell that an answer was cut by having no exit code, and have no time without a clock', () => {
    const [frame] = new FrameReader('T').read('T answer 0 - - tool hello\x1fhel T\n');
    assert.ok(frame?.kind === 'answer');
    assert.equal(frame.exitCode, undefined);
    assert.equal(frame.ms, undefined);
  });

  it('are read after a flood without line ends, which takes no memory', () => {
    const reader = new FrameReader('T');
    for (let piece = 0; piece < 100; piece++) assert.deepEqual(reader.read('x'.repeat(10_000)), []);
    assert.deepEqual(reader.read('\nT ready T\n'), [{ kind: 'ready' }]);
  });
});
