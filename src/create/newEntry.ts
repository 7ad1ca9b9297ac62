import { slugify } from '#journal/address/slug.ts';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { ContentFile, Journal } from '#journal/content/journal.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { formatMoment } from '#journal/schema/moment.ts';
import type { Wish } from './wish.ts';

/** The content folder that a new entry comes into. */
export interface Room {
  readonly texts: readonly ContentFile[];
  /** Whether a file or a folder of this name is there, from the content folder. */
  has(name: string): boolean;
}

/**
 * The draft that a wish asks for, its file from the content folder and all of its text, under a name that nothing has yet; or
 * every fault that stands in its way. An article whose title another one has is refused: most of the time it is the same
 * command given twice. `now` is in milliseconds since 1970.
 */
export function newEntry(wish: Wish, room: Room, now: number) {
  const { journal, faults } = assembleJournal(room.texts);
  if (!journal) return { entry: undefined, faults };
  const known = new Set(faults.map((fault) => formatFault(fault)));
  const text = textOf(wish, journal, now);
  for (let number = 1; ; number++) {
    const file = fileOf(wish, journal, now, number);
    if (isTaken(file, room)) continue;
    const after = assembleJournal([...room.texts, { file, source: text }]);
    const made = after.journal?.entries.find((entry) => entry.file === file);
    if (made && sharesPath(made, journal)) continue;
    const caused = [
      ...sameTitle(wish, journal),
      ...after.faults.filter((fault) => !known.has(formatFault(fault))),
    ];
    return caused.length === 0
      ? { entry: { file, text }, faults: [] }
      : { entry: undefined, faults: caused };
  }
}

function textOf(wish: Wish, { site }: Journal, now: number): string {
  const matter = editFrontMatter('', {
    title: wish.kind === 'article' ? wish.words : undefined,
    date: formatMoment(now, site.timeZone),
    tags: wish.tags.length === 0 ? undefined : wish.tags,
    series: wish.series,
    draft: true,
  });
  return wish.kind === 'note' && wish.words !== '' ? `${matter}${wish.words}\n` : matter;
}

/** Articles are called by their titles, notes by their moments, as those are that come from chat. */
function fileOf(wish: Wish, { site }: Journal, now: number, number: number): string {
  const moment = formatMoment(now, site.timeZone);
  const stamp = moment.slice(0, 19).replaceAll(':', '').replace('T', '-');
  const name =
    wish.kind === 'note'
      ? `notes/${stamp}`
      : `articles/${slugify(wish.words, moment.slice(0, 10))}`;
  const numbered = number === 1 ? name : `${name}-${number}`;
  return wish.folder ? `${numbered}/index.md` : `${numbered}.md`;
}

/** In any form: `a.md`, `a.mdx`, and the folder `a/`, which may hold pictures alone. */
function isTaken(file: string, room: Room): boolean {
  const name = file.replace(/(\/index)?\.md$/, '');
  return ['', '.md', '.mdx'].some((ending) => room.has(name + ending));
}

function sharesPath(made: Entry, { entries, pages }: Journal): boolean {
  return [...entries, ...pages].some(
    (one) => one.path === made.path || one.aliases.includes(made.path),
  );
}

function sameTitle(wish: Wish, { entries }: Journal): Fault[] {
  const plain = (title: string) => title.normalize('NFC').toLowerCase();
  return entries
    .filter((entry) => wish.kind === 'article' && entry.kind === 'article')
    .filter((entry) => plain(entry.title ?? '') === plain(wish.words))
    .map((entry) => ({
      file: entry.file,
      line: entry.lineOf(['title']),
      kind: 'same-title',
      what: `an article with the title "${entry.title}" is there already`,
      expected: 'a title of its own',
      cure: 'go on writing that one, or give another title',
    }));
}
