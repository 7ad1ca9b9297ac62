import { inlineDigest } from '../look/pageHtml.ts';
import type { PolicySources } from '../look/policySources.ts';

/** What a page needs that the policy must allow. */
export interface PageNeeds {
  /** The text of the page's own style element; empty where it has none. */
  readonly style: string;
  /** Whether the page runs the search, which is a script with WebAssembly that reads its index. */
  readonly search: boolean;
  /** What the journal's own HTML and the hosts that site.yaml allows add. */
  readonly own?: PolicySources;
}

/**
 * The Content-Security-Policy of a page (https://www.w3.org/TR/CSP3/): everything from this site, nothing inline but the
 * one style sheet whose digest it names, no script but on the search page, and what the journal itself has allowed.
 */
export function contentSecurityPolicy({ style, search, own = {} }: PageNeeds): string {
  const scripts = [
    ...(search ? ["'self'", "'wasm-unsafe-eval'"] : []),
    ...(own['script-src'] ?? []),
  ];
  const lists: readonly (readonly [directive: string, sources: readonly string[]])[] = [
    ['default-src', ["'none'"]],
    ['img-src', ["'self'", 'data:', ...(own['img-src'] ?? [])]],
    ['media-src', ["'self'", ...(own['media-src'] ?? [])]],
    ['object-src', ["'self'"]],
    ['font-src', ["'self'", ...(own['font-src'] ?? [])]],
    [
      'style-src',
      [
        "'self'",
        ...(style === '' ? [] : [`'${inlineDigest(style)}'`]),
        ...(own['style-src'] ?? []),
      ],
    ],
    ['script-src', scripts.length === 0 ? ["'none'"] : [...new Set(scripts)]],
    ['worker-src', search ? ["'self'"] : []],
    ['connect-src', [...(search ? ["'self'"] : []), ...(own['connect-src'] ?? [])]],
    ['frame-src', own['frame-src'] ?? []],
    ['manifest-src', own['manifest-src'] ?? []],
    ['base-uri', ["'none'"]],
    ['form-action', ["'self'", ...(own['form-action'] ?? [])]],
  ];
  return lists
    .filter(([, sources]) => sources.length > 0)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
