import type { Site } from '../schema/siteSchema.ts';

/** All links that every page has, at its head and at its foot, and the keys of site.yaml under which they stand. */
export function siteLinks({ nav, footer }: Pick<Site, 'nav' | 'footer'>) {
  return [
    ...nav.flatMap(({ path, entries = [] }, index) => [
      ...(path === undefined ? [] : [{ path, keys: ['nav', index, 'path'] }]),
      ...entries.map((one, inner) => ({
        path: one.path,
        keys: ['nav', index, 'entries', inner, 'path'],
      })),
    ]),
    ...footer.map(({ path }, index) => ({ path, keys: ['footer', index, 'path'] })),
  ];
}
