import { resolveContentPath } from '#journal/contentPath.ts';
import type { Entry } from '#journal/entry.ts';
import { parseMarkdown } from '#journal/markdown.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import { captionLimit, type PostText, splitPostText, textLimit } from './postText.ts';
import { type ResolveLink, renderForChannel } from './renderForChannel.ts';

/** A picture of an entry: its path from the content folder, and the digest of its bytes. */
export interface Picture {
  readonly file: string;
  readonly digest: string;
}

/** One message of an entry's copy. */
export type ChannelMessage =
  | ({ readonly type: 'text'; readonly preview: string | undefined } & PostText)
  | ({ readonly type: 'photo'; readonly picture: Picture } & PostText)
  | ({ readonly type: 'album'; readonly pictures: readonly Picture[] } & PostText);

/** What surrounds an entry. */
export interface PostContext {
  readonly siteUrl: string;
  /** The picture behind a file of the content folder; undefined where there is no such file. */
  picture(file: string): Picture | undefined;
  /** Path of the entry that a Markdown file became. */
  pathOf(file: string): string | undefined;
}

const albumLimit = 10;
const emptyText: PostText = { text: '', entities: [] };

/**
 * What stands in the channel for an entry, in order. A note goes whole, its permalink last; an article goes as title,
 * summary and link; a `mirror:` text goes in place of either. Pictures: one is a photo, two to ten an album, more are
 * several albums of even size. A text too long for a caption follows its picture.
 */
export function channelPost(entry: Entry, context: PostContext): ChannelMessage[] {
  const permalink = absoluteAddress(entry.path, context.siteUrl);
  if (entry.kind === 'article')
    return [{ type: 'text', preview: permalink, ...announcement(entry, permalink, context) }];
  const body = typeof entry.mirror === 'string' ? entry.mirror : noteMarkdown(entry);
  const rendered = renderForChannel(parseMarkdown(body), linkResolver(entry, context));
  const text = withPermalink(rendered.text, permalink);
  const pictures = rendered.images.flatMap((file) => context.picture(file) ?? []);
  return pictures.length === 0 ? textMessages(text) : pictureMessages(pictures, text);
}

function noteMarkdown(entry: Entry): string {
  const head = [
    entry.title === undefined ? '' : `**${entry.title.replace(/([\\*_`[\]<>~])/g, '\\$1')}**`,
    entry.tldr ?? '',
  ];
  return [...head.filter((text) => text !== ''), entry.body].join('\n\n');
}

function announcement(entry: Entry, permalink: string, context: PostContext): PostText {
  const resolve = linkResolver(entry, context);
  const title = entry.title ?? '';
  const words =
    typeof entry.mirror === 'string' ? entry.mirror : (entry.tldr ?? entry.summary ?? '');
  const summary = renderForChannel(parseMarkdown(words), resolve).text;
  const head: PostText =
    typeof entry.mirror === 'string'
      ? emptyText
      : { text: title, entities: [{ type: 'bold', offset: 0, length: title.length }] };
  const [first = emptyText] = splitPostText(join(head, summary), textLimit - permalink.length - 2);
  return join(first, { text: permalink, entities: [] });
}

function withPermalink(text: PostText, permalink: string): PostText {
  return join(text, { text: permalink, entities: [] });
}

/** Two texts with an empty line between them. */
function join(a: PostText, b: PostText): PostText {
  if (a.text === '') return b;
  if (b.text === '') return a;
  const shift = a.text.length + 2;
  return {
    text: `${a.text}\n\n${b.text}`,
    entities: [
      ...a.entities,
      ...b.entities.map((entity) => ({ ...entity, offset: entity.offset + shift })),
    ],
  };
}

function textMessages(text: PostText): ChannelMessage[] {
  return splitPostText(text).map((piece) => ({ type: 'text', preview: undefined, ...piece }));
}

function pictureMessages(all: readonly Picture[], text: PostText): ChannelMessage[] {
  const fits = splitPostText(text, captionLimit).length === 1;
  const groups = evenGroups(all);
  const pictures = groups.map((group, index): ChannelMessage => {
    const caption = fits && index === 0 ? text : emptyText;
    const [only] = group;
    return group.length === 1 && only !== undefined
      ? { type: 'photo', picture: only, ...caption }
      : { type: 'album', pictures: group, ...caption };
  });
  return fits ? pictures : [...pictures, ...textMessages(text)];
}

// Telegram's albums hold two to ten: eleven pictures are six and five, never ten and a single one.
function evenGroups(pictures: readonly Picture[]): (readonly Picture[])[] {
  const count = Math.ceil(pictures.length / albumLimit);
  const size = Math.ceil(pictures.length / count);
  return Array.from({ length: count }, (_, index) =>
    pictures.slice(index * size, (index + 1) * size),
  ).filter((group) => group.length > 0);
}

function linkResolver(entry: Entry, context: PostContext): ResolveLink {
  const permalink = absoluteAddress(entry.path, context.siteUrl);
  const fileOf = (url: string) => resolveContentPath(entry.folder, url);
  return {
    link(url) {
      const [address = '', fragment] = url.split('#');
      const file = fileOf(address);
      const path =
        /\.mdx?$/.test(address) && !address.includes(':') ? context.pathOf(file) : undefined;
      const target =
        path === undefined
          ? url
          : `${absoluteAddress(path, context.siteUrl)}${fragment === undefined ? '' : `#${fragment}`}`;
      return URL.canParse(target, permalink) ? new URL(target, permalink).href : undefined;
    },
    image: (url) => (/^([a-z]+:)?\/\//i.test(url) || url.startsWith('/') ? undefined : fileOf(url)),
  };
}
