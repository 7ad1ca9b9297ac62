import { SaxesParser } from 'saxes';
import { LooseSigns } from './looseSigns.ts';

/** An element with all that is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text of it alone, without that of the elements in it. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** What a reading of XML gives: an element, or what was wrong with the text. */
export type XmlPart =
  | { readonly is: 'element'; readonly element: XmlElement }
  | { readonly is: 'broken'; readonly why: string; readonly within: XmlElement | undefined };

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
  readonly children: XmlElement[];
}

/** Entities of HTML that programs write without saying what they are. */
const entities = {
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  copy: '©',
  eacute: 'é',
};

/**
 * Reads XML piece by piece and gives each element that stands in one of the `parents`, once it is whole: a file may be
 * larger than the memory. What a server wrote before the XML is passed over, and so is what is not well formed; where the
 * text ends too early, the element that was not finished is told.
 */
export async function* xmlElements(
  pieces: AsyncIterable<string>,
  parents: readonly string[],
): AsyncIterable<XmlPart> {
  const reader = new Reader(parents);
  let head: string | undefined = '';
  for await (const piece of pieces) {
    if (head !== undefined) {
      head += piece;
      const start = /<\?xml|<!DOCTYPE|<(?:rss|feed|rdf:RDF|opml)\b/i.exec(head)?.index;
      if (start === undefined && head.length < longestJunk) continue;
      reader.write(head.slice(start ?? 0));
      head = undefined;
    } else reader.write(piece);
    yield* reader.taken();
  }
  if (head !== undefined) reader.write(head);
  reader.end();
  yield* reader.taken();
}

/** Controls of Latin-1 are signs of Windows that were read wrongly. */
const unfit = /[^\P{Cc}\t\n\r\u0080-\u009F]|[\uFFFE\uFFFF]/gu;

/** Characters before the XML in which a beginning is looked for. */
const longestJunk = 1_000_000;

class Reader {
  readonly #parser = new SaxesParser();
  readonly #signs = new LooseSigns();
  readonly #parents: ReadonlySet<string>;
  readonly #stack: Open[] = [];
  /** How many of the open elements are those in which elements are given away. */
  #outer = 0;
  #parts: XmlPart[] = [];
  #isEnding = false;

  constructor(parents: readonly string[]) {
    this.#parents = new Set(parents);
    Object.assign(this.#parser.ENTITIES, entities);
    this.#parser.on('opentag', ({ name, attributes }) => this.#open(name, attributes));
    this.#parser.on('closetag', () => this.#close());
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('error', () => undefined);
  }

  write(text: string): void {
    this.#parse(this.#signs.read(text));
  }

  #parse(text: string): void {
    // Characters that XML cannot have: one of them must not cost the rest.
    this.#parser.write(text.replace(unfit, ''));
  }

  end(): void {
    this.#parse(this.#signs.end());
    const open = this.#stack[this.#outer];
    this.#isEnding = true;
    this.#parser.close();
    if (this.#stack.length > 0)
      this.#parts.push({
        is: 'broken',
        why: 'the file ends in the middle of it: it was cut off',
        within: open && whole(this.#stack, this.#outer),
      });
  }

  taken(): XmlPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#stack.push({ name, attributes: { ...attributes }, text: '', children: [] });
    // The elements around the parents are no more than a way to them.
    const isWay = this.#parents.has(name) || /^(?:rss|rdf:RDF|opml)$/i.test(name);
    if (this.#stack.length === this.#outer + 1 && isWay) this.#outer += 1;
  }

  #text(text: string): void {
    const open = this.#stack.at(-1);
    if (open && this.#stack.length > this.#outer) open.text += text;
  }

  #close(): void {
    if (this.#isEnding) return;
    const closed = this.#stack.pop();
    if (!closed) return;
    if (this.#stack.length < this.#outer) this.#outer = this.#stack.length;
    else if (this.#stack.length === this.#outer)
      this.#parts.push({ is: 'element', element: closed });
    else this.#stack.at(-1)?.children.push(closed);
  }
}

/** An element that was cut off, with what there is of it. */
function whole(stack: readonly Open[], from: number): XmlElement | undefined {
  const [top, ...inner] = stack.slice(from);
  return top && { ...top, children: [...top.children, ...inner.slice(0, 1)] };
}

/** The text of the first child of a name, or of the first one of the next name in that, trimmed; empty where there is none. */
export function childText(element: XmlElement, ...names: readonly string[]): string {
  let found: XmlElement | undefined = element;
  for (const name of names) found = found?.children.find((child) => child.name === name);
  return found?.text.trim() ?? '';
}

/** All children of a name. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}
