import type { Nodes, Parent } from 'mdast';
import { placeOf } from '#journal/text/inline/place.ts';
import type { Collector } from './collector.ts';

/** Syntax of other generators and editors, which shows as it is typed. */
interface Foreign {
  readonly pattern: RegExp;
  /** Texts, one of which is in all that the pattern finds: to look for them takes next to nothing. */
  readonly signs: readonly string[];
  readonly is: string;
  readonly cure: string;
}

const orCode = 'or write it as `code` if it is to be read';
const shortcodes =
  'caption|gallery|embed|audio|video|playlist|youtube|vimeo|sourcecode|tweet|googlemaps';
const settings = String.raw`(?:\s+[\w-]{1,40}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s"'\]]{1,300})){1,20}`;

/** Endings of what people link to and show. */
const endings =
  'mdx?|markdown|html?|pdf|jpe?g|png|gif|webp|avif|svg|mp[34]|m4[av]|og[gv]|wav|webm|mov|zip|docx?|xlsx?|pptx?|txt|csv|epub';
/** The names of pictograms that people type most. */
const pictograms =
  'smile|smiley|grin|grinning|laughing|joy|wink|blush|heart|heart_eyes|cry|sob|thinking|sunglasses|tada|rocket|fire|sparkles|star|eyes|wave|clap|pray|muscle|ok_hand|thumbsup|thumbsdown|\\+1|-1|100|bulb|bug|warning|memo|white_check_mark|heavy_check_mark|point_right|construction';

