import type { Blockquote, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Unsafe } from 'mdast-util-to-markdown';
import { calloutParts } from './block/calloutParts.ts';
import { figureParts } from './block/figureParts.ts';
import { quotationParts } from './block/quotationParts.ts';
import { mayHaveSpoiler } from './inline/spoiler.ts';
import { wordsOf } from './inline/words.ts';
import { inQuotation, inWords } from './unsafe.ts';

/**
 * When a construct is looked at for the words of an excerpt: `quoted` behind plain paragraphs, `block` behind those,
 * `caption` behind those, `repeated` last of all. `never`: it tells nothing of itself.
 */
export type ExcerptPass = 'quoted' | 'block' | 'caption' | 'repeated' | 'never';

/** What an excerpt takes from a construct. */
export interface ExcerptForm {
  readonly pass: ExcerptPass;
  /**
   * @param first gives the words of the first of some blocks that has any.
   * @returns undefined where the node is no such construct.
   */
  words(node: Readonly<Nodes>, body: string, first: FirstWords): string | undefined;
}

/** The words of the first block that has any. */
export type FirstWords = (nodes: readonly Readonly<Nodes>[]) => string;

/** What a construct may have beside its nodes. */
interface ConstructForms {
  /** Without one, an excerpt takes the words of the node that it is written as. */
  readonly excerpt?: ExcerptForm;
  /** What a text from chat has to escape so that it is none, beside what the writer of Markdown does by itself. */
  readonly escapes?: readonly Unsafe[];
}

/**
 * What site and bot both know of a construct. What each shows of it stands in tables of theirs.
 *
 * @param nodes - The nodes of Markdown that are one, or may turn out to be one.
 * @param mayBeIn - Whether a body may have one: a look before the parse.
 */
function construct<Type extends Nodes['type']>(
  nodes: readonly Type[],
  mayBeIn: (body: string) => boolean,
  { excerpt, escapes = [] }: ConstructForms = {},
) {
  return { nodes, mayBeIn, excerpt, escapes };
}

const having = (sign: string) => (body: string) => body.includes(sign);
/** A pattern is looked for only where one of its signs is: to look for a sign takes next to nothing. */
const matching = (signs: readonly string[], pattern: RegExp) => (body: string) =>
  signs.some((sign) => body.includes(sign)) && pattern.test(body);
const mayQuote = matching(['>'], /(?:^|\s)>/m);
const silent: ExcerptForm = { pass: 'never', words: () => '' };

