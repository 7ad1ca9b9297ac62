import { type BlogGroup, readBlogroll } from './blogroll.ts';
import { commentFaults, type EntryComments, isCommentsFile, readComments } from './comments.ts';
import { type Entry, entryKind, readEntry } from './entry.ts';
import { compareText, type Fault, suggest } from './fault.ts';
import { isPageFile, type Page, readPage } from './page.ts';
import { pathFaults } from './paths.ts';
import { peopleFile, readPeople } from './people.ts';
import { normalizePath } from './permalink.ts';
import { type Authors, authorsSchema } from './schema/authors.ts';
import { type SeriesMatter, seriesSchema } from './schema/series.ts';
import { type Site, siteSchema } from './schema/site.ts';
import { identifier } from './schema/text.ts';
import { validate } from './schema/validate.ts';
import { partFaults } from './series.ts';
import { tagSlug } from './slug.ts';
import { parseYaml, type YamlText } from './yaml.ts';

/** The text of a Markdown or YAML file of the content folder. */
export interface ContentFile {
  /** Path from the content folder, with `/`, in NFC. */
  readonly file: string;
  readonly source: string;
}

/** Everything that the content folder says, before the gate: drafts and scheduled entries are in it. */
export interface Journal {
  readonly site: Site;
  readonly authors: Authors;
  /** Newest first; see {@link compareEntries}. */
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  /** Series files by id. */
  readonly series: ReadonlyMap<string, SeriesMatter>;
  /** Recommended journals of others; undefined where there is no blogroll.yaml. */
  readonly blogroll: readonly BlogGroup[] | undefined;
  /** What was said about entries, hidden comments among it. */
  readonly comments: readonly EntryComments[];
}

/** A journal and what is wrong with it. Files that could not be read are missing from the journal and named in `unread`. */
export interface AssembledJournal {
  /** Undefined only where site.yaml could not be read. */
  readonly journal: Journal | undefined;
  readonly faults: readonly Fault[];
  /** Entry files that exist and could not be read: nobody may conclude that their entry was deleted. */
  readonly unread: readonly string[];
}

/** Newest first; equal dates by file name, so that the order is the same everywhere. */
export function compareEntries(a: Entry, b: Entry): number {
  return b.date.at - a.date.at || compareText(a.file, b.file);
}

/**
 * Assembles a journal out of its files. All faults are collected; none is thrown. Whoever looks at the same journal again
 * and again gives `entryOf`, and parses only what changed.
 */
export function assembleJournal(
  files: readonly ContentFile[],
  entryOf: typeof readEntry = readEntry,
): AssembledJournal {
  const byName = new Map(files.map((file) => [file.file, file]));
  const faults: Fault[] = [];
  const site = readSite(byName.get('site.yaml'), faults);
  if (!site)
    return {
      journal: undefined,
      faults,
      unread: files.filter((file) => entryKind(file.file)).map((file) => file.file),
    };
  const entries: Entry[] = [];
  const pages: Page[] = [];
  const comments: EntryComments[] = [];
  const unread: string[] = [];
  for (const { file, source } of files) {
    if (entryKind(file)) {
      const read = entryOf(file, source, site);
      faults.push(...read.faults);
      if (read.entry) entries.push(read.entry);
      else unread.push(file);
    } else if (isPageFile(file)) {
      const read = readPage(file, source);
      faults.push(...read.faults);
      if (read.page) pages.push(read.page);
    } else if (isCommentsFile(file)) {
      const read = readComments(file, source);
      faults.push(...read.faults);
      if (read.comments) comments.push(read.comments);
    }
  }
  const journal: Journal = {
    site,
    authors: readAuthors(byName.get('authors.yaml'), faults),
    entries: entries.sort(compareEntries),
    pages: pages.sort((a, b) => compareText(a.file, b.file)),
    series: readSeries(files, faults),
    blogroll: blogrollOf(byName.get('blogroll.yaml'), faults),
    comments,
  };
  faults.push(
    ...misplaced(files),
    ...readPeople(byName.get(peopleFile)?.source ?? '').faults,
    ...siteAuthorFaults(site, journal.authors, byName.get('site.yaml')),
    ...referenceFaults(journal),
    ...partFaults(journal.entries),
    ...commentFaults(comments, journal.entries, unread),
    ...pathFaults(journal),
  );
  return { journal, faults, unread };
}

function readSite(file: ContentFile | undefined, faults: Fault[]): Site | undefined {
  if (!file) {
    faults.push({
      file: 'site.yaml',
      line: 1,
      what: 'no such file',
      expected: 'the journal’s title and url in it',
      cure: 'write site.yaml with the lines "title: …" and "url: https://…", or name another folder with JOURNAL_CONTENT',
    });
    return undefined;
  }
  const checked = validate(siteSchema, parseYaml(file.source, file.file), file.file);
  faults.push(...checked.faults);
  return checked.value;
}

