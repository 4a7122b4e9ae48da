import { StringDecoder } from 'node:string_decoder';

/** Keeps the beginning of an output as text, and tells each piece of it as it comes. */
export class KeptOutput {
  /** More came than is kept. */
  flooded = false;
  readonly #decoder = new StringDecoder('utf8');
  readonly #onText: ((text: string) => void) | undefined;
  #room: number;
  #text = '';

  constructor(maxBytes: number, onText?: (text: string) => void) {
    this.#room = maxBytes;
    this.#onText = onText;
  }

  add(bytes: Buffer): void {
    const kept = bytes.subarray(0, this.#room);
    this.#room -= kept.length;
    this.flooded ||= kept.length < bytes.length;
    this.#take(this.#decoder.write(kept));
  }

  /** All that was kept. */
  end(): string {
    this.#take(this.#decoder.end());
    return this.#text;
  }

  #take(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.#onText?.(text);
  }
}
