import { StringDecoder } from 'node:string_decoder';

/** The JSON values of a stream with one on each line, however its chunks are cut; a line that is no JSON is left out. */
export async function* jsonLines<T>(chunks: AsyncIterable<Buffer>): AsyncGenerator<T> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* parsed<T>(line);
  }
  yield* parsed<T>(rest + decoder.end());
}

function* parsed<T>(line: string): Generator<T> {
  const text = line.trim();
  if (text === '') return;
  let value: T;
  try {
    value = JSON.parse(text) as T;
  } catch {
    return;
  }
  yield value;
}
