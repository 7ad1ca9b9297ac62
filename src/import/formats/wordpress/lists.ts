import { plainText } from '../../html/tree/plainText.ts';
import type { ImportedList } from '../../item/item.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';

/** Where every journal of WordPress has its feeds, those of old versions among them. */
const feeds: readonly ImportedList[] = [
  { address: '/feed/', feed: 'RSS' },
  { address: '/feed/rss/', feed: 'RSS' },
  { address: '/feed/rss2/', feed: 'RSS' },
  { address: '/feed/atom/', feed: 'Atom' },
  { address: '/wp-rss2.php', feed: 'RSS' },
  { address: '/wp-atom.php', feed: 'Atom' },
];

interface Term {
  readonly name: string;
  readonly parent: string;
}

/** The lists of a journal, where categories and tags stand as they do unless somebody said otherwise. */
export class OldLists {
  /** By the name that addresses have. */
  readonly #categories = new Map<string, Term>();
  readonly #tags = new Map<string, Term>();

  /** What an element of the channel says of categories and tags. */
  take(element: XmlElement): void {
    const said = (key: string) => childText(element, key);
    if (element.name === 'wp:category')
      this.#categories.set(said('wp:category_nicename'), {
        name: plainText(said('wp:cat_name')),
        parent: said('wp:category_parent'),
      });
    if (element.name === 'wp:tag')
      this.#tags.set(said('wp:tag_slug'), { name: plainText(said('wp:tag_name')), parent: '' });
    if (element.name !== 'item') return;
    for (const { attributes, text } of childrenOf(element, 'category')) {
      const { domain, nicename = '' } = attributes;
      const terms = domain === 'post_tag' ? this.#tags : this.#categories;
      if (domain !== 'post_tag' && domain !== 'category') continue;
      if (!terms.has(nicename)) terms.set(nicename, { name: plainText(text), parent: '' });
    }
  }

  /** All of them. */
  get all(): ImportedList[] {
    // Old exports name some without saying how addresses do.
    const named = (terms: ReadonlyMap<string, Term>) => [...terms].filter(([slug]) => slug !== '');
    return [
      ...feeds,
      ...named(this.#categories).flatMap(([slug, { name }]) =>
        pair(`/category/${this.#way(slug).join('/')}/`, name),
      ),
      ...named(this.#tags).flatMap(([slug, { name }]) => pair(`/tag/${slug}/`, name)),
    ];
  }

  /** The categories above one, and itself. */
  #way(slug: string): string[] {
    const way = [slug];
    for (;;) {
      const parent = this.#categories.get(way[0] ?? '')?.parent ?? '';
      if (parent === '' || way.includes(parent)) return way;
      way.unshift(parent);
    }
  }
}

function pair(address: string, tag: string): ImportedList[] {
  return [
    { address, tag },
    { address: `${address}feed/`, tag, feed: 'RSS' },
  ];
}
