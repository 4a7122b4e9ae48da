/** The first file of a tar archive, or as much of it as there is. */
export interface TarMember {
  /** One character, `0` for a file, `2` for a symbolic link, `5` for a folder. */
  type: string;
  /** Bytes of the whole file. */
  size: number;
  data: Buffer;
}

const block = 512;

/** Finds the first member in the beginning of an archive, past headers that extend it; undefined where none is there. */
export function firstMember(archive: Buffer): TarMember | undefined {
  let size: number | undefined;
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + block);
    const type = String.fromCharCode(header[156] || 0x30);
    const length = numberIn(header.subarray(124, 136));
    const data = archive.subarray(at + block, at + block + length);
    if (!'xgLK'.includes(type)) {
      const whole = size ?? length;
      return { type, size: whole, data: archive.subarray(at + block, at + block + whole) };
    }
    if (type === 'x') size = paxSize(data.toString()) ?? size;
    at += block + Math.ceil(length / block) * block;
  }
  return undefined;
}

/** Octal digits, or base 256 with the first bit set. */
function numberIn(field: Buffer): number {
  if (((field[0] ?? 0) & 0x80) === 0) return Number.parseInt(field.toString('latin1'), 8) || 0;
  return field.subarray(1).reduce((number, byte) => number * 256 + byte, 0);
}

function paxSize(records: string): number | undefined {
  const found = /(?:^|\n)\d+ size=(\d+)\n/.exec(records);
  return found ? Number(found[1]) : undefined;
}
