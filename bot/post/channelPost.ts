import { type AddressContext, readAddress, readNamed } from '#journal/address/address.ts';
import { absoluteAddress } from '#journal/address/base.ts';
import type { HeadingRule } from '#journal/address/headingRules.ts';
import type { Named } from '#journal/address/names.ts';
import type { Entry } from '#journal/content/entry.ts';
import { ContentError } from '#journal/fault/fault.ts';
import { readOrRefuse } from '#journal/fault/unreadable.ts';
import { parseMarkdown, withoutMarks } from '#journal/text/markdown.ts';
import { siteWords } from '#journal/words/languages/siteWords.ts';
import type { OwnWords } from '#journal/words/speaker.ts';
import { chatTextToMarkdown } from '../message/chatText.ts';
import { isFilm, isRecording, type MediumType } from './mediumFile.ts';
import {
  captionLimit,
  firstPiece,
  hasAtMost,
  join,
  lastWords,
  type PostText,
  splitPostText,
} from './postText.ts';
import { type ChannelBody, renderForChannel } from './renderForChannel.ts';
import type { ResolveLink } from './rendering.ts';

/** A picture or a film of an entry: its path from the content folder, and the digest of its bytes. */
export interface Picture {
  readonly file: string;
  readonly digest: string;
  /** It is hidden until somebody taps it. */
  readonly isSpoiler?: true;
}

/** Whether a post shows a picture as it shows another. */
export function isSamePicture(a: Picture | undefined, b: Picture): boolean {
  return a?.digest === b.digest && a.isSpoiler === b.isSpoiler;
}

/** A picture, or a film, that an entry shows. */
export interface Medium {
  readonly type: MediumType;
  readonly picture: Picture;
}

/** One message of an entry's copy. */
export type ChannelMessage =
  | ({ readonly type: 'text'; readonly preview: string | undefined } & PostText)
  | (Medium & PostText)
  | ({ readonly type: 'album'; readonly pictures: readonly Picture[] } & PostText);

/** How many messages of Telegram's a message is: each picture of an album is one. */
export function countOf(message: ChannelMessage): number {
  return message.type === 'album' ? message.pictures.length : 1;
}

/** What a message shows beside its words, in order. */
export function mediaIn(message: ChannelMessage): readonly Medium[] {
  if (message.type === 'text') return [];
  return message.type === 'album'
    ? message.pictures.map((picture) => ({ type: 'photo', picture }))
    : [message];
}

/** What surrounds an entry. */
export interface PostContext extends AddressContext {
  /** What a file of the content folder shows; undefined where it is not there, or nothing that the channel can show. */
  medium(file: string): Medium | undefined;
  /** What a name in double brackets stands for. */
  find(name: string): Named;
  /** Whose rule the ids of headings follow. */
  readonly headingIds: HeadingRule;
  /** The journal's language, and its own words. */
  readonly words: OwnWords;
}

const albumLimit = 10;
/** A note that would take more messages than this is announced instead. */
const messageLimit = 4;
/** How much of such a note its announcement has. */
const beginningUnits = 600;
const emptyText: PostText = { text: '', entities: [] };

/**
 * What stands in the channel for an entry, in order. A note goes whole, its permalink last; an article goes as title,
 * summary and link; a `mirror:` text goes in place of either. A note of more than {@link messageLimit} messages goes as
 * its beginning and link. Pictures: one is a photo, two to ten an album; of more, the first ten are an album and the text
 * says how many are on the page. A GIF or a film moves where it stands alone; among others a GIF stands still, and of a
 * film there is a link. A text too long for a caption follows its picture.
 *
 * @throws {ContentError} where the entry cannot be put into words; it names the file.
 */
export function channelPost(entry: Entry, context: PostContext): ChannelMessage[] {
  const { file, bodyLine: firstLine } = entry;
  return readOrRefuse(
    { file, text: () => entry.body, firstLine },
    () => postOf(entry, context),
    (fault) => {
      throw new ContentError([fault]);
    },
  );
}

function postOf(entry: Entry, context: PostContext): ChannelMessage[] {
  const permalink = absoluteAddress(entry.path, context.siteUrl);
  if (entry.kind === 'article')
    return [{ type: 'text', preview: permalink, ...announcement(entry, permalink, context) }];
  const body = typeof entry.mirror === 'string' ? entry.mirror : noteMarkdown(entry, context);
  const rendered = renderWithMedia(body, entry, context);
  const media = rendered.media.slice(0, albumLimit);
  const more = rendered.media.length - media.length;
  const link = join(morePictures(more, context), plain(permalink));
  const whole = join(rendered.text, link);
  if (hasAtMost(messageLimit, whole)) return messagesOf(media, whole, undefined, link);
  return messagesOf(media, fitted(beginningOf(rendered.text), link), permalink);
}

function renderWithMedia(markdown: string, entry: Entry, context: PostContext) {
  const moving = render(markdown, entry, context, true);
  const media = mediaOf(moving, context);
  if (media.length === 1 || media.every(({ type }) => type !== 'video'))
    return { text: moving.text, media };
  const still = render(markdown, entry, context, false);
  return { text: still.text, media: mediaOf(still, context) };
}

function mediaOf({ images, hidden }: ChannelBody, context: PostContext): Medium[] {
  return images.flatMap((file) => {
    const medium = context.medium(file);
    if (!medium) return [];
    if (!hidden.has(file)) return [medium];
    return [{ ...medium, picture: { ...medium.picture, isSpoiler: true as const } }];
  });
}

