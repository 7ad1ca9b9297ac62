import { expect } from 'vitest';
import { keepFile, keptFile } from '../../src/files/keptFile.ts';

/** Changes what is kept in a file, as if it had been kept so. */
export function tellOtherwise(path: string, part: string | RegExp, other: string): void {
  const text = String(keptFile(path));
  const changed = text.replace(part, other);
  expect(changed).not.toBe(text);
  keepFile(path, changed);
}
