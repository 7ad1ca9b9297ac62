import type {
  FootnoteDefinition,
  List,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type PostText, PostTextBuilder, type Style, slicePostText } from './postText.ts';

/** How addresses in a body become addresses for followers. */
export interface ResolveLink {
  /** The absolute address; undefined where it is none. */
  link(url: string): string | undefined;
  /** The file of a picture, from the content folder; undefined for one elsewhere. */
  image(url: string): string | undefined;
}

/** A body as the channel shows it. */
export interface ChannelBody {
  readonly text: PostText;
  /** Files of the pictures in order, each once. */
  readonly images: readonly string[];
}

/** Walks the site's own parse of a body into text and entities. Footnotes are numbered and stand below. */
export function renderForChannel(root: Root, resolve: ResolveLink): ChannelBody {
  return new ChannelRenderer(root, resolve).render();
}

class ChannelRenderer {
  readonly #root: Root;
  readonly #resolve: ResolveLink;
  readonly #out = new PostTextBuilder();
  readonly #images = new Set<string>();
  readonly #definitions = new Map<string, string>();
  readonly #notes = new Map<string, FootnoteDefinition>();
  /** Identifiers of footnotes in the order of their first marks. */
  readonly #cited: string[] = [];

  constructor(root: Root, resolve: ResolveLink) {
    this.#root = root;
    this.#resolve = resolve;
  }

  render(): ChannelBody {
    collect(this.#root, (node) => {
      if (node.type === 'definition') this.#definitions.set(node.identifier, node.url);
      if (node.type === 'footnoteDefinition' && !this.#notes.has(node.identifier))
        this.#notes.set(node.identifier, node);
    });
    this.#blocks(this.#root.children, []);
    // Notes may cite notes: the list grows while it is walked.
    for (let index = 0; index < this.#cited.length; index++) this.#footnote(index);
    const text = this.#out.build();
    return { text: slicePostText(text, 0, text.text.length), images: [...this.#images] };
  }

  #footnote(index: number): void {
    const note = this.#notes.get(this.#cited[index] ?? '');
    if (!note) return;
    this.#gap(index === 0 ? '\n\n' : '\n');
    this.#out.append(`${superscript(index + 1)} `);
    this.#blocks(note.children, [], true);
  }

  #blocks(nodes: readonly RootContent[], styles: readonly Style[], tight = false): void {
    let first = true;
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition' || node.type === 'definition') continue;
      if (!(first && tight)) this.#gap(tight && node.type === 'list' ? '\n' : '\n\n');
      const before = this.#out.length;
      this.#block(node, styles);
      if (this.#out.length > before) first = false;
    }
  }

  /** White space between blocks, never at the beginning and never twice. */
  #gap(separator: '\n' | '\n\n'): void {
    if (this.#out.length === 0 || this.#out.endsWith('\n\n')) return;
    if (this.#out.endsWith('\n')) this.#out.append(separator.slice(1));
    else this.#out.append(separator);
  }

  #block(node: RootContent, styles: readonly Style[]): void {
    switch (node.type) {
      case 'paragraph':
        return this.#inline(node.children, styles);
      case 'heading':
        return this.#inline(node.children, within(styles, 'bold'));
      case 'blockquote': {
        // Telegram's quotations do not nest.
        const nested = styles.some((style) => style.type === 'blockquote');
        return this.#quotation(
          node.children,
          nested ? styles : [...styles, { type: 'blockquote' }],
        );
      }
      case 'code': {
        const language = node.lang?.replace(/[^\w#+-]/g, '');
        return this.#out.append(node.value, [
          ...styles,
          { type: 'pre', language: language === '' ? undefined : language },
        ]);
      }
      case 'math':
        return this.#out.append(node.value, [...styles, { type: 'pre', language: 'latex' }]);
      case 'list':
        return this.#list(node, styles, 0);
      case 'table':
        return this.#table(node, styles);
      case 'thematicBreak':
        return this.#out.append('* * *', styles);
      case 'html':
        return this.#out.append(withoutTags(node.value), styles);
      default:
        return this.#inline([node as PhrasingContent], styles);
    }
  }

