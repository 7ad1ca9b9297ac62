import * as z from 'zod';
import { decoded } from '../address/contentPath.ts';
import { slugTrouble } from '../address/pathRules.ts';
import { hasForbiddenCharacter } from '../fault/characters.ts';
import {
  altText,
  count,
  flag,
  identifier,
  language,
  line,
  oldPaths,
  oneOrMore,
  refuse,
  webAddress,
  when,
  words,
  wordsList,
} from './text.ts';

const cover = z.strictObject({
  /** The picture's file beside the entry, or a path below `public/`. */
  src: line,
  /** What the picture shows; an empty text says that it only decorates. Plain words. */
  alt: altText,
  /** Words below the picture, inline Markdown. */
  caption: words.optional(),
  /** Whose picture it is, inline Markdown. */
  credit: words.optional(),
});

const longestIdBytes = 500;

// It names files, and stands in feeds.
const stableId = words
  .refine((text) => !hasForbiddenCharacter(text) && !/[\t\n\r]/.test(text), {
    error: 'one line without control characters',
  })
  .refine((text) => Buffer.byteLength(text) <= longestIdBytes, {
    error: `at most ${longestIdBytes} bytes`,
  });

const seriesPart = z.union(
  [
    identifier.transform((id) => ({ id, part: undefined })),
    z.strictObject({
      /** The name of the series' file. */
      id: identifier,
      /** Which part of it the entry is. */
      part: count.optional(),
    }),
  ],
  { error: 'the id of a series, or {id, part}' },
);

/**
 * How many tags, authors or translations an entry may have. Feeds of each of them name all of them, as do pages of
 * translations: their bytes grow with the square of the number.
 */
export const mostNames = 250;

/** A list of no more than {@link mostNames}; the fault of a longer one is at the first that is too many. */
function atMost<List extends z.ZodType<readonly unknown[]>>(list: List, things: string): List {
  return list.superRefine(({ length }, { addIssue }) => {
    const message = `at most ${mostNames} ${things}, since feeds or pages of each name all`;
    if (length > mostNames) addIssue({ code: 'custom', path: [mostNames], message });
  });
}

const shared = {
  /** When the entry was or will be published. In the future: scheduled. */
  date: when,
  /** When it was last changed for readers. */
  updated: when.optional(),
  /** Description for lists, feeds and previews. Plain words. */
  summary: line.optional(),
  /** A summary that is also shown at the head of the entry. Inline Markdown. */
  tldr: words.optional(),
  /** What the entry is about, in at most 250 words or names; each has a page and feeds. */
  tags: atMost(wordsList, 'tags').optional(),
  /** The series that the entry belongs to, with its part if the dates do not say it. */
  series: seriesPart.optional(),
  /** Ids from authors.yaml; without it, the journal's author. */
  authors: atMost(
    oneOrMore(identifier, 'an author id of letters, digits, - and _, or a list of them'),
    'authors',
  ).optional(),
  /** Language of the text, where it is not the journal's. */
  lang: language.optional(),
  /** A picture at the head of the entry, and for previews. */
  cover: cover.optional(),
  /** true: nowhere but in `npm run dev`. */
  draft: flag.optional(),
  /** Last segment of the path; without it, the file's name. */
  slug: words
    .overwrite(decoded)
    .superRefine((text, context) => refuse(slugTrouble(text), context))
    .optional(),
  /** Old paths, redirected to the entry. The first is the oldest. */
  aliases: oldPaths.optional(),
  /** Where the entry was published first, if that was elsewhere. */
  canonical: webAddress.optional(),
  /** The stable id; without it the oldest alias, else the entry's own first path. */
  id: stableId.optional(),
  /** false: never to the channel. A text: that text instead of the entry's. */
  mirror: words.optional(),
  /** Addresses of all messages of the entry's copy, written back by the bot. */
  syndication: oneOrMore(
    webAddress,
    'an address that begins with https:// (or http://), or a list of them',
  ).optional(),
  /** The address that the entry answers. */
  inReplyTo: webAddress.optional(),
  /** The same in other languages: files of entries as in a link, or paths. One of them names the others; all show each. */
  translations: atMost(
    oneOrMore(words, 'the file of an entry, such as ../articles/das-haus.md, or a list of them'),
    'translations',
  ).optional(),
};

/** Front matter of `articles/**`. */
export const articleSchema = z.strictObject({
  /** Plain words, without Markdown, HTML and `&amp;`. A note may have one, and never gets one made up. */
  title: line,
  ...shared,
});

/** Front matter of `notes/**`. */
export const noteSchema = z.strictObject({ title: line.optional(), ...shared });

/** What an entry's front matter says, once checked. */
export type EntryMatter = z.infer<typeof noteSchema>;
