import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import { headOf } from '../../source/head.ts';
import type { Source } from '../../source/source.ts';
import { isSettings, readConfig } from './config.ts';
import { HugoFiles, rootOf } from './files.ts';
import { readDocument } from './read.ts';

/** Hugo: `content` with front matter in TOML, YAML or JSON, page bundles and shortcodes; `static` for pictures. */
export const hugo: Format = {
  name: 'hugo',
  label: 'a Hugo site',
  looksLike: 'a folder with content and hugo.toml or config.toml (or .yaml, .json)',
  recognises: async (source) => {
    const root = rootOf(source.names);
    if (root === undefined) return 0;
    const own = source.names.filter((name) => name.startsWith(root));
    // Others have a file of that name, too.
    const isHugo = own.some((name) =>
      /^(?:hugo\.|config\.toml$|config\/_default\/)/.test(name.slice(root.length)),
    );
    if (isHugo) return 2;
    const hasSettings = own.some((name) => isSettings(name.slice(root.length)));
    const [first] = own.filter((name) => name.startsWith(`${root}content/`) && /\.md$/.test(name));
    const head = first === undefined ? '' : (await headOf(source, first)).toString('utf8');
    return hasSettings || /^\uFEFF?\+\+\+/.test(head) ? 2 : 0;
  },
  open: async (source) => await openHugo(source),
};

async function openHugo(source: Source): Promise<OpenedExport> {
  const root = rootOf(source.names);
  if (root === undefined)
    throw new Error(
      `${source.name} has no folder "content" with Markdown in it. Name the folder of the site.`,
    );
  const config = await readConfig(source, root);
  const files = new HugoFiles(source.names, root, config.languages);
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield config.site;
      for (const file of files.documents) yield await readDocument(file, { source, files, config });
      for (const { name, what, why } of files.left) yield { is: 'left', where: name, what, why };
    },
    fileOf: (address) => staticFile(address, root, source),
  };
}

/** What lies in `static` and `assets` was served from the root of the site, wherever that is in an archive. */
function staticFile(address: string, root: string, source: Source): string | undefined {
  const path = address.replace(/[?#].*$/s, '').replace(/^https?:\/\/[^/]+/, '');
  if (root === '' || !path.startsWith('/')) return undefined;
  return [`${root}static${path}`, `${root}assets${path}`].find((name) => source.has(name));
}