/** The journal's own author must be one of authors.yaml, where there is such a file. */
function siteAuthorFaults(
  site: Site,
  authors: Authors,
  siteFile: ContentFile | undefined,
): Fault[] {
  const known = Object.keys(authors);
  if (site.author === undefined || known.length === 0 || known.includes(site.author)) return [];
  return [
    {
      file: 'site.yaml',
      line: parseYaml(siteFile?.source ?? '', 'site.yaml').lineOf(['author']),
      what: `unknown author "${site.author}"`,
      expected: `one of ${known.join(', ')}`,
      cure: suggest(site.author, known, 'add it as an id in authors.yaml'),
    },
  ];
}

function readAuthors(file: ContentFile | undefined, faults: Fault[]): Authors {
  if (!file) return {};
  const yaml = parseYaml(file.source, file.file);
  const checked = validate(authorsSchema, yaml, file.file);
  faults.push(...checked.faults, ...sharedAuthorPages(Object.keys(checked.value ?? {}), yaml));
  return checked.value ?? {};
}

function sharedAuthorPages(ids: readonly string[], { lineOf }: YamlText): Fault[] {
  const owners = new Map<string, string>();
  return ids.flatMap((id) => {
    const slug = tagSlug(id);
    const owner = owners.get(slug);
    owners.set(slug, owner ?? id);
    if (owner === undefined) return [];
    return [
      {
        file: 'authors.yaml',
        line: lineOf([id]),
        what: `the author "${id}", whose page /authors/${slug}/ is that of the author "${owner}"`,
        expected: 'ids that differ by more than case',
        cure: 'rename one of the two',
      },
    ];
  });
}

function blogrollOf(
  file: ContentFile | undefined,
  faults: Fault[],
): readonly BlogGroup[] | undefined {
  if (!file) return undefined;
  const read = readBlogroll(file.file, file.source);
  faults.push(...read.faults);
  return read.groups;
}

function readSeries(files: readonly ContentFile[], faults: Fault[]): Map<string, SeriesMatter> {
  const series = new Map<string, SeriesMatter>();
  for (const { file, source } of files) {
    const id = /^series\/([^/]+)\.ya?ml$/.exec(file)?.[1];
    if (id === undefined) continue;
    if (!identifier.safeParse(id).success) {
      faults.push({
        file,
        line: 1,
        what: `the series id ${JSON.stringify(id)}`,
        expected: 'a file name of letters, digits, - and _',
        cure: 'rename the file',
      });
      continue;
    }
    const checked = validate(seriesSchema, parseYaml(source, file), file);
    faults.push(...checked.faults);
    if (checked.value) series.set(id, checked.value);
  }
  return series;
}

/** Markdown files that would be passed over without a word. */
function misplaced(files: readonly ContentFile[]): Fault[] {
  return files.flatMap(({ file }) => {
    if (entryKind(file) || isPageFile(file) || !/\.(mdx?|markdown)$/i.test(file)) return [];
    if (/(^|\/)README\.md$/i.test(file)) return [];
    const fault = (what: string, expected: string, cure: string) => [
      { file, line: 1, what, expected, cure },
    ];
    if (!/\.mdx?$/.test(file))
      return fault('a Markdown file with another ending', '.md', 'rename it');
    if (file.startsWith('notes/')) {
      return fault(
        'a note in MDX',
        'notes in Markdown (.md)',
        'rename it to .md, or move it to articles/',
      );
    }
    return fault(
      'a Markdown file in no room of the journal',
      'articles/, notes/ or pages/',
      'move it, or let its name begin with _ to hide it',
    );
  });
}

function referenceFaults(journal: Journal): Fault[] {
  const hasAuthors = Object.keys(journal.authors).length > 0;
  const paths = new Set(
    [...journal.entries, ...journal.pages].flatMap((one) => [one.path, ...one.aliases]),
  );
  const unknown = (
    file: string,
    line: number,
    what: string,
    id: string,
    known: readonly string[],
    room: string,
  ): Fault => ({
    file,
    line,
    what: `unknown ${what} "${id}"`,
    expected: `one of ${known.length === 0 ? '(there is none yet)' : known.join(', ')}`,
    cure: suggest(id, known, `add it as ${room}`),
  });
  return journal.entries.flatMap((entry) => {
    const found: Fault[] = [];
    if (entry.series && !journal.series.has(entry.series.id)) {
      const known = [...journal.series.keys()].sort(compareText);
      found.push(
        unknown(
          entry.file,
          entry.lineOf(['series']),
          'series',
          entry.series.id,
          known,
          `series/${entry.series.id}.yaml`,
        ),
      );
    }
    for (const author of hasAuthors ? entry.authors : []) {
      // The journal's own author is looked at once, in site.yaml.
      if (author === journal.site.author || Object.hasOwn(journal.authors, author)) continue;
      found.push(
        unknown(
          entry.file,
          entry.lineOf(['authors']),
          'author',
          author,
          Object.keys(journal.authors),
          'an id in authors.yaml',
        ),
      );
    }
    const reply = entry.inReplyTo;
    if (
      reply !== undefined &&
      new URL(reply).origin === journal.site.url &&
      !paths.has(normalizePath(new URL(reply).pathname))
    ) {
      found.push({
        file: entry.file,
        line: entry.lineOf(['inReplyTo']),
        what: `a reply to ${reply}, which is not in this journal`,
        expected: 'the address of an entry',
        cure: 'correct inReplyTo',
      });
    }
    return found;
  });
}
