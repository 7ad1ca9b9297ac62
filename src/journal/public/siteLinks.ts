import type { Site } from '../schema/siteSchema.ts';

/** A link of site.yaml that every page has, and the keys under which it stands. */
export interface SiteLink {
  readonly path: string;
  readonly keys: readonly PropertyKey[];
}

/** All links that every page has, at its head and at its foot. */
export function siteLinks({ nav, footer }: Pick<Site, 'nav' | 'footer'>): SiteLink[] {
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
