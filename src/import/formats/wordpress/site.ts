import { plainText } from '../../html/tree/plainText.ts';
import type { ImportedLink, ImportedList, ImportedSite } from '../../item/item.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';
import { type Attachments, metaOf, termIdOf } from './attachments.ts';

/** What an element of the channel says of the whole journal. */
export function siteOf(element: XmlElement): ImportedSite | undefined {
  const text = element.text.trim();
  switch (element.name) {
    case 'title':
      return { is: 'site', title: plainText(text) };
    case 'link':
    case 'wp:base_blog_url':
      return { is: 'site', url: text };
    case 'description':
      return { is: 'site', tagline: plainText(text) };
    case 'language':
      return { is: 'site', language: text };
    case 'wp:author':
      return authorOf(element);
    default:
      return undefined;
  }
}

function authorOf(element: XmlElement): ImportedSite {
  const key = childText(element, 'wp:author_login');
  const both =
    `${childText(element, 'wp:author_first_name')} ${childText(element, 'wp:author_last_name')}`.trim();
  const name = plainText(childText(element, 'wp:author_display_name') || both || key);
  return { is: 'site', author: key, authors: [{ key, name }] };
}

/** A link of a menu. */
export interface MenuLink extends ImportedLink {
  /** Which menu it is in. */
  readonly menu: string;
  readonly order: number;
}

/** The links of the menu that most likely stands at the head of each page, each once. */
export function mainMenu(links: readonly MenuLink[]): ImportedLink[] {
  const menus = [...Map.groupBy(links, ({ menu }) => menu)];
  const named = menus.find(
    ([menu]) => /main|primary|header|top|nav/i.test(menu) && !/social|footer/i.test(menu),
  );
  const [, chosen = []] = named ?? menus.find(([menu]) => !/social|footer/i.test(menu)) ?? [];
  const ordered = chosen.toSorted((a, b) => a.order - b.order);
  const shown = ordered.filter(
    ({ address }, index) => ordered.findIndex((one) => one.address === address) === index,
  );
  return shown.map(({ label, address }) => ({ label, address }));
}

/** A link at the top of a menu; undefined for items that are none. */
export function menuLink(item: XmlElement, entries: Attachments): MenuLink | undefined {
  if (childText(item, 'wp:post_type') !== 'nav_menu_item') return undefined;
  const order = Number(childText(item, 'wp:menu_order')) || 0;
  const named = entries.entry(metaOf(item, '_menu_item_object_id'));
  const isEntry = metaOf(item, '_menu_item_type') === 'post_type';
  const label =
    plainText(childText(item, 'title')) || (isEntry ? plainText(named?.title ?? '') : '');
  const address = isEntry ? (named?.address ?? '') : metaOf(item, '_menu_item_url');
  const parent = metaOf(item, '_menu_item_menu_item_parent');
  const isTop = parent === '' || parent === '0';
  const menu = termIdOf(item, 'nav_menu') ?? '';
  return { label, address: isTop ? address : '', menu, order };
}

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
