import { chmod } from 'node:fs/promises';

/** Does work while nobody may read a file: root may all, so it is not root for so long. `folders` are those above it. */
export async function withoutRights(
  folders: readonly string[],
  path: string,
  work: () => Promise<void>,
): Promise<void> {
  for (const folder of folders) await chmod(folder, 0o755);
  await chmod(path, 0o000);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(path, 0o644);
  }
}