const foreign: readonly Foreign[] = [
  {
    pattern:
      /(?<!\\)\{\{[<%]-?\s*(?:rel)?ref\b[^{}]{0,300}[%>]\}\}|\{%-?\s*(?:post_url|link)\b[^{}]{0,300}%\}/,
    signs: ['{{', '{%'],
    is: 'a link in the syntax of another generator',
    cure: `write the file itself, such as [words](other.md), ${orCode}`,
  },
  {
    pattern:
      /(?<!\\)(?:\{\{[<%][^{}]{0,500}[%>]\}\}|\{%[^{}]{0,500}%\}|\{\{[^{}\n]{1,300}\}\}|<%[^%\n]{1,300}%>)/,
    signs: ['{{', '{%', '<%'],
    is: 'template syntax of another generator',
    cure: `say it in Markdown, ${orCode}`,
  },
  {
    pattern: new RegExp(
      `(?<!\\\\)\\[(?:/(?:${shortcodes})|embed|(?<=^[ \\t>]{0,20}\\[)(?:gallery|playlist)(?=\\][ \\t]*$)|(?:${shortcodes})\\s+(?:https?:[^\\]\\s]{1,500}|[\\w-]+=[^\\]\\n]*)|[a-z][\\w-]{1,40}${settings}\\s{0,9}/?)\\](?![([:])`,
    ),
    signs: ['['],
    is: 'a shortcode of another generator',
    cure: `say it in Markdown, ${orCode}`,
  },
  {
    pattern: /^[ \t>]*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|\{:toc\}|@\[toc\])[ \t]*$/im,
    signs: ['[', '{'],
    is: 'a table of contents of another generator',
    cure: 'remove it',
  },
  {
    pattern:
      /(?<!\\)\{:\s?[^{}\n]{1,200}\}|(?<=^#{1,6} .{0,300})\{\.[\w-][^{}\n]*\}[ \t]*$|(?<=[\])])\{(?!lang=[\w-]{1,40}\}[ \t]*$)\s{0,9}(?:[.#][\w-]{1,60}|[\w-]{1,60}=[^\s{}]{1,200})[^{}\n]{0,200}\}/m,
    signs: ['{:', '{.', ']{', '){'],
    is: 'attributes in the syntax of another Markdown',
    cure: `remove it, ${orCode}`,
  },
  {
    pattern: /(?<![^\n]) {0,3}:::+[ \t]*[\w{][^\n]*$/m,
    signs: [':::'],
    is: 'a container in the syntax of another Markdown',
    cure: 'write a callout, such as > [!NOTE], or the text alone',
  },
  {
    pattern:
      /(?<![^\n])(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+[\w-]+)*(?:[ \t]+"[^"\n]*")?[ \t]*$/m,
    signs: ['!!!', '???'],
    is: 'a callout in the syntax of another Markdown',
    cure: 'write a callout such as > [!NOTE], with > before each of its lines',
  },
  {
    pattern: /(?<=^[^\s>#|:*+-][^\n]{0,200}\n\n?):[ \t]{1,3}\S[^\n]*$/m,
    signs: ['\n:'],
    is: 'a term in the syntax of another Markdown',
    cure: 'write a list of terms, each as - **Term:** what it means',
  },
  {
    pattern: /(?<=\p{L})~[\p{L}\p{N}+-]{1,4}~(?!~)|(?<=[\p{L}\p{N}])\^[\p{L}\p{N}+-]{1,4}\^(?!\^)/u,
    signs: ['~', '^'],
    is: 'raised or lowered text in the syntax of another Markdown',
    cure: 'write <sup>2</sup> or <sub>2</sub>',
  },
  {
    pattern: /(?<![=\\\w])==(?=[^\s=\\])[^=\n]{0,200}[^\s=]==(?![=\w])/,
    signs: ['=='],
    is: 'a mark in the syntax of another Markdown',
    cure: `write <mark>words</mark>, ${orCode}`,
  },
  {
    // One whose signs have spaces or line breaks within, one of several paragraphs, and what Reddit has for it; but no row
    // of a table, of which a line of dashes tells, and no words between two tags.
    pattern:
      /(?<=^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?)(?<!\|[ \t]*\n[ \t>]*)\|\|(?!.*\n[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|)(?=[ \t]*\n|[ \t][^|\n]{1,300}[ \t]\|\|[ \t]*$|[^\s|][^|]{0,2000}?\n[ \t>]*\n)[^|]{1,2000}\|\||(?<![\w\\])>![^\s!>][^<>\n]{0,300}!<(?![\w/])/m,
    signs: ['||', '>!'],
    is: 'a spoiler that hides nothing',
    cure: `write ||words|| in each paragraph, with no space next to the signs, ${orCode}`,
  },
  {
    pattern: /(?<![%\\\w])%%[^%\n]{0,499}[^%\n\\]%%(?!%)/,
    signs: ['%%'],
    is: 'a comment in the syntax of another editor',
    cure: 'write <!-- words --> if nobody is to read it',
  },
  {
    pattern: /(?<!\\)!\[\[[^\]\n*]{1,200}\]\]/,
    signs: ['![['],
    is: 'a picture in the syntax of another editor',
    cure: `write ![what it shows](file.jpg), ${orCode}`,
  },
  {
    pattern:
      /(?<![\w\][\\])!?\[(?!\^)(?=[^[\]]{0,200}(?:\]\[[^[\]]{0,100})?\p{L}{2})(?:[^[\]\n]|\n(?![ \t]*\n)){1,200}(?<!\\)\]\[(?!\^)[^[\]\n]{0,100}\](?![[(:])/u,
    signs: [']['],
    is: 'a link by a name that nothing in this text has',
    cure: `write where it leads in a line such as [name]: /about/, or mend that line, ${orCode}`,
  },
  {
    pattern: /(?<![\\[])\^\[[^\]\s]{1,60}\s[^\]\n]{1,300}\](?!\()/,
    signs: ['^['],
    is: 'a footnote in the syntax of another Markdown',
    cure: 'write [^1] here, and [^1]: with the note below',
  },
  {
    pattern: /(?<=^[ \t>]{0,20})\[\^[^[\]\s]{1,60}[ \t][^[\]\n]{1,100}\](?=:)/m,
    signs: ['[^'],
    is: 'a footnote whose name has a space',
    cure: 'write a name without one, such as [^my-note], here and before the note',
  },
  {
    pattern: new RegExp(
      `(?<=(?<!\\\\)\\[[^\\]\\n]{0,200}\\])\\([^()\\s<>"']{1,200}(?: [^()\\s<>"']{1,200}){1,20}\\.(?:${endings})(?:#[^()\\s<>"']{0,100})?\\)`,
    ),
    signs: [']('],
    is: 'an address with a space in it',
    cure: 'write it in <>, such as [words](<my file.md>)',
  },
  {
    pattern: /(?<=\]\([^()\s<>]{1,300}[ \t])=\d{0,5}%?x\d{0,5}%?(?=[ \t]*\))/,
    signs: [']('],
    is: 'the size of a picture in the syntax of another Markdown',
    cure: 'remove it: pictures are made in the sizes that readers need',
  },
  {
    pattern: /(?<=!\[[^\]\n|]{0,300})\|\d{1,5}(?:x\d{1,5})?(?=\]\()/,
    signs: ['|'],
    is: 'the size of a picture in the syntax of another editor',
    cure: 'remove it: pictures are made in the sizes that readers need',
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}:/]):(?:${pictograms}):(?![\\p{L}\\p{N}:])`),
    signs: [':'],
    is: 'a pictogram in the syntax of another generator',
    cure: `type the pictogram itself, ${orCode}`,
  },
  {
    pattern: /(?<=\S[ \t])\^(?=[a-z]{0,5}\d)(?=\d{0,5}[a-z])[a-z\d]{6}[ \t]*$/m,
    signs: [' ^', '\t^'],
    is: 'the name of a block in the syntax of another editor',
    cure: 'remove it; a heading can be linked to',
  },
];

/** In MDX alone: elsewhere it is taken out before. */
const abbreviation: Foreign = {
  pattern: /(?<![^\n]) {0,3}\*\[[^\][\\\n]{1,100}\]:[ \t]+\S[^\n]*$/m,
  signs: ['*['],
  is: 'what a short word stands for, which MDX has in another way',
  cure: 'write <abbr title="words">W</abbr> where the word stands',
};

const known = [...foreign, abbreviation];

const flags = 'gimu';
const all = new RegExp(known.map(({ pattern }) => `(${pattern.source})`).join('|'), flags);
const each = known.map(({ signs, pattern: { source } }) => ({
  signs,
  pattern: new RegExp(source, flags),
}));

/** Whether a body may have any of it: a look for each alone, since to look for all at once takes long. */
export function mayHaveForeignSyntax(body: string): boolean {
  return each.some(
    ({ signs, pattern }) =>
      signs.some((sign) => body.includes(sign)) && body.search(pattern) !== -1,
  );
}

/** Tells of syntax that another generator would have understood, wherever it is not code. */
export function foreignSyntax(root: Readonly<Nodes>, body: string, collector: Collector): void {
  if (!mayHaveForeignSyntax(body)) return;
  const text = withoutCode(root, body);
  let line = 1;
  let seen = 0;
  for (const { 0: found, index, ...groups } of text.matchAll(all)) {
    const kind = known.find(
      (_, at) => (groups as Readonly<Record<string, unknown>>)[at + 1] !== undefined,
    );
    line += text.slice(seen, index).split('\n').length - 1;
    seen = index;
    const [words = ''] = found.trim().split('\n');
    collector.warning(
      'foreign-syntax',
      line,
      `${words.length > 60 ? `${words.slice(0, 60)}…` : words}, ${kind?.is ?? 'syntax of another generator'}, which shows as it is typed`,
      'Markdown as this journal has it',
      kind?.cure ?? orCode,
    );
  }
}

const verbatim = /<!--[\s\S]*?-->|<(code|pre|kbd|samp|script|style|textarea)\b[\s\S]*?<\/\1\s*>/gi;

/** A body with spaces in place of code, that of MDX too, mathematics, comments and the labels of links. */
function withoutCode(root: Readonly<Nodes>, body: string): string {
  let text = body.replace(verbatim, blank);
  for (const { start, end } of codeIn(root))
    text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
  return text;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function codeIn(node: Readonly<Nodes>): { readonly start: number; readonly end: number }[] {
  // A note of one word below such a name is read as the address of a link, which nobody sees.
  if (node.type === 'definition' && /^\^.*\s/.test(node.label ?? '')) return [];
  if (codeTypes.test(node.type)) {
    const place = placeOf({ position: node.position });
    return place ? [place] : [];
  }
  const within = 'children' in node ? node.children.flatMap(codeIn) : [];
  const isTagged = node.type === 'linkReference' || /^mdxJsx/.test(node.type);
  return isTagged && 'children' in node ? [...within, ...aroundChildren(node)] : within;
}

const codeTypes =
  /^(?:code|inlineCode|imageReference|math|inlineMath|definition|mdxjsEsm|mdxFlowExpression|mdxTextExpression)$/;

/** All but the words of an element of MDX, and of a link whose address stands elsewhere: `[` and `][label]`. */
function aroundChildren({ position, children }: Parent) {
  const around = placeOf({ position });
  const first = children[0] && placeOf({ position: children[0].position });
  const last = placeOf({ position: children.at(-1)?.position });
  if (!around) return [];
  if (!first || !last) return [around];
  return [
    { start: around.start, end: first.start },
    { start: last.end, end: around.end },
  ];
}
