import { existsSync } from 'node:fs';
import { fillPermalink } from '#journal/address/permalink.ts';
import { slugify } from '#journal/address/slug.ts';
import { isSitePath } from '#journal/content/paths.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { formatMoment, momentAt } from '#journal/schema/moment.ts';
import { readJournal } from '../../content/contentFolder.ts';
import type { CommandTools } from './commandTools.ts';

/** A free name for an article of this title; a name or an address that is taken gets -2. */
export async function freeArticleName(
  title: string,
  at: number,
  { config, drafts, store }: Pick<CommandTools, 'config' | 'drafts' | 'store'>,
): Promise<string> {
  const { journal } = await readJournal(config.contentFolder);
  const { timeZone, permalinks } = journal.site;
  const { day } = momentAt(at, timeZone);
  const taken = new Set(
    [...journal.entries, ...journal.pages].flatMap((one) =>
      [one.path, ...one.aliases].map((path) => path.toLowerCase()),
    ),
  );
  // A leading _ would hide the file; what is left without it may be a name that is not free either.
  const base = slugify(slugify(title, day).replace(/^[_-]+/, ''), day);
  // `articles/index.md` would be the entry in the whole room.
  for (let number = base === 'index' ? 2 : 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const names = ['.md', '.mdx', '/index.md', '/index.mdx'].map((end) => `articles/${slug}${end}`);
    const path = fillPermalink(permalinks.articles, { day, slug, id: undefined });
    const isFree =
      !isSitePath(path) &&
      !taken.has(path.toLowerCase()) &&
      names.every((name) => !store.byFile(name) && !existsSync(drafts.path(name)));
    if (isFree) return `articles/${slug}.md`;
  }
}

/** The file of a new article. */
export function newArticle(title: string, at: number, timeZone: string, body: string): string {
  const text = body === '' ? '' : `${body}\n`;
  const source = editFrontMatter(text, { title, date: formatMoment(at, timeZone), draft: true });
  return `${source.trimEnd()}\n`;
}
