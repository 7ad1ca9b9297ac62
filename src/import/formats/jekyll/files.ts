import type { Source } from '../../source/source.ts';
import type { JekyllCollection, JekyllConfig } from './config.ts';

/** A file of a Jekyll folder that may be a document. */
export interface JekyllFile {
  readonly is: 'post' | 'draft' | 'page';
  /** Path in the source. */
  readonly name: string;
  /** `2010-05-05`, from its name. */
  readonly day: string | undefined;
  /** What its name says besides, such as `hello`. */
  readonly slug: string;
  /** Its way below the folder of its kind, without its ending. */
  readonly path: string;
  /** Folders above `_posts`: its categories. */
  readonly categories: readonly string[];
  readonly isHtml: boolean;
  /** That to which a page belongs. */
  readonly collection?: JekyllCollection;
}

const text = /\.(?:md|markdown|mkdn?|mdown|html?|textile|org|mdx|adoc|asciidoc|rst)$/i;

type FileRules = Pick<JekyllConfig, 'collections' | 'included'>;

/** The files of a Jekyll folder, which may lie some folders deep in an archive. */
export class JekyllFiles {
  /** See {@link rootOf}. */
  readonly root: string;
  readonly documents: readonly JekyllFile[];
  readonly #posts = new Map<string, string>();
  readonly #names: ReadonlySet<string>;

  constructor({ names }: Source, root: string, config: FileRules) {
    this.root = root;
    const own = names.filter((name) => name.startsWith(root));
    const texts = own.filter((name) => text.test(name));
    this.documents = texts.flatMap((name) => fileOf(name, root, config) ?? []);
    this.#names = new Set(this.documents.map(({ name }) => name));
    for (const { name, day, slug } of this.documents)
      for (const known of [`${day}-${slug}`, slug])
        if (!this.#posts.has(known)) this.#posts.set(known, name);
  }

  /** The post that `post_url` names. */
  postOf(name: string): string | undefined {
    const plain = name.replace(/^["']|["']$/g, '').replace(text, '');
    const last = plain.slice(plain.lastIndexOf('/') + 1);
    return this.#posts.get(last) ?? this.#posts.get(last.replace(/^\d{4}-\d\d?-\d\d?-/, ''));
  }

  has(path: string): boolean {
    return this.#names.has(this.root + path.replace(/^\//, ''));
  }
}

/** Folder of the site in a source, with a final `/`, or empty. */
export function rootOf(names: readonly string[]): string {
  const config = names
    .filter((name) => /(?:^|\/)_config\.ya?ml$/.test(name))
    .sort((a, b) => a.length - b.length)[0];
  if (config !== undefined) return config.replace(/_config\.ya?ml$/, '');
  const tops = names.flatMap((name) => /^(.*?)_(?:posts|drafts)\//.exec(name)?.[1] ?? []);
  return tops.sort((a, b) => a.length - b.length)[0] ?? '';
}

function fileOf(
  name: string,
  root: string,
  { collections, included }: FileRules,
): JekyllFile | undefined {
  // Octopress and Hexo keep what a site is made of in a folder of its own.
  const below = name.slice(root.length).replace(/^(?:source|src)\//, '');
  const isHtml = /\.html?$/i.test(name);
  const collection = collections.find((one) => below.startsWith(`_${one.name}/`));
  if (collection) {
    const inside = below.slice(collection.name.length + 2);
    return { ...pageOf(name, inside, isHtml), collection };
  }
  const [, above = '', kind, rest = ''] = /^(.*?)_(posts|drafts)\/(.*)$/.exec(below) ?? [];
  if (kind === undefined) {
    const isHidden = below.split('/').some((one) => one.startsWith('_') && !included.has(one));
    return isHidden || isMachinery(below) ? undefined : pageOf(name, below, isHtml);
  }
  const folders = above.split('/').filter((one) => one !== '');
  const last = (rest.split('/').at(-1) ?? '').replace(text, '');
  const [, year, month = '', day = '', slug = ''] =
    /^(\d{4})-(\d\d?)-(\d\d?)-(.+)$/.exec(last) ?? [];
  return {
    is: kind === 'posts' ? 'post' : 'draft',
    name,
    day:
      year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    slug: slug || last,
    path: rest.replace(text, ''),
    categories: folders,
    isHtml,
  };
}

function pageOf(name: string, below: string, isHtml: boolean): JekyllFile {
  const slug = below.replace(text, '').replace(/(?:^|\/)index$/, '');
  return { is: 'page', name, day: undefined, slug, path: slug, categories: [], isHtml };
}

/** What is for those who work on the site, or lists what is on it; the first page and the one of what is gone among it. */
function isMachinery(below: string): boolean {
  return (
    /(?:^|\/)(?:README|LICENSE|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|404|feed|search)\.[a-z]+$/i.test(
      below,
    ) || /^(?:index\.[a-z]+$|(?:vendor|node_modules|assets|scaffolds|themes)\/)/.test(below)
  );
}
