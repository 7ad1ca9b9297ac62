import { htmlLink, htmlText } from '../html/tree/htmlText.ts';
import { entryAddress } from '../item/entryAddress.ts';
import { escapedAlt } from '../item/escaped.ts';
import { KeptPieces } from '../item/keptPieces.ts';
import type { Notes } from '../item/notes.ts';
import { hexoNote, quoted } from './callouts.ts';
import { fencedCode, keepingCode, outsideFences } from './code.ts';
import { embed, writtenDestination } from './destinations.ts';
import { type ForeignMatter, textAt } from './frontMatter.ts';
import { leftTag } from './signs.ts';

/** What the tags of a body are read with. */
export interface LiquidTools {
  /** Whether the body is HTML: code is written as elements then. */
  readonly isHtml: boolean;
  /** Folder of the files of this text alone, from its own, with a final `/`, as Hexo has it. */
  readonly assets?: string;
  /** Key of the post of a name such as `2010-05-05-hello`. */
  postOf(name: string): string | undefined;
  /** Whether the source has a page or a post of this path. */
  hasDocument(path: string): boolean;
  /** What a name such as `page.author` or `site.email` stands for, where that is a text. */
  valueNamed?(name: string): string | undefined;
  /** The list of pictures that its front matter has under a name. */
  picturesNamed?(name: string): readonly ForeignMatter[];
}

