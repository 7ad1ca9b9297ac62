import { evaluate } from 'satteri';
import { Collector } from '../../src/render/collect/collector.ts';
import { sourceForPage } from '../../src/render/constructs/pageForms.ts';
import { escapeHtml } from '../../src/render/html/html.ts';
import { documentPlugins } from '../../src/render/plugin.ts';
import { documentFeatures, finishHtml, mdxDisguise } from '../../src/render/render.ts';
import { article, context } from './sample.ts';

type Properties = Readonly<Record<string, unknown>>;

/** The sample article as MDX, with the plugins that the bundler has, as HTML. */
export function renderMdx(source: string): string {
  const document = article(source, 'articles/sample.mdx');
  const body = sourceForPage(source, 'mdx');
  const disguise = mdxDisguise(document, body, context);
  const module = evaluate(disguise?.markdown ?? body, {
    features: documentFeatures(document, context),
    mdastPlugins: [...documentPlugins(new Collector(document, context), body, disguise)],
    elementAttributeNameCase: 'html',
    Fragment,
    jsx: elementHtml,
    jsxs: elementHtml,
  });
  const Content = 'default' in module ? module['default'] : undefined;
  if (typeof Content !== 'function') throw new Error('The MDX was not compiled at once');
  return finishHtml(String(Content({ components: { Fragment } })), document, context);
}

function Fragment(properties: Properties): string {
  return String(properties['set:html'] ?? inner(properties['children']));
}

// Children have been made before their parent, and text among them is what is no element yet.
const made = new Set<string>();

function elementHtml(type: unknown, properties: unknown): string {
  const given = properties as Properties;
  const html = typeof type === 'function' ? String(type(given)) : tag(String(type), given);
  made.add(html);
  return html;
}

function tag(name: string, { children, ...attributes }: Properties): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`,
  );
  return `<${name}${written.join('')}>${inner(children)}</${name}>`;
}

function inner(children: unknown): string {
  return [children ?? []]
    .flat()
    .map((child) => (made.has(String(child)) ? String(child) : escapeHtml(String(child))))
    .join('');
}