/** The constructs. Of two that one node may be, the first is looked for first. */
export const constructs = {
  /** `> [!NOTE]` */
  callout: construct(['blockquote'], mayQuote, {
    excerpt: {
      pass: 'quoted',
      words(node, body, first) {
        const parts = calloutParts(node as Blockquote, body);
        if (parts?.is !== 'callout') return undefined;
        return first(parts.blocks) || wordsOfAll(parts.title ?? []);
      },
    },
  }),
  /** `> [!PULL]`: what stands in it stands in the text as well, or should. */
  pullQuote: construct(['blockquote'], mayQuote, {
    excerpt: {
      pass: 'repeated',
      words(node, body, first) {
        const parts = calloutParts(node as Blockquote, body);
        return parts?.is === 'pull' ? first(parts.blocks) : undefined;
      },
    },
  }),
  /** A quotation of lines `**Ana:** …` */
  conversation: construct(['blockquote'], mayQuote, {
    // A bold name and a colon begin what somebody says.
    escapes: [
      { before: '[*_~)\\];]\\s?', character: ':', ...inQuotation },
      { character: ':', after: '\\s*[*_~[\\]&]', ...inQuotation },
      { before: '[*_~)\\];]\\s?', character: '：', ...inQuotation },
      { character: '：', after: '\\s*[*_~[\\]&]', ...inQuotation },
    ],
  }),
  /** Any other, with a last line `-- Name` or `{lang=pt}` */
  quotation: construct(['blockquote'], mayQuote, {
    excerpt: {
      pass: 'quoted',
      words: (node, body, first) =>
        first(quotationParts((node as Blockquote).children, body).blocks),
    },
    escapes: [
      { atBreak: true, character: '-', after: '-[ \\t]', ...inQuotation },
      { atBreak: true, character: '—', after: '[ \\t]', ...inQuotation },
      // Its language. In a file that is renamed to .mdx it would begin a program.
      { character: '{', ...inWords },
    ],
  }),
  /** `[words](waves.mp4)` alone */
  recording: construct(
    ['paragraph'],
    matching(['.'], /\.(?:mp4|webm|mov|m4v|ogv|mp3|m4a|ogg|oga|opus|wav)\b/i),
  ),
  /** Pictures alone on their lines, those that lead to a video among them, with lines below them */
  figure: construct(['paragraph'], having('!['), {
    excerpt: {
      pass: 'caption',
      words(node, body) {
        const parts = figureParts((node as Paragraph).children, body);
        return parts && wordsOfAll(parts.caption);
      },
    },
  }),
  /** `- **Term:** …` */
  terms: construct(['list'], matching(['**', '__'], /^[ \t>]*[-*+][ \t]+(?:\*\*|__)/m)),
  /** `- [ ] …` */
  taskList: construct(['list'], matching(['['], /\[[ xX]\]/)),
  code: construct(['code'], () => true, { excerpt: silent }),
  /** `$$…$$` */
  mathematics: construct(['math', 'inlineMath'], having('$$'), {
    excerpt: { pass: 'block', words: (node) => wordsOf(node) },
    // Two of them begin it; one is a price.
    escapes: [
      { character: '$', after: '\\$', ...inWords },
      { before: '\\$', character: '$', ...inWords },
    ],
  }),
  table: construct(['table'], having('|'), {
    excerpt: {
      pass: 'block',
      words: (node, _, first) => ('children' in node ? first(node.children) : ''),
    },
  }),
  /** `||words||` */
  spoiler: construct(['spoiler'], mayHaveSpoiler, {
    escapes: [
      { character: '|', after: '\\|', ...inWords },
      { before: '\\|', character: '|', ...inWords },
    ],
  }),
  /** `[[Title]]` */
  wikiLink: construct(['text'], having('[[')),
  /** `[^1]` */
  footnote: construct(['footnoteReference', 'footnoteDefinition'], having('[^'), {
    excerpt: silent,
  }),
} as const;

/** One of {@link constructs}. */
export type ConstructName = keyof typeof constructs;

/** A node that is such a construct, or may turn out to be one. */
export type NodeOf<Name extends ConstructName> = Extract<
  Nodes,
  { type: (typeof constructs)[Name]['nodes'][number] }
>;

/** All of them, in the order of the table. */
export const constructNames = Object.keys(constructs) as ConstructName[];

/** A table that says of each construct what `form` does. */
export function mapConstructs<Form>(
  form: (name: ConstructName) => Form,
): Readonly<Record<ConstructName, Form>> {
  return Object.fromEntries(constructNames.map((name) => [name, form(name)])) as Record<
    ConstructName,
    Form
  >;
}

/** The forms of those constructs that a node of a type may be, in the order of the table. */
export function formsByNode<Form>(
  forms: Readonly<Record<ConstructName, Form | undefined>>,
): ReadonlyMap<string, readonly Form[]> {
  const found = new Map<string, Form[]>();
  for (const name of constructNames) {
    const form = forms[name];
    if (form === undefined) continue;
    for (const type of constructs[name].nodes) found.set(type, [...(found.get(type) ?? []), form]);
  }
  return found;
}

/** The words of what stands in a line. */
export function wordsOfAll(nodes: readonly PhrasingContent[]): string {
  return wordsOf({ type: 'paragraph', children: [...nodes] });
}