/** A body with the tags of Jekyll's Liquid said in Markdown. What cannot be said is left in a comment, and told. */
export function withoutLiquid(body: string, tools: LiquidTools, notes: Notes): string {
  if (!/\{[{%]/.test(body)) return body;
  // Code within them is kept for itself, by another sign that no text has.
  const pieces = new KeptPieces('\uFDD0');
  const keep = (text: string) => pieces.keep(text);
  const withoutRaw = body.replace(
    /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g,
    (_, text: string) => keep(text),
  );
  const keepShown = (text: string) => keep(text.replaceAll(unended, '{'));
  const replaced = withoutPairs(withoutUnended(withoutRaw), tools, keepShown);
  const outsideCode = tools.isHtml ? outsideFences : keepingCode;
  const said = outsideCode(replaced.replaceAll(unended, '{'), (text) =>
    outside(withValues(text, tools), tools, notes),
  );
  return pieces.restored(said);
}

const assigned = /\{%-?\s*assign\s+([\w-]+)\s*=\s*(["'])([^"'{}\n]*)\2\s*-?%\}[ \t]*\n?/g;
const shown =
  /\{\{-?\s*([a-z][\w-]*(?:\.[\w-]+)?)\s*(?:\|\s*(?:relative_url|absolute_url|escape|strip|prepend:\s*site\.(?:baseurl|url))\s*)*-?\}\}/g;

/** A body with values in place of their names, where the text itself, its front matter or the settings give them. */
function withValues(body: string, { valueNamed }: LiquidTools): string {
  if (valueNamed === undefined) return body;
  const own = new Map<string, string>();
  const rest = body.replace(assigned, (_, name: string, _quote, value: string) => {
    own.set(name, value);
    return '';
  });
  return rest.replace(shown, (tag, name: string) =>
    /^site\.(?:url|baseurl)$/.test(name) ? tag : (own.get(name) ?? valueNamed(name) ?? tag),
  );
}

/** Stands for the `{` of a tag that nothing ends. */
const unended = '\uFDD2';

/** A text whose tags that want an end and have none look like none: for each, all of the text behind it would be searched. */
function withoutUnended(body: string): string {
  return ['highlight', 'codeblock', 'blockquote', 'cq', 'centerquote', 'note', 'comment'].reduce(
    (text, name) => {
      const end = text.lastIndexOf(`end${name}`) + 1;
      const tag = new RegExp(`\\{(?=%-?\\s*${name}\\b)`, 'g');
      return text.slice(0, end) + text.slice(end).replace(tag, unended);
    },
    body,
  );
}

const pairs = [
  // What is typed as code shows its tags.
  /^[ \t]*(?<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\k<fence>[`~]*[ \t]*$/,
  /(?<![`\\])(?<ticks>`+)(?!`)[^\n]*?(?:\n(?!\s*\n)[^\n]*?){0,3}(?<!`)\k<ticks>(?!`)/,
  /\{%-?\s*highlight\s+(?<language>[\w+#-]+)[^%]*-?%\}\n?(?<highlighted>[\s\S]*?)\n?[ \t]*\{%-?\s*endhighlight\s*-?%\}/,
  // Octopress and Hexo have a title, and `lang:` among it.
  /\{%-?\s*codeblock\b(?<options>[^%]*?)-?%\}\n?(?<block>[\s\S]*?)\n?[ \t]*\{%-?\s*endcodeblock\s*-?%\}/,
  /\{%-?\s*blockquote\b(?<who>[^%]*?)-?%\}\n?(?<quoted>[\s\S]*?)\n?[ \t]*\{%-?\s*endblockquote\s*-?%\}/,
  /\{%-?\s*(?:cq|centerquote)\s*-?%\}\n?(?<centred>[\s\S]*?)\n?[ \t]*\{%-?\s*end(?:cq|centerquote)\s*-?%\}/,
  /\{%-?\s*note\b(?<kind>[^%]*?)-?%\}\n?(?<noted>[\s\S]*?)\n?[ \t]*\{%-?\s*endnote\s*-?%\}/,
  /\{%-?\s*comment\s*-?%\}(?<comment>[\s\S]*?)\{%-?\s*endcomment\s*-?%\}/,
].map(({ source }) => source);

const pairsInMarkdown = new RegExp(pairs.join('|'), 'gm');
/** There a backtick is one. */
const pairsInHtml = new RegExp(pairs.filter((one) => !one.includes('ticks')).join('|'), 'gm');

type Pair = Readonly<Record<string, string | undefined>>;

/** A body without the tags that end with a tag of their own. What begins first has what is in it. */
function withoutPairs(body: string, tools: LiquidTools, keep: (text: string) => string): string {
  return body.replace(tools.isHtml ? pairsInHtml : pairsInMarkdown, (whole, ...found) => {
    const { language, highlighted, options = '', block, comment, ...quotes }: Pair = found.at(-1);
    const code = highlighted ?? block;
    if (code !== undefined) {
      const info = language ?? codeInfo(options, tools);
      const line = lineAround(body, Number(found.at(-3)), whole.length);
      return keep(codeBlock(code, info, line, tools));
    }
    if (comment !== undefined) return '';
    const { who = '', quoted: said, centred, kind = '', noted } = quotes;
    if (tools.isHtml) return whole;
    // Each line of a quotation gets a sign, those of code in it, too.
    if (said !== undefined) return quotation(withoutPairs(said, tools, String), who.trim());
    if (centred !== undefined) return quoted(centred);
    return noted === undefined ? whole : hexoNote(withoutPairs(noted, tools, String), kind);
  });
}

/** The language and the title that Octopress and Hexo are told of a block: `A title lang:js https://…`. */
function codeInfo(options: string, { isHtml }: LiquidTools): string {
  const [, language = ''] = /\blang:\s*([\w+#-]+)/.exec(options) ?? [];
  const [, said = ''] = /^(.*?)(?:(?:^|\s)[a-z_]+:\S.*)?$/s.exec(options.trim()) ?? [];
  // A fence ends with its line, and has no sign of its own in that.
  const title = said.replaceAll('"', "'").replaceAll('`', '').replace(/\s+/g, ' ').trim();
  return title === '' || isHtml ? language : `${language} title="${title}"`;
}

/** What stands before and behind a tag in its lines. */
function lineAround(body: string, at: number, length: number) {
  const end = body.indexOf('\n', at + length);
  const before = body.slice(body.lastIndexOf('\n', at - 1) + 1, at);
  return { before, behind: body.slice(at + length, end === -1 ? undefined : end) };
}

/** Code whose tag stands in a list or a quotation stays there; what else is in its line has lines of its own. */
function codeBlock(
  code: string,
  info: string,
  { before, behind }: ReturnType<typeof lineAround>,
  { isHtml }: LiquidTools,
): string {
  if (isHtml) return `<pre><code class="language-${info}">${htmlText(code)}</code></pre>`;
  const [signs = ''] = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]+)*/.exec(before) ?? [];
  const indent = signs.replace(/[^\s>]/g, ' ');
  const lines = code.split('\n');
  const isIndented = lines.every((one) => one.startsWith(indent) || one.trim() === indent.trim());
  const plain = isIndented ? lines.map((one) => one.slice(indent.length)) : lines;
  // Before the tag that ends code in a quotation stands the sign of that.
  if (indent.includes('>') && plain.at(-1) === '') plain.pop();
  const [begin, end] = [signs === before ? '' : '\n', behind.trim() === '' ? '' : '\n'];
  const block = `${begin}${fencedCode(plain.join('\n'), info)}${end}`;
  return block.replace(/\n(?!\n)/g, `\n${indent}`).replace(/\n(?=\n)/g, `\n${indent.trimEnd()}`);
}

/** Behind the words of Octopress and Hexo stand who said them, where, and what that is called. */
function quotation(text: string, options: string): string {
  const [, said = '', address, title = ''] =
    /^(.*?)(?:(https?:\/\/\S+)\s*(.*))?$/s.exec(options) ?? [];
  const who = said.trimEnd();
  const place = address === undefined ? [] : [`[${escapedAlt(title || address)}](${address})`];
  const source = [...(who === '' ? [] : [who]), ...place].join(', ');
  const lines = [...text.trim().split('\n'), ...(source === '' ? [] : ['', `-- ${source}`])];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

const namedPost = /\{%-?\s*post_link\s+(\S+)([^%]*?)-?%\}/g;

/** Names of classes may stand before the picture. */
const assetImage = /\{%-?\s*asset_img\s+(?:[\w-]+\s+)*([^\s"'%]+\.\w+)([^%]*?)-?%\}/g;

function outside(text: string, tools: LiquidTools, notes: Notes): string {
  return text
    .replace(/\{\{\s*(?:site\.(?:url|baseurl|github\.url)|relative_root)\s*\}\}/g, '')
    .replace(
      /\{\{-?\s*(["'])(.*?)\1\s*(?:\|\s*(?:relative_url|absolute_url|url|prepend:\s*site\.(?:baseurl|url)|\s)+)+-?\}\}/g,
      '$2',
    )
    .replace(/\{%-?\s*post_url\s+(\S+?)\s*-?%\}/g, (tag: string, name: string) =>
      postLink(tag, name, tools, notes),
    )
    .replace(namedPost, (tag: string, name: string, words: string) =>
      link(wordsIn(words) || name, postLink(tag, name, tools, notes), tools),
    )
    .replace(assetImage, (_, address: string, words: string) =>
      picture(wordsIn(words), `${tools.assets ?? ''}${address}`, tools),
    )
    .replace(/\{%-?\s*link\s+(\S+?)\s*-?%\}/g, (_, path: string) =>
      tools.hasDocument(path) ? entryAddress(path) : `/${path.replace(/^\//, '')}`,
    )
    .replace(
      /\{%-?\s*(youtube|vimeo|gist|twitter|tweet)\s+["']?([^\s"'%]+)["']?[^%]*-?%\}/g,
      (_, kind: string, id: string) => embed(kind, id, notes),
    )
    .replace(
      /\{%-?\s*(?:image|picture)\s+(["'])([^"'\n]+)\1(?:\s*,\s*(["'])([^\n]*?)\3)?[^%]*-?%\}/g,
      (_, _quote, address: string, _other, alt = '') => inMarkdown(String(alt), address),
    )
    .replace(
      // Names of classes before the address have neither a slash nor a dot (Hexo, `tag/img`).
      /\{%-?\s*img\s+(?:[^\s%/.]+\s+)*(["']?)([^\s"']+)\1([^%]*?)-?%\}/g,
      (_, _quote, address: string, rest: string) =>
        `![${/["']([^"']+)["']{1,2}\s*$/.exec(rest)?.[1]?.trim() ?? ''}](${address})`,
    )
    .replace(
      /\{%-?\s*include(?:_cached|_relative)?\s+([^\s%]+)(?:\s+([^\s%][^%]*?))?\s*-?%\}/g,
      (tag, name, values = '') => included(tag, String(name), String(values), tools, notes),
    )
    .replace(/(?<!<!-- )(?:\{%[\s\S]{0,500}?%\}|\{\{[^{}\n]{1,300}\}\})/g, (tag) =>
      left(tag, notes),
    );
}

/** What a theme's own piece shows, where that is a picture or a film by its values. */
function included(tag: string, name: string, values: string, tools: LiquidTools, notes: Notes) {
  const all = new Map(
    [...values.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(
      ([, key = '', double, single, plain]) => [key.toLowerCase(), double ?? single ?? plain ?? ''],
    ),
  );
  const said = (...keys: readonly string[]) => keys.map((key) => all.get(key)).find((one) => one);
  const film = /(youtube|vimeo)/i.exec(`${name} ${said('provider')}`)?.[1]?.toLowerCase();
  const id = said('id', 'video_id', 'video');
  if (film !== undefined && id !== undefined) return embed(film, id, notes);
  if (/^gallery(?:\.html)?$/.test(name)) {
    const shown = gallery(said('id') ?? 'gallery', tools);
    return shown.length === 0 ? left(tag, notes) : [...shown, said('caption')].join('\n\n').trim();
  }
  const place = said('src', 'url', 'image', 'image_path', 'path', 'file', 'img', 'filename') ?? '';
  const picture = place.endsWith('/') ? place + (said('name', 'file', 'filename') ?? '') : place;
  if (!/fig|image|img|pic|photo/i.test(name) || !/[^/]$/.test(picture) || /[{}]/.test(picture))
    return left(tag, notes);
  const caption = said('caption', 'description', 'title');
  const shown = inMarkdown(said('alt') ?? '', picture);
  notes.changed(`included ${name}`, 'a picture with its caption');
  return caption === undefined ? shown : `${shown}\\\n${caption}`;
}

/** The pictures of Minimal Mistakes, which front matter lists, with the address of a page or of a larger one. */
function gallery(id: string, tools: LiquidTools): string[] {
  return (tools.picturesNamed?.(id) ?? []).flatMap((one) => {
    const large = textAt(one, 'url');
    const src = large !== undefined && /\.\w{3,4}$/.test(large) ? large : textAt(one, 'imagepath');
    return src === undefined ? [] : [picture(textAt(one, 'alt', 'title') ?? '', src, tools)];
  });
}

/** Words in quotes, of several the last; else what is there behind numbers, which are sizes. */
function wordsIn(options: string): string {
  const quoted = [...options.matchAll(/"([^"]*)"|'([^']*)'/g)].at(-1);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  return options.replace(/^(?:\s+\d+(?:px|%)?(?=\s))*/, '').trim();
}

function link(words: string, address: string, { isHtml }: LiquidTools): string {
  return isHtml ? htmlLink(address, words) : `[${escapedAlt(words)}](${address})`;
}

function picture(words: string, address: string, { isHtml }: LiquidTools): string {
  return isHtml
    ? `<img src="${htmlText(address)}" alt="${htmlText(words)}">`
    : inMarkdown(words, address);
}

function inMarkdown(alt: string, address: string): string {
  return `![${escapedAlt(alt)}](${writtenDestination(address)})`;
}

function postLink(tag: string, name: string, tools: LiquidTools, notes: Notes): string {
  const key = tools.postOf(name);
  if (key !== undefined) return entryAddress(key);
  notes.left(`link ${tag}`, 'there is no post of that name');
  return '#';
}

function left(tag: string, notes: Notes): string {
  return leftTag(tag, `Liquid ${/^\{%-?\s*(\w+)/.exec(tag)?.[1] ?? 'output'}`, notes);
}
