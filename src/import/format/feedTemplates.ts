import type { ImportedList, ImportedSite } from '../item/item.ts';
import { rooted } from '../item/oldPath.ts';
import type { Source } from '../source/source.ts';
import { headOf } from '../source/text.ts';

/**
 * Where the feeds of a folder were of which a generator made a site: files below `root` that would become one, by the
 * `permalink` of their front matter, or by their place. What makes one for each tag says no address and is passed over.
 * `files` are nothing else, whatever they are called: no page is made of one.
 */
export async function feedTemplates(source: Source, root: string) {
  const lists: ImportedList[] = [];
  const files = new Set<string>();
  for (const name of source.names.filter((one) => one.startsWith(root) && template.test(one))) {
    const head = (await headOf(source, name)).toString('utf8');
    const [, kind] = /<(rss|feed|rdf:RDF)[\s>]/.exec(head) ?? [];
    if (kind === undefined) continue;
    if (/^\s*(?:---.*?\n---\s*)?<(?:\?xml|rss|feed|rdf)\b/is.test(head)) files.add(name);
    const [, said] = /^permalink:\s*["']?([^\s"'{}#]+)["']?\s*$/m.exec(head) ?? [];
    const own = name.slice(root.length).replace(ending, '');
    const address = said ?? (/\/_|^_|node_modules\//.test(own) ? undefined : own);
    if (address === undefined || !isFeed.test(address)) continue;
    lists.push({ address: rooted(address), feed: kind === 'feed' ? 'Atom' : 'RSS' });
  }
  return { site: { is: 'site', lists } satisfies ImportedSite, files };
}

const template = /\.(?:xml|rss|atom|rdf|njk|liquid|hbs|html)$/i;
const ending = /\.(?:njk|liquid|hbs)$/i;

/** A file of that kind, or a folder such as `/feed/`: of a page, it is what the page shows of a feed. */
const isFeed = /\.(?:xml|rss|atom|rdf)$|(?:^|\/)(?:feed|rss|atom)\/?(?:index\.(?:xml|html))?$/i;
