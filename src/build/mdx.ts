import { satteri } from '@astrojs/markdown-satteri';
import type { Plugin } from 'vite';
import { withSlashes } from '#journal/file/withSlashes.ts';
import { currentJournal } from '../load/current.ts';
import { Collector } from '../render/collect/collector.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { sourceForPage } from '../render/constructs/pageForms.ts';
import { documentPlugins } from '../render/plugin.ts';
import { documentFeatures, mdxDisguise } from '../render/render.ts';
import { documentAt, mdxDocuments } from './mdxDocuments.ts';

/** The module through which pages reach the MDX documents: a map from file to component. */
const moduleName = 'virtual:scrollback/mdx';

/**
 * Astro's MDX, fed with the same plugin and footnote options as Markdown, chosen for each file: options of the stock
 * processor hold for all files alike, and two documents on one page would share their footnote ids.
 */
export function mdxProcessor(): ReturnType<typeof satteri> {
  return {
    ...satteri(),
    async createMdxRenderer(shared, mdx) {
      return {
        async process(source, path, frontMatter) {
          const content = sourceForPage(source, 'mdx');
          const document = documentAt(path);
          if (!document && isBelow(path, currentJournal().root)) {
            throw new Error(`${path} is no document of the loaded journal; start again`);
          }
          const disguise = document && mdxDisguise(document, content, currentJournal().context);
          const processor = satteri({
            features: document
              ? { ...documentFeatures(document, currentJournal().context), smartPunctuation: false }
              : {},
            mdastPlugins: document
              ? [
                  // Not the document's body: offsets count from the beginning of what is parsed here.
                  ...documentPlugins(
                    new Collector(document, currentJournal().context),
                    content,
                    disguise,
                  ),
                ]
              : [],
          });
          const renderer = await processor.createMdxRenderer?.(
            { ...shared, syntaxHighlight: false },
            mdx,
          );
          if (!renderer) throw new Error('@astrojs/markdown-satteri cannot render MDX; update it');
          return renderer.process(disguise?.markdown ?? content, path, frontMatter);
        },
      };
    },
  };
}

/** Serves MDX bodies without their front matter, which is parsed in one place only, and the map of all of them. */
export function mdxModules(): Plugin {
  return {
    name: 'scrollback-mdx',
    enforce: 'pre',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : undefined),
    load(id) {
      if (id === `\0${moduleName}`) return mapModule(mdxDocuments());
      const document = id.endsWith('.mdx') ? documentAt(id) : undefined;
      return document ? '\n'.repeat(document.bodyLine - 1) + document.body : undefined;
    },
  };
}

function mapModule(documents: readonly SourceDocument[]): string {
  const { onDisk } = currentJournal();
  const imports = documents.map(
    (document, index) => `import Document${index} from ${JSON.stringify(onDisk(document.file))};`,
  );
  const entries = documents.map(
    (document, index) => `  ${JSON.stringify(document.file)}: Document${index},`,
  );
  return `${imports.join('\n')}\nexport const documents = {\n${entries.join('\n')}\n};\n`;
}

function isBelow(path: string, root: string): boolean {
  return withSlashes(path).startsWith(`${withSlashes(root)}/`);
}
