import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: whoever reads it meanwhile has the old one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.${process.pid}.new`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
