import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepFile, keptFile } from '../../src/files/keptFile.ts';
import { openKept } from '../../src/files/openKept.ts';
import { stampIn } from '../../src/files/stampedFile.ts';
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

/** What is large is known again by its stamp, where the machine tells when it began. */
it.each([
  ['small', 300_000, false],
  ['large', 1_100_000, process.platform === 'linux'],
])(
  'a %s file that is not as it was kept is none, whatever has become of it',
  async (_, length, isKnown) => {
    const path = join(await temporaryFolder(), 'kept');
    keepFile(path, 'x'.repeat(length));
    await expect.poll(() => Date.now() - lstatSync(path).ctimeMs).toBeGreaterThan(100);
    for (const _ of ['first', 'again']) expect(openKept(path).bytes).toBe(length);
    expect(existsSync(`${path}.seen`)).toBe(isKnown);
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
      fc
        .uint8Array({ minLength: 1 })
        .map((more) => (bytes: Buffer) => Buffer.concat([bytes, more])),
    );
    fc.assert(
      fc.property(change, (changed) => {
        writeFileSync(path, changed(Buffer.from(whole)));
        expect(keptFile(path)).toBeUndefined();
        expect(() => openKept(path)).toThrow(path);
      }),
    );
  },
);

it('what is not there is not kept', async () => {
  const path = join(await temporaryFolder(), 'kept');
  expect(keptFile(path)).toBeUndefined();
  expect(() => openKept(path)).toThrow('ENOENT');
});

it('a large file is opened whatever stands where it would be remembered', async () => {
  const path = join(await temporaryFolder(), 'kept');
  keepFile(path, 'x'.repeat(1_100_000));
  symlinkSync('kept.seen', `${path}.seen`);
  await expect.poll(() => Date.now() - lstatSync(path).ctimeMs).toBeGreaterThan(100);
  expect(openKept(path).bytes).toBe(1_100_000);
});

it.runIf(process.platform === 'linux')(
  'a large file is looked at whole when the machine has begun anew',
  async () => {
    const path = join(await temporaryFolder(), 'kept');
    keepFile(path, 'x'.repeat(1_100_000));
    await expect.poll(() => Date.now() - lstatSync(path).ctimeMs).toBeGreaterThan(100);
    openKept(path);
    writeFileSync(path, 'y', { flag: 'r+' });
    await expect.poll(() => Date.now() - lstatSync(path).ctimeMs).toBeGreaterThan(100);
    const stamp = stampIn(statSync(path));
    const seen = readFileSync(`${path}.seen`, 'utf8');
    writeFileSync(`${path}.seen`, `${seen.split(' ')[0]} ${stamp}`);
    expect(openKept(path).bytes).toBe(1_100_000);
    writeFileSync(`${path}.seen`, `another ${stamp}`);
    expect(() => openKept(path)).toThrow(path);
  },
);
