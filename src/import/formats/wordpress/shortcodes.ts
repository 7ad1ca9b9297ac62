import { htmlText } from '../../html/tree/htmlText.ts';
import { KeptPieces } from '../../item/keptPieces.ts';
import type { Notes } from '../../item/notes.ts';
import { isRecord, jsonIn } from '../../source/json.ts';
import type { Attachment, Attachments } from './attachments.ts';
import { withBracketNotes } from './bracketNotes.ts';

/** What shortcodes are read with. */
export interface ShortcodeTools {
  /** Id of the entry in which they stand. */
  readonly entry: string;
  readonly attachments: Attachments;
  /** Whether a plugin made notes of what stands in double brackets. */
  readonly hasBracketNotes: boolean;
}

type Attributes = ReadonlyMap<string, string>;

type Tools = ShortcodeTools & { readonly notes: Notes };

type Reading = (attributes: Attributes, inside: string, tools: Tools) => string;

const footnoteNames =
  'efn_note mfn ref footnote fn note sidenote footnotes_footnote modern_footnote simple_tooltip'.split(
    ' ',
  );

/** By the names of shortcodes that show something from elsewhere: what stands before an id to make an address of it. */
const embeds: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  dailymotion: 'https://www.dailymotion.com/video/',
  wpvideo: 'https://videopress.com/v/',
  videopress: 'https://videopress.com/v/',
  tweet: 'https://twitter.com/i/status/',
  twitter: 'https://twitter.com/i/status/',
  instagram: 'https://www.instagram.com/p/',
  gist: 'https://gist.github.com/',
  // These are given addresses alone.
  ...Object.fromEntries(
    'embed soundcloud spotify flickr ted slideshare'.split(' ').map((name) => [name, '']),
  ),
};

/** Shortcodes whose meaning is known, by their names. */
const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ...footnoteNames.map((name): [string, Reading] => [
    name,
    (_, inside) => `<inline-footnote>${inside.trim()}</inline-footnote>`,
  ]),
  ...Object.entries(embeds).map(([name, before]): [string, Reading] => [
    name,
    (attributes, inside) => embed(attributes, inside, before),
  ]),
  ['caption', caption],
  ['wp_caption', caption],
  ['gallery', gallery],
  ['audio', recording],
  ['video', recording],
  ['playlist', playlist],
  ...['pullquote', 'pull_quote'].map((name): [string, Reading] => [
    name,
    (_, inside) => `<blockquote class="pullquote">${inside}</blockquote>`,
  ]),
  ['su_quote', (_, inside) => `<blockquote>${inside}</blockquote>`],
  ['latex', (_, inside) => formula(inside)],
]);

/** Shortcodes that only lay things out: what stands in them stays. */
const layouts =
  /^(?:vc_\w+|et_pb_\w+|fusion_\w+|su_(?:column|row|spacer|divider|box)|columns?|one_half|one_third|two_third|row|col|spacer|divider|dropcap|center|highlight)$/;

const shortcode =
  /(?<!\[)\[([a-z][\w-]*)((?:=[^\s\]"']+)?(?:\s+(?:https?:[^\s\]"']+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]"']+)|"[^"]*"|[^\s\]"'=]+))*)\s*(\/?)\](?!\]|\()(?:((?:(?!\[\1[\s\]])[\s\S])*?)\[\/\1\])?/gi;

/** HTML in place of WordPress's shortcodes. Unknown ones stay as they were typed, and are told. */
export function withoutShortcodes(html: string, tools: ShortcodeTools, notes: Notes): string {
  return keepingCode(html, (text) => outsideCode(text, tools, notes));
}

/** Changes HTML in which all code is a piece that stays what it is, and so are comments: signs in them are nobody's. */
function keepingCode(html: string, change: (text: string) => string): string {
  const kept = new KeptPieces();
  const text = html.replace(
    /<(pre|code|script|style|textarea)\b[^>]*>[\s\S]*?<\/\1>|<!--(?:(?!<!--)[\s\S])*?-->|(?<!\[)\[(code|sourcecode|source|cc)\b([^\]]*)\](?!\])([\s\S]*?)\[\/\2\]/gi,
    (whole: string, _tag, name: string | undefined, given: string, inside: string) =>
      kept.keep(name === undefined ? unescaped(whole) : code(attributesOf(given), inside)),
  );
  return kept.restored(change(text));
}

/** `[[gallery]]` is how one writes `[gallery]` where that is to be read. */
function unescaped(text: string): string {
  return text.replace(
    /\[(\[([a-z][\w-]*)[^[\]]*\])\]/gi,
    (whole: string, inner: string, name: string) =>
      readings.has(name.toLowerCase()) ? inner : whole,
  );
}

function outsideCode(html: string, tools: ShortcodeTools, notes: Notes): string {
  const read = html.replace(
    shortcode,
    (whole, name: string, given: string, _: string, inside: string | undefined) => {
      const key = name.toLowerCase();
      const reading = readings.get(key);
      if (reading && (inside !== undefined || !footnoteNames.includes(key)))
        return reading(attributesOf(given), inside ?? '', { ...tools, notes });
      if (layouts.test(key)) return inside ?? '';
      if (given.trim() !== '' || inside !== undefined || whole.endsWith('/]'))
        notes.left(`shortcode [${key}]`, 'it stands in the text as it was typed');
      return whole;
    },
  );
  return withBracketNotes(read, tools.hasBracketNotes, notes)
    .replace(playerTag, (_, addresses: string) =>
      addresses
        .split(',')
        .map((one) => recording(new Map([['src', one.trim()]])))
        .join(''),
    )
    .replace(/\$latex\s+([^$<>]+?)\s*\$/g, (_, inside: string) => formula(inside))
    .replace(/\[\/?(?:vc_\w+|et_pb_\w+|fusion_\w+)\b[^\]]*\]/g, '')
    .replace(/\[\[([a-z][\w-]*(?:\s[^[\]]*)?\/?)\]\]/g, '[$1]')
    .replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, (_, address: string) =>
      linkTo(address, address),
    );
}

