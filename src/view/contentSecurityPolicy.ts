import { createHash } from 'node:crypto';

/** What a page needs that the policy must allow. */
export interface PageNeeds {
  /** The text of the page's own style element; empty where it has none. */
  readonly style: string;
  /** Whether the page runs the search, which is a script with WebAssembly that reads its index. */
  readonly search: boolean;
}

/**
 * The Content-Security-Policy of a page (https://www.w3.org/TR/CSP3/): everything from this site, nothing inline but the
 * one style sheet whose digest it names, and no script but on the search page.
 */
export function contentSecurityPolicy({ style, search }: PageNeeds): string {
  const styles = style === '' ? "'self'" : `'self' '${digest(style)}'`;
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    "media-src 'self'",
    "object-src 'self'",
    "font-src 'self'",
    `style-src ${styles}`,
    ...(search
      ? ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "connect-src 'self'"]
      : ["script-src 'none'"]),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
