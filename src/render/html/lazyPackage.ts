import { createRequire } from 'node:module';
import { PackageError } from '#journal/fault/ownFailure.ts';

const load = createRequire(import.meta.url);

/**
 * A package, or a module of the core that loads one, which is loaded when it is first asked for: to load some takes longer
 * than all that most builds want of them. `name` is what an import would name; of a package that comes in two forms this is
 * that of CommonJS.
 *
 * @throws PackageError where it does not load.
 */
export function lazyPackage<Package>(name: string): () => Package {
  let known: Package | undefined;
  return () => {
    try {
      known ??= load(name) as Package;
    } catch (cause) {
      throw new PackageError(name, cause);
    }
    return known;
  };
}
