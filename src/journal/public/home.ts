import type { Page } from '../content/page.ts';
import type { PublicJournal } from './publicJournal.ts';

/** What readers see at the address of the journal itself. */
export type ShownHome =
  | { readonly is: 'stream' | 'list' }
  | { readonly is: 'page'; readonly page: Page };

/** What readers see at the address of the journal itself: the stream, too, in place of a page that is not there. */
export function homeOf({ pages, site }: Pick<PublicJournal, 'pages' | 'site'>): ShownHome {
  if (site.home.is !== 'page') return { is: site.home.is };
  const page = pages.find(({ path }) => path === '/');
  return page ? { is: 'page', page } : { is: 'stream' };
}

/** Path of the newest page of the stream. */
export function streamPath(journal: Pick<PublicJournal, 'pages' | 'site'>): string {
  return homeOf(journal).is === 'stream' ? '/' : '/stream/';
}
