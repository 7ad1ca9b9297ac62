import { ownPath } from '../address/address.ts';
import { compareText, type Fault } from '../fault/fault.ts';
import { NearPaths } from '../fault/nearPath.ts';
import { listed, suggest } from '../fault/suggestion.ts';
import { parseYaml } from '../file/yaml.ts';
import type { Authors } from '../schema/authors.ts';
import type { Site } from '../schema/site.ts';
import type { ContentFile, Journal } from './journal.ts';

/** The journal's own author must be one of authors.yaml, where there is such a file. */
export function siteAuthorFaults(
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
      kind: 'unknown-site-author',
      what: `unknown author "${site.author}"`,
      expected: `one of ${listed(known)}`,
      cure: suggest(site.author, known, 'add it as an id in authors.yaml'),
    },
  ];
}

/** Series, authors and replies that entries name and that are not there. Of the series `unread` there are files, with faults of their own. */
export function referenceFaults(journal: Journal, unread: readonly string[]): Fault[] {
  const there = new Set([...unread, ...journal.series.keys()]);
  const hasAuthors = Object.keys(journal.authors).length > 0;
  const paths = new Set(
    [...journal.entries, ...journal.pages].flatMap((one) => [one.path, ...one.aliases]),
  );
  const unknown = (
    file: string,
    line: number,
    what: 'series' | 'author',
    id: string,
    known: readonly string[],
    room: string,
  ): Fault => ({
    file,
    line,
    kind: `unknown-${what}`,
    what: `unknown ${what} "${id}"`,
    expected: `one of ${known.length === 0 ? '(there is none yet)' : listed(known)}`,
    cure: suggest(id, known, `add it as ${room}`),
  });
  const series = [...journal.series.keys()].sort(compareText);
  const authors = Object.keys(journal.authors);
  let near: NearPaths | undefined;
  return journal.entries.flatMap((entry) => {
    const found: Fault[] = [];
    if (entry.series && !there.has(entry.series.id)) {
      found.push(
        unknown(
          entry.file,
          entry.lineOf(['series']),
          'series',
          entry.series.id,
          series,
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
          authors,
          'an id in authors.yaml',
        ),
      );
    }
    const reply = entry.inReplyTo;
    const path = reply === undefined ? undefined : ownPath(reply, journal.site);
    if (path !== undefined && !paths.has(path)) {
      near ??= new NearPaths([], paths);
      found.push({
        file: entry.file,
        line: entry.lineOf(['inReplyTo']),
        kind: 'dead-reply',
        what: `a reply to ${reply}, which is not in this journal`,
        expected: 'the address of an entry',
        cure: near.suggest(path, 'correct inReplyTo'),
      });
    }
    return found;
  });
}
