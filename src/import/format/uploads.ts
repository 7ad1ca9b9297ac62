import type { Source } from '../source/source.ts';

/** The file of a source that an address of an `uploads` folder means, whatever its host. */
export function uploadedFile(address: string, { names }: Source): string | undefined {
  const [path] = /\/uploads\/[^?#]+/.exec(`/${address}`) ?? [];
  return path === undefined ? undefined : names.find((name) => `/${name}`.endsWith(path));
}
