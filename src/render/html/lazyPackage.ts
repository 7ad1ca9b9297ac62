import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/**
 * A package, or a module of the core that loads one, which is loaded when it is first asked for: to load some takes longer
 * than all that most builds want of them. `name` is what an import would name; of a package that comes in two forms this is
 * that of CommonJS.
 */
export function lazyPackage<Package>(name: string): () => Package {
  let known: Package | undefined;
  return () => {
    known ??= load(name) as Package;
    return known;
  };
}
