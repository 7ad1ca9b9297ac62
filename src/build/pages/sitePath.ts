/** Where a bundle finds the path of its host below which the site is that it makes. */
const key = 'scrollback.path';

/** Code for that path as addresses have it, and as Astro has it. */
export const pathInAddresses = codeFor('encoded');
export const pathForAstro = codeFor('decoded');

/** What these stand for in bundles that this process runs. Both begin and end in a slash. */
export function setSitePath(path: SitePath): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for(key)] = path;
}

interface SitePath {
  readonly encoded: string;
  readonly decoded: string;
}

function codeFor(part: keyof SitePath): string {
  return `globalThis[Symbol.for(${JSON.stringify(key)})].${part}`;
}
