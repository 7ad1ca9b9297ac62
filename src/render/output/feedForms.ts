import type { Element } from 'hast';
import { firstFound } from '#journal/once/firstFound.ts';
import type { ConstructName } from '#journal/text/constructs.ts';
import {
  calloutForFeed,
  codeForFeed,
  pullQuoteForFeed,
  tableForFeed,
  taskForFeed,
} from './feedBlocks.ts';
import { footnoteForFeed, mathForFeed, spoilerForFeed, wikiLinkForFeed } from './feedInline.ts';

/** What becomes of an element: it goes, its children stand in its place, or it is as a reader has it already. */
export type FeedChange = 'remove' | 'unwrap' | 'ready' | undefined;

/** How a feed comes to show a construct, where its HTML does not serve. */
interface FeedForm {
  /** Changes an element of it. */
  readonly change: (element: Element) => FeedChange;
  /** It has elements that a feed does without, so that it is changed before those go. */
  readonly isFirst?: true;
}

const feedForms: Readonly<Record<ConstructName, FeedForm | 'as on the page'>> = {
  callout: { change: calloutForFeed },
  pullQuote: { change: pullQuoteForFeed },
  conversation: 'as on the page',
  quotation: 'as on the page',
  recording: 'as on the page',
  figure: 'as on the page',
  terms: 'as on the page',
  taskList: { change: taskForFeed, isFirst: true },
  code: { change: codeForFeed },
  mathematics: { change: mathForFeed },
  table: { change: tableForFeed },
  spoiler: { change: spoilerForFeed, isFirst: true },
  wikiLink: { change: wikiLinkForFeed },
  footnote: { change: footnoteForFeed },
};

const forms = Object.values(feedForms).filter((form) => form !== 'as on the page');
const firstForms = forms.filter(({ isFirst }) => isFirst);
const otherForms = forms.filter(({ isFirst }) => !isFirst);

/** Changes an element before what a feed does without has gone. */
export function changeFirst(element: Element): FeedChange {
  return firstFound(firstForms, ({ change }) => change(element));
}

/** Changes an element of what is left. */
export function changeForFeed(element: Element): FeedChange {
  return firstFound(otherForms, ({ change }) => change(element));
}
