import { decoded } from './contentPath.ts';

/** What a permalink pattern is filled with. */
export interface PermalinkParts {
  /** `2026-11-21`, in the journal's time zone. */
  readonly day: string;
  readonly slug: string;
  /** The stable id where front matter gives one. */
  readonly id: string | undefined;
}

/** Fills a pattern such as `/:year/:slug/`; the result is a decoded path that begins and ends with `/`. */
export function fillPermalink(pattern: string, parts: PermalinkParts): string {
  const [year = '', month = '', day = ''] = parts.day.split('-');
  const values: Record<string, string> = {
    year,
    month,
    day,
    slug: parts.slug,
    id: parts.id?.replace(/^\/+|\/+$/g, '').replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-') ?? parts.slug,
  };
  return pattern.replace(/:(year|month|day|slug|id)\b/g, (_, name: string) => values[name] ?? '');
}

/** The path of an address in one form for look-ups: decoded once, and see {@link normalPath}. */
export function normalizePath(address: string): string {
  return normalPath(decoded(address));
}

/** A decoded path in one form for look-ups: NFC, single slashes and, unless it names a file, a final one. */
export function normalPath(path: string): string {
  const rooted = path.normalize('NFC').replace(/\/{2,}/g, '/');
  return rooted.endsWith('/') || namesFile(rooted) ? rooted : `${rooted}/`;
}

/**
 * Whether a path names a file rather than a folder with an index: by the endings that pages and files of the web have.
 * `/posts/release-1.2` is a folder.
 */
export function namesFile(path: string): boolean {
  return /\.(?:html?|xhtml|php\d?|aspx?|jspx?|cgi|cfm|pl|xml|rss|atom|rdf|opml|json|txt|pdf|jpe?g|png|gif|webp|avif|svg|ico|css|js|mjs|webmanifest|zip|gz|mp[34]|m4[av]|ogg|webm)$/i.test(
    path,
  );
}
