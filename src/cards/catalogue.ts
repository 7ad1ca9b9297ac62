import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { dayInWords, dayOfYear, yearInWords } from '#journal/schema/moment.ts';
import { digestOf } from '../cache/bodies.ts';
import { shownTitle } from '../render/title.ts';
import type { CardContent } from './drawCard.ts';
import { drawingPackages, packageVersion } from './fontPackage.ts';
import { type Palette, readPalette } from './palette.ts';

/** The picture that stands for an entry, a page or the journal where a link to it is shown. */
export interface Card {
  /** Path on the site. It changes whenever the picture does. */
  readonly path: string;
  /** What the picture says, for those who do not see it. */
  readonly alt: string;
  /** The file of the content folder that it is of, for messages. */
  readonly file: string;
  readonly content: CardContent;
}

/** What cards are made of. */
export interface CardSources {
  readonly journal: PublicJournal;
  /** The beginning of an entry's text. */
  excerptOf(entry: Entry): string;
}

const projectRoot = join(import.meta.dirname, '../..');

/** Gives the card of each entry and page of a journal and, where none is named, that of the journal itself. */
export function cardCatalogue(sources: CardSources): (document?: Entry | Page) => Card {
  const palette = journalPalette(sources.journal);
  const made = new Map<Entry | Page | undefined, Card>();
  return (document) => {
    const known = made.get(document) ?? cardOf(document, sources, palette);
    made.set(document, known);
    return known;
  };
}

/** The colours of tokens.css, with the accent that site.yaml sets. */
export function journalPalette({ site }: Pick<PublicJournal, 'site'>): Palette {
  const palette = readPalette(readFileSync(join(projectRoot, 'src/styles/tokens.css'), 'utf8'));
  const { accent, accentDark = accent } = site.theme;
  return {
    ...palette,
    accent: {
      light: accent ?? palette.accent.light,
      dark: accentDark ?? palette.accent.dark,
    },
  };
}

function cardOf(document: Entry | Page | undefined, sources: CardSources, palette: Palette): Card {
  const content = contentOf(document, sources, palette);
  const digest = digestOf(drawerVersion(), JSON.stringify(content));
  return {
    path: `/_images/cards/${digest}.png`,
    alt: [content.text, ...content.foot].join(' · '),
    file: document?.file ?? 'site.yaml',
    content,
  };
}

function contentOf(
  document: Entry | Page | undefined,
  sources: CardSources,
  palette: Palette,
): CardContent {
  const { site } = sources.journal;
  const frame = {
    journalLanguage: site.language,
    language: document?.lang ?? site.language,
    colours: coloursOf(palette),
  };
  if (!document) return { ...frame, ...journalContent(sources.journal) };
  if (document.kind !== 'page') return { ...frame, ...entryContent(document, sources) };
  return {
    ...frame,
    kind: 'page',
    text: shownTitle(document, site) ?? '',
    otherwise: site.title,
    margin: [],
    foot: [site.title],
  };
}

function coloursOf({ accent, paper, ink, quiet, line }: Palette): CardContent['colours'] {
  return {
    accent: accent.light,
    paper: paper.light,
    ink: ink.light,
    quiet: quiet.light,
    line: line.light,
  };
}

/** What a card says, in the frame that all have. */
type CardWords = Omit<CardContent, 'journalLanguage' | 'language' | 'colours'>;

function journalContent(journal: PublicJournal): CardWords {
  const { site } = journal;
  return {
    kind: 'journal',
    text: site.title,
    otherwise: new URL(site.url).host,
    margin: [],
    foot: present(site.tagline, namesOf(journal, site.author === undefined ? [] : [site.author])),
  };
}

function entryContent(entry: Entry, { journal, excerptOf }: CardSources): CardWords {
  const { site } = journal;
  const day = dayInWords(entry.date, site.language);
  return {
    kind: entry.title === undefined ? 'note' : 'article',
    text: shownTitle(entry, site) ?? (excerptOf(entry) || day),
    otherwise: day,
    margin: [
      dayOfYear(entry.date, site.language),
      yearInWords(entry.date.day.slice(0, 4), site.language),
    ],
    foot: present(site.title, namesOf(journal, entry.authors)),
  };
}

function namesOf({ authors, site }: PublicJournal, ids: readonly string[]): string {
  const names = ids.map((id) => personOf(authors, id)?.name ?? id);
  if (names.length < 2) return names.join('');
  return new Intl.ListFormat(site.language, { type: 'unit', style: 'long' }).format(names);
}

function present(...texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text): text is string => text !== undefined && text !== '');
}

/**
 * A digest of everything beside its content that decides how a card looks: the code here, as it was written, and the
 * packages behind it.
 */
function drawerVersion(): string {
  version ??= digestOf(
    ...readdirSync(import.meta.dirname)
      .filter((name) => /(?<!\.d)\.ts$/.test(name))
      .sort()
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')),
    ...drawingPackages().map(packageVersion),
  );
  return version;
}

// The code of a process does not change while it runs.
let version: string | undefined;