  #quotation(children: readonly RootContent[], styles: readonly Style[]): void {
    for (const [index, child] of children.entries()) {
      // The gap belongs to the quotation, or it would fall into two.
      if (index > 0) this.#out.append('\n\n', styles);
      this.#block(child, styles);
    }
  }

  #list(list: List, styles: readonly Style[], depth: number): void {
    for (const [index, item] of list.children.entries()) {
      if (index > 0) this.#out.append('\n', quotationOf(styles));
      const mark =
        item.checked === true
          ? '☑'
          : item.checked === false
            ? '☐'
            : list.ordered
              ? `${(list.start ?? 1) + index}.`
              : '•';
      this.#out.append(`${'  '.repeat(depth)}${mark} `, styles);
      for (const [position, child] of item.children.entries()) {
        if (position > 0) this.#out.append('\n', quotationOf(styles));
        if (child.type === 'list') this.#list(child, styles, depth + 1);
        else this.#block(child, styles);
      }
    }
  }

  #table(table: Table, styles: readonly Style[]): void {
    const rows = table.children.map((row) =>
      row.children.map((cell) => textOf(cell).replaceAll('\n', ' ')),
    );
    const widths = (rows[0] ?? []).map((_, column) =>
      Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
    );
    const lines = rows.map((row) =>
      row
        .map(
          (cell, column) =>
            cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)),
        )
        .join('  ')
        .trimEnd(),
    );
    this.#out.append(lines.join('\n'), [...styles, { type: 'pre', language: undefined }]);
  }

  #inline(nodes: readonly PhrasingContent[], styles: readonly Style[]): void {
    for (const node of nodes) this.#phrase(node, styles);
  }

  #phrase(node: PhrasingContent, styles: readonly Style[]): void {
    switch (node.type) {
      case 'text':
        return this.#out.append(node.value.replaceAll('\n', ' '), styles);
      case 'strong':
        return this.#inline(node.children, within(styles, 'bold'));
      case 'emphasis':
        return this.#inline(node.children, within(styles, 'italic'));
      case 'delete':
        return this.#inline(node.children, within(styles, 'strikethrough'));
      // Telegram has no mathematics: its source is shown as such.
      case 'inlineMath':
      case 'inlineCode':
        return this.#out.append(node.value.replaceAll('\n', ' '), [...styles, { type: 'code' }]);
      case 'break':
        return this.#out.append('\n', styles);
      case 'link':
        return this.#link(node.url, node.children, styles);
      case 'linkReference':
        return this.#link(this.#definitions.get(node.identifier), node.children, styles);
      case 'image':
        return this.#image(node.url, node.alt, styles);
      case 'imageReference':
        return this.#image(this.#definitions.get(node.identifier) ?? '', node.alt, styles);
      case 'footnoteReference':
        return this.#reference(node.identifier);
      case 'html':
        return this.#out.append(withoutTags(node.value), styles);
      default:
        return this.#out.append(textOf(node), styles);
    }
  }

  #link(
    url: string | undefined,
    children: readonly PhrasingContent[],
    styles: readonly Style[],
  ): void {
    const address = url === undefined ? undefined : this.#address(url);
    // An address that is its own text is a link already, and nothing but its text.
    const [only] = children;
    const bare =
      children.length === 1 &&
      only?.type === 'text' &&
      (only.value === url || `mailto:${only.value}` === url);
    this.#inline(
      children,
      address !== undefined && !bare ? [...styles, { type: 'text_link', url: address }] : styles,
    );
  }

  /** The address that a link may have in Telegram, which refuses a whole post for one that it does not like. */
  #address(url: string): string | undefined {
    const address = this.#resolve.link(url);
    if (address === undefined || /\s/.test(address)) return undefined;
    if (/^(mailto|tel|tg):/i.test(address)) return address;
    const host = /^https?:/i.test(address) ? URL.parse(address)?.hostname : undefined;
    return host !== undefined && /[.:]/.test(host) ? address : undefined;
  }

  #image(url: string, alt: string | null | undefined, styles: readonly Style[]): void {
    const file = this.#resolve.image(url);
    if (file !== undefined) {
      this.#images.add(file);
      return;
    }
    const address = this.#address(url);
    const words = alt?.trim() || url;
    this.#out.append(
      words,
      address === undefined ? styles : [...styles, { type: 'text_link', url: address }],
    );
  }

  #reference(identifier: string): void {
    if (!this.#notes.has(identifier)) return;
    if (!this.#cited.includes(identifier)) this.#cited.push(identifier);
    this.#out.append(superscript(this.#cited.indexOf(identifier) + 1));
  }
}

/** Adds a style, once: Telegram has no bold within bold. */
function within(
  styles: readonly Style[],
  type: 'bold' | 'italic' | 'strikethrough',
): readonly Style[] {
  return styles.some((style) => style.type === type) ? styles : [...styles, { type }];
}

function quotationOf(styles: readonly Style[]): readonly Style[] {
  return styles.filter((style) => style.type === 'blockquote');
}

function superscript(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

function withoutTags(html: string): string {
  return html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '');
}

function collect(node: Nodes, take: (node: Nodes) => void): void {
  take(node);
  if ('children' in node) for (const child of node.children) collect(child, take);
}
