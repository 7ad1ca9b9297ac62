import type { Allow, AllowedUse } from '#journal/schema/allow.ts';
import { inlineDigest, type PageHtml } from './pageHtml.ts';

/** A part of a Content-Security-Policy, by what it is about. */
export type Directive = (typeof directives)[AllowedUse] | 'manifest-src';

/** What the policy of every page allows beyond what pages of every journal need; a list that is missing is empty. */
export type PolicySources = Readonly<Partial<Record<Directive, readonly string[]>>>;

const directives = {
  scripts: 'script-src',
  styles: 'style-src',
  images: 'img-src',
  fonts: 'font-src',
  media: 'media-src',
  frames: 'frame-src',
  connect: 'connect-src',
  forms: 'form-action',
} as const satisfies Record<AllowedUse, string>;

/** What the hosts that site.yaml allows, and HTML of the journal's own, add to the policy of every page. */
export function policySources(allow: Allow, html: readonly PageHtml[]): PolicySources {
  const sources = new Map<Directive, string[]>();
  const add = (directive: Directive, ...some: readonly string[]) => {
    const all = [...(sources.get(directive) ?? []), ...some];
    if (all.length > 0) sources.set(directive, [...new Set(all)]);
  };
  const uses = new Set(html.flatMap((one) => [...one.uses]));
  if (uses.has('scripts')) add('script-src', "'self'");
  if (uses.has('frames')) add('frame-src', "'self'");
  if (uses.has('manifest')) add('manifest-src', "'self'");
  for (const { of, text } of html.flatMap(({ inline }) => inline))
    add(of === 'script' ? 'script-src' : 'style-src', `'${inlineDigest(text)}'`);
  for (const [use, directive] of Object.entries(directives))
    add(directive, ...allow[use as AllowedUse]);
  return Object.fromEntries(sources);
}
