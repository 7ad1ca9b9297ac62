import { ownPath } from '../address/address.ts';
import { compareText, type Fault } from '../fault/fault.ts';
import { NearPaths } from '../fault/nearPath.ts';
import { listed, suggest } from '../fault/suggestion.ts';
import { parseYaml } from '../file/yaml.ts';
import type { Authors } from '../schema/authorsSchema.ts';
import type { Site } from '../schema/siteSchema.ts';
import type { Entry } from './entry.ts';
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
  const named = [seriesFaults(journal, unread), authorFaults(journal), replyFaults(journal)];
  return journal.entries.flatMap((entry) => named.flatMap((faultsOf) => faultsOf(entry)));
}

type EntryFaults = (entry: Entry) => Fault[];

function seriesFaults(journal: Journal, unread: readonly string[]): EntryFaults {
  const there = new Set([...unread, ...journal.series.keys()]);
  const known = [...journal.series.keys()].sort(compareText);
  return (entry) => {
    const { series } = entry;
    if (!series || there.has(series.id)) return [];
    return [unknown(entry, 'series', series.id, known, `series/${series.id}.yaml`)];
  };
}

/** The journal's own author is looked at once, in site.yaml. */
function authorFaults({ authors, site }: Journal): EntryFaults {
  const known = Object.keys(authors);
  if (known.length === 0) return () => [];
  return (entry) =>
    entry.authors
      .filter((author) => author !== site.author && !Object.hasOwn(authors, author))
      .map((author) => unknown(entry, 'author', author, known, 'an id in authors.yaml'));
}

function unknown(
  entry: Entry,
  what: 'series' | 'author',
  id: string,
  known: readonly string[],
  room: string,
): Fault {
  return {
    file: entry.file,
    line: entry.lineOf([what === 'series' ? 'series' : 'authors']),
    kind: `unknown-${what}`,
    what: `unknown ${what} "${id}"`,
    expected: `one of ${known.length === 0 ? '(there is none yet)' : listed(known)}`,
    cure: suggest(id, known, `add it as ${room}`),
  };
}

function replyFaults({ entries, pages, site }: Journal): EntryFaults {
  const paths = new Set([...entries, ...pages].flatMap((one) => [one.path, ...one.aliases]));
  let near: NearPaths | undefined;
  return (entry) => {
    const reply = entry.inReplyTo;
    const path = reply === undefined ? undefined : ownPath(reply, site);
    if (path === undefined || paths.has(path)) return [];
    near ??= new NearPaths([], paths);
    return [
      {
        file: entry.file,
        line: entry.lineOf(['inReplyTo']),
        kind: 'dead-reply',
        what: `a reply to ${reply}, which is not in this journal`,
        expected: 'the address of an entry',
        cure: near.suggest(path, 'correct inReplyTo'),
      },
    ];
  };
}