function render(markdown: string, entry: Entry, context: PostContext, withFilms: boolean) {
  const root = parseMarkdown(markdown, (name) => namedAddress(name, context));
  const words = siteWords(context.words, entry.lang);
  return renderForChannel(root, markdown, linkResolver(entry, context, withFilms), words);
}

/** As an address is written in a text: whole, since a path would begin where the journal does. */
function namedAddress(name: string, context: PostContext): string | undefined {
  const { href } = readNamed(name, (one) => context.find(one), context);
  return href?.startsWith('/') ? new URL(href, context.siteUrl).href : href;
}

function morePictures(count: number, { words }: PostContext): PostText {
  return count === 0 ? emptyText : plain(siteWords(words).text('morePictures', { count }));
}

/** The first sentences of a text, with a sign that it goes on. */
function beginningOf(text: PostText): PostText {
  const first = firstPiece(text, beginningUnits);
  return { ...first, text: `${first.text} …` };
}

/** A text and a link in one message: of a text with too much in it, its beginning. */
function fitted(text: PostText, link: PostText): PostText {
  let piece = firstPiece(text);
  while (piece.text !== '' && !hasAtMost(1, join(piece, link)))
    piece = firstPiece(piece, Math.floor(piece.text.length * 0.8));
  return join(piece, link);
}

/** The cover stands above the text; one of the site's own folder, or from elsewhere, is on the page alone. */
function coverMarkdown(entry: Entry, context: PostContext): string {
  const src = entry.cover?.src;
  if (src === undefined || pictureFile(src, entry, context) === undefined) return '';
  return `![](<${src.replace(/[<>&\\\s]/g, encodeURIComponent)}>)`;
}

function noteMarkdown(entry: Entry, context: PostContext): string {
  const head = [
    coverMarkdown(entry, context),
    entry.title === undefined ? '' : chatTextToMarkdown(boldText(entry.title)),
    entry.tldr ?? '',
  ];
  return [...head.filter((text) => text !== ''), entry.body].join('\n\n');
}

function announcement(entry: Entry, permalink: string, context: PostContext): PostText {
  const { title = '', tldr, summary = '', mirror } = entry;
  const link = plain(permalink);
  const rendered = (markdown: string) => render(markdown, entry, context, false).text;
  if (typeof mirror === 'string') return fitted(rendered(mirror), link);
  // A title and a summary are words, and no Markdown.
  const words = tldr === undefined ? plain(summary) : rendered(withoutMarks(tldr));
  return fitted(join(boldText(title), words), link);
}

function boldText(text: string): PostText {
  return { text, entities: [{ type: 'bold', offset: 0, length: text.length }] };
}

function plain(text: string): PostText {
  return { text, entities: [] };
}

function messagesOf(
  media: readonly Medium[],
  text: PostText,
  preview: string | undefined,
  link: PostText = emptyText,
): ChannelMessage[] {
  const [first] = media;
  if (!first) return textMessages(text, preview, link);
  const fits = hasAtMost(1, text, captionLimit);
  const caption = fits ? text : emptyText;
  const shown: ChannelMessage =
    media.length === 1
      ? { ...first, ...caption }
      : { type: 'album', pictures: media.map(({ picture }) => picture), ...caption };
  return fits ? [shown] : [shown, ...textMessages(text, preview, link)];
}

function textMessages(
  text: PostText,
  preview: string | undefined,
  link: PostText,
): ChannelMessage[] {
  return withCompany(splitPostText(text), link).map((piece) => ({
    type: 'text',
    preview,
    ...piece,
  }));
}

/** Pieces of a text in which the address at its end has words beside it: alone in a message it says nothing. */
function withCompany(pieces: readonly PostText[], link: PostText): readonly PostText[] {
  const [before, last] = pieces.slice(-2);
  if (!before || !last || !link.text.endsWith(last.text)) return pieces;
  const [first, company] = lastWords(before);
  const end = join(company, last);
  return first.text !== '' && hasAtMost(1, end) ? [...pieces.slice(0, -2), first, end] : pieces;
}

/** How addresses in an entry are meant. Without films, they are links as other files are. */
function linkResolver(entry: Entry, context: PostContext, withFilms: boolean): ResolveLink {
  const film = (url: string) => {
    const file = withFilms ? pictureFile(url, entry, context) : undefined;
    const isShown = file !== undefined && isFilm(file) && context.medium(file)?.type === 'video';
    return isShown ? file : undefined;
  };
  return {
    link: (url) => linkOutside(url, entry, context),
    image: (url) => (isRecording(url) ? film(url) : pictureFile(url, entry, context)),
    film,
  };
}

/** The absolute address that an address in an entry means; undefined where it means none. */
export function linkOutside(
  url: string,
  entry: Entry,
  context: AddressContext,
): string | undefined {
  const permalink = absoluteAddress(entry.path, context.siteUrl);
  const address = readAddress(url, entry, context);
  if (address.is === 'nowhere' || address.is === 'refused') return undefined;
  // A file beside the entry is on its page, under a name that only the page knows.
  if (address.is === 'file') return permalink;
  return URL.parse(address.href, permalink)?.href;
}

/** The file, there or not, that the address of a picture means; undefined for one that is not beside the entry. */
export function pictureFile(
  url: string,
  entry: Entry,
  context: AddressContext,
): string | undefined {
  const address = readAddress(url, entry, context);
  if (address.is === 'file') return address.file;
  return address.is === 'place' ? address.absent : undefined;
}
