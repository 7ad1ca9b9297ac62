import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive, with names as they are given, in UTF-8. `said` is what it says of a file's size. */
export function zipOf(
  files: readonly {
    readonly name: string;
    readonly text: string | Uint8Array;
    readonly said?: number;
  }[],
  { saysUtf8 = true } = {},
): Buffer {
  const heads: Buffer[] = [];
  const places: Buffer[] = [];
  let offset = 0;
  for (const { name, text, said } of files) {
    const raw = typeof text === 'string' ? Buffer.from(text) : text;
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(saysUtf8 ? 0x800 : 0, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(raw), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(said ?? raw.length, 18);
    facts.writeUInt16LE(label.length, 22);
    const head = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, label, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    places.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, place, label]),
    );
    heads.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(places);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...heads, directory, Buffer.from('PK\u0005\u0006'), end]);
}
