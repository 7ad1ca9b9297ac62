import { readFile } from 'node:fs/promises';
import type { AddressContext } from '#journal/address/address.ts';
import { readableAddress, shownAddress } from '#journal/address/base.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { visibility } from '#journal/public/gate.ts';
import type { Moment } from '#journal/schema/moment.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { excerptSource } from '#journal/text/excerpt.ts';
import { nodesIn } from '#journal/text/inline/nodesIn.ts';
import { onOneLine, wordsOf } from '#journal/text/inline/words.ts';
import { parseMarkdown, plainWords } from '#journal/text/markdown.ts';
import { understoodBlocks } from '#journal/text/rawHtml.ts';
import { siteWords } from '#journal/words/languages/siteWords.ts';
import type { OwnWords } from '#journal/words/speaker.ts';
import { coverOf } from '../../content/cover.ts';
import { linkOutside, pictureFile } from '../../post/channelPost.ts';
import { join, type PostText, splitPostText } from '../../post/postText.ts';
import { renderForChannel } from '../../post/renderForChannel.ts';
import type { ResolveLink } from '../../post/rendering.ts';
import { cutShort, type KeyTelling, talk } from '../../talk/talk.ts';
import { momentInWords } from './publishTime.ts';
import { faultLines } from './unread.ts';

const longestName = 60;
const piecesShown = 4;

/** A line that tells the owner which entry is meant. */
export function nameOf(entry: Pick<Entry, 'title' | 'body'>): string {
  const words = onOneLine(entry.title ?? beginningOf(entry.body));
  return words === '' ? talk('withoutWords') : cutShort(longestName, words);
}

function beginningOf(body: string): string {
  const root = parseMarkdown(body);
  const headings = nodesIn(root, 'heading').map((one) => wordsOf(one));
  return excerptSource(root.children, body, understoodBlocks, headings.join(' ')) || wordsOf(root);
}

/** How many words a body has, in any script, and how many pictures. */
function measure(body: string): { readonly words: number; readonly pictures: number } {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    wordsOf(parseMarkdown(body)),
  );
  return {
    words: [...segments].filter((one) => one.isWordLike === true).length,
    pictures: picturesOf(body).length,
  };
}

/** The same of a file, in words; a file that is gone has none. */
export async function measureFile(path: string, file: string): Promise<string> {
  const source = await readFile(path, 'utf8').catch(() => '');
  const { words, pictures } = measure(splitFrontMatter(source, file).body);
  return sizeInWords(words, pictures + (coverOf(source, file) ? 1 : 0));
}

function sizeInWords(words: number, pictures: number): string {
  return talk('size', {
    words: talk('words', { count: words }),
    pictures: talk('pictures', { count: pictures }),
  });
}

/** Addresses of the pictures of a body, in order. */
export function picturesOf(body: string): { readonly url: string; readonly alt: string }[] {
  return nodesIn(parseMarkdown(body), 'image').map(({ url, alt }) => ({ url, alt: alt ?? '' }));
}

/** What a card is made from. */
export interface CardSources {
  readonly file: string;
  readonly entry: Entry | undefined;
  readonly faults: readonly Fault[];
  readonly site: Site;
  /** The journal's language, and its own words. */
  readonly words: OwnWords;
  /** What addresses in the entry may lead to. */
  readonly context: AddressContext;
  readonly now: number;
  /** Address of a dev server. */
  readonly preview: string | undefined;
}

/** The entry as it will be: the facts, then its text as the channel would show it, in messages that Telegram takes. */
export function entryCard(sources: CardSources): PostText[] {
  const { entry } = sources;
  const facts = factsOf(sources).join('\n');
  if (!entry) return splitPostText({ text: facts, entities: [] });
  const resolve: ResolveLink = {
    link: (url) => linkOutside(url, entry, sources.context),
    image: (url) => pictureFile(url, entry, sources.context),
    film: () => undefined,
  };
  const words = siteWords(sources.words, entry.lang);
  const { text } = renderForChannel(parseMarkdown(entry.body), entry.body, resolve, words);
  const pieces = splitPostText(join({ text: facts, entities: [] }, text));
  if (pieces.length <= piecesShown) return pieces;
  const rest: PostText = {
    text: talk('cardGoesOn', { count: pieces.length - piecesShown }),
    entities: [],
  };
  return [...pieces.slice(0, piecesShown), rest];
}

function factsOf({ file, entry, faults, site, now, preview }: CardSources): string[] {
  const trouble = faults.length > 0 ? [faultLines(faults)] : [];
  if (!entry) return [talk('unreadCard', { file }), ...trouble];
  const { words, pictures } = measure(entry.body);
  const line = (label: KeyTelling<'value'>, value: string | undefined) =>
    value === undefined || value === '' ? [] : [talk(label, { value })];
  const size = pictures > 0 ? sizeInWords(words, pictures) : talk('words', { count: words });
  return [
    entry.title ?? talk('untitledNote'),
    talk('stateAndSize', { state: stateOf(entry, now, site), size }),
    ...line('fileLine', file),
    ...line('dateLine', dateInWords(entry.date, site)),
    ...line('tagsLine', entry.tags.join(', ')),
    ...line('seriesLine', seriesInWords(entry)),
    ...line('tldrLine', entry.tldr && plainWords(entry.tldr)),
    ...line('summaryLine', entry.summary),
    ...line('slugLine', entry.slug),
    ...line('addressLine', shownAddress(entry.path, site.url)),
    ...line('formerLine', entry.aliases.join(', ')),
    ...line('coverLine', entry.cover && coverInWords(entry.cover)),
    ...line('languageLine', entry.lang),
    ...line('previewLine', preview && readableAddress(`${preview}${encodeURI(entry.path)}`)),
    ...trouble,
  ];
}

function coverInWords({ src, alt }: NonNullable<Entry['cover']>): string {
  return alt === '' ? talk('decorates', { picture: src }) : `${src} (${alt})`;
}

/** Where an entry stands, in words. */
export function stateOf(entry: Entry, now: number, site: Site): string {
  const state = visibility(entry, now);
  switch (state) {
    case 'draft':
      return talk(entry.kind === 'article' ? 'draftOfArticle' : 'draftOfNote');
    case 'scheduled':
      return talk('scheduledFor', { moment: momentInWords(entry.date.at, site.timeZone) });
    case 'published':
      return talk('published');
    default:
      return state satisfies never;
  }
}

function dateInWords(date: Moment, site: Site): string {
  return date.time === undefined ? date.day : momentInWords(date.at, site.timeZone);
}

/** The series of an entry and its part, where it says one. */
export function seriesInWords({ series }: Entry): string | undefined {
  if (!series) return undefined;
  const { id, part } = series;
  return part === undefined ? id : talk('partOfSeries', { series: id, part });
}
