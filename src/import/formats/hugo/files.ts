import { plainKey } from '#journal/schema/foreignKeys.ts';
import { folderOf } from '../../item/oldPath.ts';
import { type HugoConfig, isSettings } from './config.ts';

/** A text in the content folder of a Hugo site. */
export type HugoFile = ReturnType<typeof fileOf>;

const text = /\.(?:md|markdown|mdx|html?|org|adoc|asciidoc|rst)$/i;

const listPage = {
  what: 'page of a list',
  why: 'Scrollback makes its lists itself; copy what it says into a page',
};
const resource = {
  what: 'text beside a page',
  why: 'it is no page of its own: copy what the page shows of it into that',
};
const dataFile = {
  what: 'data file',
  why: 'only the theme of the site knows what it means: make entries of what is to be read',
};

type Languages = Pick<HugoConfig, 'languages' | 'languageFolders'>;

/** The texts of a Hugo site, which may lie some folders deep in an archive. */
export class HugoFiles {
  /** Folder of the site in the source, with a final `/`, or empty. */
  readonly root: string;
  readonly documents: readonly HugoFile[];
  /** Pages of lists (`_index.md`), which speak for the pages below them. */
  readonly lists: readonly string[];
  readonly left: readonly { readonly name: string; readonly what: string; readonly why: string }[];
  readonly #byPath = new Map<string, HugoFile>();

  constructor(names: readonly string[], root: string, languages: Languages) {
    this.root = root;
    const content = `${root}content/`;
    const texts = names.filter((name) => name.startsWith(content) && text.test(name));
    const isList = (name: string) => /(?:^|\/)_index(?:\.[\w-]+)?\.\w+$/.test(name);
    this.lists = texts.filter(isList);
    const bundles = new Set(texts.filter((name) => ownPage.test(name)).map(folderOf));
    const beside = texts.flatMap((name) => {
      if (isList(name)) return [{ name, ...listPage }];
      return isResource(name, bundles) ? [{ name, ...resource }] : [];
    });
    const isBeside = new Set(beside.map(({ name }) => name));
    const own = texts.filter((name) => !isBeside.has(name));
    this.documents = own.map((name) => fileOf(name, content, languages));
    const folders = [content, `${root}data/`];
    const data = names.filter(
      (name) =>
        folders.some((folder) => name.startsWith(folder)) &&
        /\.(?:toml|ya?ml|json|csv)$/i.test(name),
    );
    this.left = [...beside, ...data.map((name) => ({ name, ...dataFile }))];
    for (const file of this.documents) this.#add(file);
  }

  /** The text that `ref` or `relref` names, seen from a file: in its own language if it is there. */
  find(reference: string, from: HugoFile): HugoFile | undefined {
    const plain = reference.replace(/\.(?:md|markdown|html?)$/i, '').replace(/\/(?:_?index)?$/, '');
    const below = `${from.path.replace(/(?:\/index|\/[^/]*)$/, '')}/`;
    const rooted = plain.replace(/^\//, '');
    const paths = plain.startsWith('/')
      ? [rooted]
      : [below + plain, rooted, `*/${plain.slice(plain.lastIndexOf('/') + 1)}`];
    for (const path of paths)
      for (const language of [from.language, undefined]) {
        const found = this.#byPath.get(placeKey(path, language));
        if (found) return found;
      }
    return undefined;
  }

  #add(file: HugoFile): void {
    const path = file.path.replace(/\/index$/, '');
    for (const key of [path, `*/${file.slug}`].map((one) => placeKey(one, file.language)))
      if (!this.#byPath.has(key)) this.#byPath.set(key, file);
  }
}

function placeKey(path: string, language: string | undefined): string {
  return `${language ?? ''}:${path}`;
}

/** Folder of the site, with a final `/`: where its settings are, else above the content folder. */
export function rootOf(names: readonly string[]): string | undefined {
  const roots = names.flatMap((name) => {
    const [, root = '', path = ''] =
      /^((?:[^/]+\/){0,3}?)((?:config\/_default\/)?[^/]+)$/.exec(name) ?? [];
    return isSettings(path) && names.some((one) => one.startsWith(`${root}content/`)) ? [root] : [];
  });
  const contents = names.flatMap(
    (name) => /^((?:[^/]+\/){0,3}?)content\/.*\.(?:md|markdown)$/.exec(name)?.[1] ?? [],
  );
  return [...roots, ...contents].sort((a, b) => a.length - b.length)[0];
}

/** The page of a leaf bundle. */
const ownPage = /\/index\.[\w.-]+$/;

/** Markdown within a leaf bundle is material of its page, and no page. */
function isResource(name: string, bundles: ReadonlySet<string>): boolean {
  const folders = name.split('/').slice(0, -1);
  return (
    !ownPage.test(name) &&
    folders.some((_, index) => bundles.has(`${folders.slice(0, index + 1).join('/')}/`))
  );
}

function fileOf(name: string, content: string, languages: Languages) {
  const whole = name.slice(content.length).replace(text, '');
  const [folder, its] = [...languages.languageFolders].find(([one]) => whole.startsWith(one)) ?? [
    '',
    undefined,
  ];
  const below = whole.slice(folder.length);
  const [ending = ''] = /\.[\w-]+$/.exec(below) ?? [];
  const named = ending.slice(1).toLowerCase();
  const isNamed = languages.languages.has(plainKey(named));
  const path = isNamed ? below.slice(0, -ending.length) : below;
  const bundle = path.replace(/(?:^|\/)index$/, '');
  return {
    /** Path in the source. */
    name,
    /** Path from the content folder, or that of its language, without the ending and the language: `posts/a`, or `posts/a/index` of a bundle. */
    path,
    /** First folder below the content folder; empty for a page at the top. */
    section: bundle.includes('/') ? bundle.slice(0, bundle.indexOf('/')) : '',
    /** What the address is made of: the name of the file, or of the bundle. */
    slug: bundle.slice(bundle.lastIndexOf('/') + 1),
    language: isNamed ? named : its,
    isHtml: /\.html?$/i.test(name),
  };
}
