import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepFile, keptFile, openKept } from '../../src/files/keptFile.ts';
import { temporaryFolder } from '../load/temporary.ts';

it.each([
  ['a text', 'Größe'],
  ['bytes', Uint8Array.of(0, 255, 10)],
  ['nothing', ''],
])('%s is read as it was kept', async (_, content) => {
  const path = join(await temporaryFolder(), 'kept');
  keepFile(path, content);
  expect(keptFile(path)).toEqual(Buffer.from(content));
  expect(openKept(path).bytes).toBe(Buffer.from(content).length);
});

it('a file that is not as it was kept is none, whatever has become of it', async () => {
  const path = join(await temporaryFolder(), 'kept');
  keepFile(path, 'x'.repeat(300_000));
  const whole = readFileSync(path);
  const change = fc.oneof(
    fc
      .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, bits]) => (bytes: Buffer) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at);
        return bytes;
      }),
    fc.nat(whole.length - 1).map((length) => (bytes: Buffer) => bytes.subarray(0, length)),
    fc.nat(whole.length - 1).map((from) => (bytes: Buffer) => bytes.fill(0, from)),
    fc.uint8Array({ minLength: 1 }).map((more) => (bytes: Buffer) => Buffer.concat([bytes, more])),
  );
  fc.assert(
    fc.property(change, (changed) => {
      writeFileSync(path, changed(Buffer.from(whole)));
      expect(keptFile(path)).toBeUndefined();
      expect(() => openKept(path)).toThrow(path);
    }),
  );
});

it('what is not there is not kept', async () => {
  const path = join(await temporaryFolder(), 'kept');
  expect(keptFile(path)).toBeUndefined();
  expect(() => openKept(path)).toThrow('ENOENT');
});
