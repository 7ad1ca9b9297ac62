import type { Emphasis, Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { altWords } from '#journal/text/altWords.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { writeConstruct } from './channelForms.ts';
import { type Styles, withStyle } from './postText.ts';
import type { Rendering } from './rendering.ts';

/** Longer addresses are left out of the post, in which they would take the room of its words. */
const longestAddressBytes = 2_048;

/** Writes inline content. */
export function writePhrasing(
  nodes: readonly PhrasingContent[],
  styles: Styles,
  rendering: Rendering,
): void {
  for (const node of nodes) writePhrase(node, styles, rendering);
}

function writePhrase(node: PhrasingContent, styles: Styles, rendering: Rendering): void {
  if (writeConstruct(node, styles, rendering)) return;
  const { out } = rendering;
  switch (node.type) {
    case 'text':
      return writeText(node.value, styles, rendering);
    case 'strong':
      return rendering.phrasing(node.children, withStyle(styles, 'bold'));
    case 'emphasis':
      return writeEmphasis(node, styles, rendering);
    case 'delete':
      return rendering.phrasing(node.children, withStyle(styles, 'strikethrough'));
    case 'inlineCode':
      return out.append(node.value.replaceAll('\n', ' '), [...styles, { type: 'code' }]);
    case 'break':
      return out.append('\n', styles);
    case 'link':
    case 'linkReference':
      return writeLink(node, styles, rendering);
    case 'image':
    case 'imageReference':
      return writeImage(node, styles, rendering);
    default:
      return out.append(wordsOf(node), styles);
  }
}

const narrowSpace = '\u202F';

/** What Telegram shows of the elements that Markdown has no word for. It has no marker: that is bold. */
const styleOf = { u: 'underline', mark: 'bold', code: 'code' } as const;

function writeEmphasis(node: Emphasis, styles: Styles, rendering: Rendering): void {
  const element = node.data?.element;
  switch (element) {
    case 'u':
    case 'mark':
    case 'code':
      return rendering.phrasing(node.children, withStyle(styles, styleOf[element]));
    case 'sub':
    case 'sup':
      return writeRaised(node, element, styles, rendering);
    default:
      return rendering.phrasing(node.children, withStyle(styles, 'italic'));
  }
}

/** In the characters that Unicode has for them, where it has them all: `x²`; else `x^(2n)`. */
function writeRaised(
  { children }: Emphasis,
  to: 'sub' | 'sup',
  styles: Styles,
  rendering: Rendering,
): void {
  const raised = children.every(({ type }) => type === 'text')
    ? raisedText(wordsOf({ type: 'paragraph', children }), to)
    : undefined;
  if (raised !== undefined) return writeText(raised, styles, rendering);
  const isNote = children.every(({ type }) => type === 'footnoteReference' || type === 'link');
  const [before, behind] = isNote ? ['', ''] : [to === 'sup' ? '^(' : '_(', ')'];
  rendering.out.append(before, styles);
  rendering.phrasing(children, styles);
  rendering.out.append(behind, styles);
}

const raisable = '0123456789+-−=()abcdefghijklmnoprstuvwxyz';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
const lowerable = '0123456789+-−=()aehijklmnoprstuvx';
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ';

/** A text raised or lowered by characters that Unicode has for that; undefined where it lacks one of them. */
function raisedText(text: string, to: 'sub' | 'sup'): string | undefined {
  const [from, into] = to === 'sup' ? [raisable, above] : [lowerable, below];
  const characters = [...text].map((character) => [...into][[...from].indexOf(character)]);
  return characters.some((one) => one === undefined) ? undefined : characters.join('');
}

/**
 * Where a picture was taken out, no two spaces are left and no line begins with one. A raised digit behind the mark of a
 * note would be read as a part of it.
 */
function writeText(value: string, styles: Styles, { out, notes }: Rendering): void {
  const words = value.replaceAll('\n', ' ');
  const isAfterMark = out.length > 0 && notes.markedAt === out.length;
  if (isAfterMark && /^[⁰¹²³⁴-⁹⁽]/.test(words)) out.append(narrowSpace, styles);
  const isAfterGap = out.length === 0 || /[ \n]$/.test(out.end);
  out.append(isAfterGap ? words.replace(/^ +/, '') : words, styles);
}

function writeLink(node: Link | LinkReference, styles: Styles, rendering: Rendering): void {
  const { out } = rendering;
  const url = node.type === 'link' ? node.url : rendering.definitions.get(node.identifier)?.url;
  const address = url === undefined ? undefined : addressFor(url, rendering);
  const [only] = node.children;
  // An address that is its own text is a link already, and nothing but its text.
  const isBare =
    node.children.length === 1 &&
    only?.type === 'text' &&
    (only.value === url || `mailto:${only.value}` === url);
  const inner: Styles =
    address !== undefined && !isBare ? [...styles, { type: 'text_link', url: address }] : styles;
  const before = out.length;
  rendering.phrasing(node.children, inner);
  if (out.length > before || address === undefined) return;
  // White space that leads somewhere is not seen on the page either.
  if (only && node.children.every(({ type }) => type === 'text')) return;
  // A picture that leads somewhere, to a video for one: it goes to the post, and its words lead there.
  const words = node.children
    .map((child) => ('alt' in child ? altWords(child, rendering.body) : ''))
    .join(' ');
  out.append(words.trim() || address, words.trim() ? inner : styles);
}

function writeImage(node: Image | ImageReference, styles: Styles, rendering: Rendering): void {
  const url =
    node.type === 'image' ? node.url : (rendering.definitions.get(node.identifier)?.url ?? '');
  const file = rendering.resolve.image(url);
  if (file !== undefined) {
    rendering.show(file, styles);
    return;
  }
  const address = addressFor(url, rendering);
  const isLinked = address !== undefined && !styles.some(({ type }) => type === 'text_link');
  rendering.out.append(
    altWords(node, rendering.body) || url,
    isLinked ? [...styles, { type: 'text_link', url: address }] : styles,
  );
}

/** The address that a link may have in Telegram, which refuses a whole post for one that it does not like. */
function addressFor(url: string, { resolve }: Rendering): string | undefined {
  const address = resolve.link(url);
  if (address === undefined || /\s/.test(address)) return undefined;
  if (Buffer.byteLength(address) > longestAddressBytes) return undefined;
  if (/^(mailto|tel|tg):/i.test(address)) return address;
  const host = /^https?:/i.test(address) ? URL.parse(address)?.hostname : undefined;
  return host !== undefined && /[.:]/.test(host) ? address : undefined;
}
