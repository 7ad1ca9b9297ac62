import type { Page } from '#journal/content/page.ts';
import { shownTitle } from '../render/title.ts';
import { type Frame, frameOf } from './frame.ts';
import { hiddenMark, site } from './site.ts';
import { type BodyView, bodyView } from './wholeEntry.ts';

/** A page of `pages/`. */
export interface PlainView {
  readonly kind: 'page';
  readonly frame: Frame;
  readonly title: string | undefined;
  readonly lang: string | undefined;
  readonly hidden: string | undefined;
  readonly body: BodyView;
}

/** A page of `pages/`. */
export function plainPage(page: Page): PlainView {
  const { summary, path, lang } = page;
  const title = shownTitle(page, site().site);
  const isHome = path === '/';
  return {
    kind: 'page',
    frame: frameOf({
      title: isHome ? undefined : title,
      description: summary,
      path,
      lang,
      page,
      shows: [page],
    }),
    title,
    lang,
    hidden: hiddenMark(page),
    body: bodyView(page),
  };
}
