import * as z from 'zod';
import { decoded } from '../address/contentPath.ts';
import { headingRuleNames } from '../address/headingRules.ts';
import { pathTrouble } from '../address/pathRules.ts';
import { fillPermalink } from '../address/permalink.ts';
import { allowSchema } from './allow.ts';
import { facesSchema } from './faces.ts';
import { homeSchema } from './homeSchema.ts';
import { navItemSchema, navLinkSchema } from './navSchema.ts';
import { count, flag, language, line, refuse, textThat, webAddress, when, words } from './text.ts';

const pattern = z
  .string({ error: 'a pattern such as /:year/:slug/' })
  .overwrite(decoded)
  .superRefine((text, context) => refuse(patternTrouble(text), context));

function patternTrouble(text: string): string | undefined {
  if (!/^\/(?:[^\s?#\\/]+\/)*$/.test(text))
    return 'a pattern that begins and ends with /, such as /:year/:slug/';
  const names = text.match(/:[a-z]+/g) ?? [];
  if (!names.every((name) => /^:(year|month|day|slug|id)$/.test(name)))
    return 'only :year :month :day :slug :id';
  if (!/:(slug|id)\b/.test(text))
    return 'a pattern with :slug or :id, so that no two entries share a path';
  return pathTrouble(fillPermalink(text, { day: '2026-11-21', slug: 'a', id: 'a' }));
}

/** Why an address cannot be where a site begins; undefined where it can. */
function siteUrlTrouble(url: string): string | undefined {
  if (/[?#]/.test(url)) return 'an address without ? and #';
  const path = /^[^/]*\/\/[^/]*(.*?)\/*$/s.exec(url)?.[1] ?? '';
  return path === '' ? undefined : pathTrouble(decoded(path));
}

/** The address in the one form in which it is compared: its host in lower case, its path encoded once. */
function siteUrlOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = decoded(pathname).replace(/\/+$/, '');
  return origin + new URL(encodeURI(path), origin).pathname.replace(/^\/$/, '');
}

const siteAddress = webAddress
  .superRefine((url, context) => refuse(siteUrlTrouble(url), context))
  .transform(siteUrlOf);

const timeZone = textThat('an IANA time zone such as Europe/Lisbon', isTimeZone);

const color = textThat('a colour such as #7a1f1f', (text) => /^#[0-9a-f]{6}$/i.test(text));

const channelName = words.regex(/^(@[A-Za-z]\w{3,31}|-100\d+)$/, {
  error: '@name of the channel, or its id',
});

/** `site.yaml`. */
export const siteSchema = z.strictObject({
  /** What the journal is called. */
  title: line,
  /** One line below the title. Plain words. */
  tagline: line.optional(),
  /** Where the site is served, below a path of its host if need be. */
  url: siteAddress,
  /** Where it was served before, oldest first. The ids in feeds stay those of the first, and links to all of them are the journal's own. */
  formerly: z
    .union([siteAddress.transform((url) => [url]), z.array(siteAddress)], {
      error: 'an address that begins with https:// (or http://), or a list of them, oldest first',
    })
    .default([]),
  /** The language that the journal is written in, and that its pages and its bot speak. */
  language: language.default('en'),
  /** Bare dates are calendar days in this zone. */
  timeZone: timeZone.default('UTC'),
  /** Id from authors.yaml, or a name where there is no such file. */
  author: line.transform((author) => author.normalize('NFC')).optional(),
  /** What stands at the address of the journal: the newest entries whole, all of them by name, or a page of `pages/`. */
  home: homeSchema.prefault('stream'),
  /** Links at the head of each page. */
  nav: z.array(navItemSchema).default([]),
  /** Links at the foot of each page, after those that are there anyway. */
  footer: z.array(navLinkSchema).default([]),
  /** Paths of the entries by pattern. */
  permalinks: z
    .strictObject({
      /** Those of articles: `:year`, `:month`, `:day`, `:slug` and `:id` stand for what the entry has. */
      articles: pattern.default('/:year/:slug/'),
      /** Those of notes. */
      notes: pattern.default('/notes/:slug/'),
    })
    .default({ articles: '/:year/:slug/', notes: '/notes/:slug/' }),
  /**
   * The Telegram channel that shows the entries.
   */
  channel: z
    .union(
      [
        channelName.transform((name) => ({ name, since: undefined, posts: 'draft' as const })),
        z.strictObject({
          /** Its name, or its id. */
          name: channelName,
          /** Entries dated before it stay out of the channel. */
          since: when.optional(),
          /** What becomes of a post by hand: the draft of a note, a note at once, or nothing. */
          posts: z
            .enum(['draft', 'publish', 'ignore'], { error: 'draft, publish or ignore' })
            .default('draft'),
        }),
      ],
      { error: '@name of the channel, or {name, since, posts}' },
    )
    .optional(),
  /** What happens to replies to mirrored posts. */
  comments: z.enum(['ask', 'always', 'never'], { error: 'ask, always or never' }).default('ask'),
  /** Whether articles and pages have the quotes, dashes and ellipses of their language where plain ones are typed. */
  smartPunctuation: flag.default(true),
  /** Whose rule the ids of headings follow. */
  headingIds: z
    .enum(headingRuleNames, { error: headingRuleNames.join(', ').replace(/, (?!.*,)/, ' or ') })
    .default('scrollback'),
  /** The pages that show entries whole, newest first. */
  stream: z
    .strictObject({
      /** How many entries a page of the stream holds. */ entries: count.default(10),
    })
    .default({ entries: 10 }),
  /** RSS, Atom and JSON Feed. */
  feeds: z
    .strictObject({
      /** How many entries a feed holds. */
      entries: count.default(50),
    })
    .default({ entries: 50 }),
  /** Hosts that pages may load from, or send to, by what they may be used for. */
  allow: allowSchema,
  /** The look. */
  theme: z
    .strictObject({
      /** Colour of links, made readable on the paper where it is not. */
      accent: color.optional(),
      /** The same on dark paper. */
      accentDark: color.optional(),
      /** The face of the text: the journal's own, or the serif or sans serif of the reader's machine. */
      face: z
        .enum(['brygada', 'serif', 'sans'], { error: 'brygada, serif or sans' })
        .default('brygada'),
      /** How long a line of text is: about 58, 66 or 75 characters. */
      width: z
        .enum(['narrow', 'medium', 'wide'], { error: 'narrow, medium or wide' })
        .default('medium'),
      /** Faces of one's own, each a font of the content folder or several. */
      faces: facesSchema.optional(),
    })
    .default({ face: 'brygada', width: 'medium' }),
});

/** `site.yaml`, checked and with defaults. */
export type Site = z.infer<typeof siteSchema>;

/** To ask for one takes longer than to read all else of the file, which the bot does again and again. */
const timeZones = new Set<string>();

function isTimeZone(text: string): boolean {
  try {
    if (!timeZones.has(text)) new Intl.DateTimeFormat('en', { timeZone: text });
    timeZones.add(text);
    return true;
  } catch {
    return false;
  }
}