/** The tag of players that were plugins before WordPress had one: `[audio:http://a.example/b.mp3|titles=B]`. */
const playerTag = /\[(?:audio|video|flv|podcast):\s*([^\]|]+)(?:\|[^\]]*)?\]/gi;

function attributesOf(given: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let position = 0;
  for (const [, address, name, double, single, bare, word] of given.matchAll(
    /(?:^=|(?<=\s))(https?:[^\s"']+)|([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"?([^\s"'=]+)"?/g,
  )) {
    if (name !== undefined) found.set(name.toLowerCase(), double ?? single ?? bare ?? '');
    const alone = address ?? word;
    if (alone !== undefined) found.set(String(position++), alone);
  }
  return found;
}

function caption(attributes: Attributes, inside: string): string {
  const [picture = '', rest = ''] =
    /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i.exec(inside)?.slice(1) ?? [];
  if (picture === '') return inside;
  const words = rest.trim() || attributes.get('caption') || '';
  return `<figure>${picture}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`;
}

function gallery(attributes: Attributes, _: string, { entry, attachments, notes }: Tools): string {
  const listed = (...names: readonly string[]) =>
    names.flatMap((name) => attributes.get(name)?.match(/\d+/g) ?? []);
  const ids = listed('ids', 'include');
  const excluded = new Set(listed('exclude'));
  const pictures =
    ids.length > 0
      ? ids.flatMap((id) => attachments.find(id) ?? [])
      : attachments.of(attributes.get('id') ?? entry);
  const shown = pictures.filter(({ id }) => !excluded.has(id));
  const gone = ids.filter((id) => !excluded.has(id) && !attachments.find(id));
  notes.left('picture of a gallery', 'the export does not say where it is', gone.length);
  if (ids.length === 0 && pictures.length === 0)
    notes.left('gallery', 'the export has none of its pictures');
  return shown.length === 0
    ? ''
    : `<figure class="gallery">${shown.map(figure).join('\n')}</figure>`;
}

function figure({ address, alt, caption: words }: Attachment): string {
  const picture = `<img src="${htmlText(address)}"${alt === '' ? '' : ` alt="${htmlText(alt)}"`}>`;
  return words === '' ? picture : `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
}

/** A formula as MathML that says it in TeX. */
function formula(tex: string): string {
  const plain = tex.replace(/<[^<>]*>/g, '').trim();
  return `<math><semantics><annotation encoding="application/x-tex">${plain}</annotation></semantics></math>`;
}

function playlist(attributes: Attributes, _: string, { attachments, notes }: Tools): string {
  const found = (attributes.get('ids')?.match(/\d+/g) ?? []).flatMap(
    (id) => attachments.find(id) ?? [],
  );
  if (found.length === 0) notes.left('playlist', 'the export does not say what is in it');
  const links = found.map(({ address }) => recording(new Map([['src', address]])));
  return links.join('\n');
}

function recording(attributes: Attributes): string {
  const address = ['src', 'mp4', 'mp3', 'm4a', 'm4v', 'ogg', 'webm', 'wav', '0']
    .map((name) => attributes.get(name))
    .find((one) => one !== undefined);
  return address === undefined ? '' : linkTo(address, address.replace(/^.*\//, ''));
}

function embed(attributes: Attributes, inside: string, before: string): string {
  const given = ['url', 'src', '0', 'id'].map((name) => attributes.get(name));
  const address = [inside.trim(), ...given].find(Boolean) ?? '';
  const isId = before !== '' && /^[\w-]+$/.test(address);
  const whole = isId ? before + address : address;
  return /^https?:/.test(whole) ? linkTo(whole, whole) : asHtml(address);
}

function linkTo(address: string, words: string): string {
  return `<p><a href="${asHtml(address)}">${asHtml(words)}</a></p>`;
}

/** An entry is HTML, and so is what stands in its shortcodes: `&` may be written `&amp;` there, and may not. */
function asHtml(written: string): string {
  return htmlText(written.replace(/&(?:amp|#0?38);/g, '&'));
}

function code(attributes: Attributes, inside: string): string {
  const language =
    attributes.get('language') ?? attributes.get('lang') ?? attributes.get('0') ?? '';
  const text = inside.replace(/^\n/, '').replaceAll('<', '&lt;');
  return `<pre><code${language === '' ? '' : ` class="language-${htmlText(language)}"`}>${text}</code></pre>`;
}

/** The block of footnotes that WordPress's editor keeps in a field of its own. */
export function withFootnotesBlock(html: string, field: string): string {
  if (field === '') return html;
  const notes = footnotesIn(field);
  if (notes.length === 0) return html;
  const list = notes.map(
    ({ id, content }) =>
      `<li id="${htmlText(id)}">${content} <a href="#${htmlText(id)}-link">↩︎</a></li>`,
  );
  const block = `<ol class="wp-block-footnotes">${list.join('')}</ol>`;
  const place = /<!--\s*wp:footnotes\b[^>]*-->/;
  return place.test(html) ? html.replace(place, block) : `${html}\n${block}`;
}

function footnotesIn(field: string): { readonly id: string; readonly content: string }[] {
  const read = jsonIn(field);
  return (Array.isArray(read) ? read : [])
    .filter(isRecord)
    .flatMap(({ id, content }) =>
      typeof id === 'string' && typeof content === 'string' ? [{ id, content }] : [],
    );
}
