const headerLength = 8;

/** Takes apart the engine's stream of stdout (1) and stderr (2), however its chunks are cut; holds no more than a header. */
export class FrameReader {
  readonly #onBytes: (source: number, bytes: Buffer) => void;
  #header = Buffer.alloc(0);
  #source = 0;
  #left = 0;

  constructor(onBytes: (source: number, bytes: Buffer) => void) {
    this.#onBytes = onBytes;
  }

  read(chunk: Buffer): void {
    for (let rest = chunk; rest.length > 0; ) {
      rest = this.#left > 0 ? this.#readBytes(rest) : this.#readHeader(rest);
    }
  }

  #readBytes(chunk: Buffer): Buffer {
    const bytes = chunk.subarray(0, this.#left);
    this.#left -= bytes.length;
    this.#onBytes(this.#source, bytes);
    return chunk.subarray(bytes.length);
  }

  #readHeader(chunk: Buffer): Buffer {
    const missing = headerLength - this.#header.length;
    this.#header = Buffer.concat([this.#header, chunk.subarray(0, missing)]);
    if (this.#header.length === headerLength) {
      this.#source = this.#header.readUInt8(0);
      this.#left = this.#header.readUInt32BE(4);
      this.#header = Buffer.alloc(0);
    }
    return chunk.subarray(missing);
  }
}
