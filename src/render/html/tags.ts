import type { Token, TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { parse5 } from './parse5.ts';

/** A tag as browsers read it. Places are offsets in the piece of HTML in which it stands. */
export interface HtmlTag {
  readonly isEnd: boolean;
  /** In lower case. */
  readonly name: string;
  /** By lower-case name, character references undone; of two with one name the first. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>;
  readonly start: number;
  readonly end: number;
  /** Line of the body. */
  readonly line: number;
}

/** What is wrong with raw HTML, on a line of the body. */
export interface HtmlTrouble {
  readonly line: number;
  /**
   * - `stray`: an end of what was not begun.
   * - `open`: what has no end; `hidden` where readers would see nothing of the text behind it.
   * - `unfinished`: a tag or a comment that stops in the middle.
   * - `foreign`: what browsers take for a comment.
   * - `nested`: a link within a link, where browsers end the first.
   */
  readonly is: 'stray' | 'open' | 'hidden' | 'unfinished' | 'foreign' | 'nested';
  /** The tag's name, or how it begins. */
  readonly words: string;
}

interface OpenElement {
  readonly name: string;
  readonly line: number;
  /** Whether it is part of a drawing or a formula. */
  readonly isForeign: boolean;
  /** Whether it leads somewhere. */
  readonly isLink: boolean;
  /** Of a link, on which line of the body another begins within it. */
  innerLink?: number;
}

/** How far a piece was read, and what was found in it. */
interface Progress {
  readonly tags: HtmlTag[];
  /** Where what was read last ends. */
  known: number;
  /** Where the latest comment begins. */
  commentAt: number;
  /** What it stops in the middle of. */
  unfinished: 'tag' | 'comment' | undefined;
}

const voids = new Set(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Their ends may be left out. */
const selfEnding = new Set(
  'p li dt dd rt rp option optgroup tr td th tbody thead tfoot colgroup caption html head body'.split(
    ' ',
  ),
);

/** Without an end these keep all text behind them from readers. */
const hiding = new Set(
  'textarea title style script xmp plaintext noembed noframes noscript template select datalist dialog object video audio canvas frameset'.split(
    ' ',
  ),
);

const textModes: Readonly<Record<string, keyof typeof TokenizerMode>> = {
  textarea: 'RCDATA',
  title: 'RCDATA',
  style: 'RAWTEXT',
  xmp: 'RAWTEXT',
  noembed: 'RAWTEXT',
  noframes: 'RAWTEXT',
  script: 'SCRIPT_DATA',
  plaintext: 'PLAINTEXT',
};

/**
 * The raw HTML of a text, piece by piece: what stands between the pieces is Markdown. Which elements are open goes over
 * from one piece to the next.
 */
export class RawHtml {
  readonly #open: OpenElement[] = [];
  /** The links among them. */
  readonly #links: OpenElement[] = [];
  readonly #troubles: HtmlTrouble[] = [];
  /** How many of the open elements begin a drawing or a formula. */
  #foreign = 0;
  #firstLine: number | undefined;

  /** The line of the body on which the first piece begins; undefined where there is none. */
  get firstLine(): number | undefined {
    return this.#firstLine;
  }

  /** Everything that is wrong, once all pieces were read. */
  get troubles(): readonly HtmlTrouble[] {
    const open = this.#open.filter(({ name }) => !selfEnding.has(name));
    return [
      ...this.#troubles,
      ...open.map(
        ({ name, line, isForeign }) =>
          ({ line, is: isHiding(name, isForeign) ? 'hidden' : 'open', words: name }) as const,
      ),
    ];
  }

  /** Reads a piece. `end` is where it stops in the middle of a tag or a comment, else its length. */
  read(
    html: string,
    firstLine: number,
  ): { readonly tags: readonly HtmlTag[]; readonly end: number } {
    this.#firstLine ??= firstLine;
    const progress: Progress = { tags: [], known: 0, commentAt: 0, unfinished: undefined };
    const take = (token: Token.TagToken) => {
      const tag = tagOf(token, firstLine);
      progress.known = tag.end;
      progress.tags.push(tag);
      this.#take(tag, token.selfClosing, tokenizer);
    };
    const { Tokenizer } = parse5();
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        ...this.#remarks(html, firstLine, progress),
        onStartTag: take,
        onEndTag: take,
      },
    );
    this.#resume(tokenizer);
    tokenizer.write(html, true);
    const { tags, known, commentAt, unfinished } = progress;
    if (unfinished === undefined) return { tags, end: html.length };
    const end =
      unfinished === 'comment' ? commentAt : known + html.slice(known).search(/<\/?[a-z]|<\/?$/i);
    this.#tellUnfinished(html, end, firstLine);
    return { tags, end };
  }

  /** What is dealt with of a piece beside its tags. */
  #remarks(
    html: string,
    firstLine: number,
    progress: Progress,
  ): Omit<TokenHandler, 'onStartTag' | 'onEndTag'> {
    const lineOf = (place: Token.Location | null) => firstLine + (place?.startLine ?? 1) - 1;
    return {
      onComment: ({ location }) => {
        progress.commentAt = location?.startOffset ?? 0;
        progress.known = location?.endOffset ?? progress.known;
        const comment = html.slice(progress.commentAt, progress.known);
        // What browsers take for one ends at the next >, or with all text.
        if (comment.endsWith('>')) this.#tellForeign(comment, lineOf(location));
        else progress.unfinished = 'comment';
      },
      onDoctype: ({ location }) => {
        progress.known = location?.endOffset ?? progress.known;
        this.#troubles.push({ line: lineOf(location), is: 'foreign', words: '<!DOCTYPE' });
      },
      onParseError: ({ code }) => {
        if (code === 'eof-in-tag' || code === 'eof-before-tag-name') progress.unfinished = 'tag';
        if (code === 'eof-in-comment') progress.unfinished = 'comment';
      },
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onEof: nothing,
    };
  }

  /** A piece may begin within an element that holds nothing but text. */
  #resume(tokenizer: Tokenizer): void {
    const name = this.#open.at(-1)?.name ?? '';
    if (this.#isForeign || !Object.hasOwn(textModes, name)) return;
    tokenizer.state = modeWithin(name);
    tokenizer.lastStartTagName = name;
  }

  /** Drawings and formulas, in which a slash ends an element and text is as all other. */
  get #isForeign(): boolean {
    return this.#foreign > 0;
  }

  #take(
    { isEnd, name, line, attributes }: HtmlTag,
    selfClosing: boolean,
    tokenizer: Tokenizer,
  ): void {
    if (isEnd) return this.#close(name, line);
    if (voids.has(name) || (selfClosing && (this.#isForeign || isForeignRoot(name)))) return;
    const isLink = name === 'a' && attributes.has('href');
    const element = { name, line, isForeign: this.#isForeign, isLink };
    this.#open.push(element);
    if (isLink) this.#begin(element);
    if (isForeignRoot(name)) this.#foreign++;
    if (!this.#isForeign && Object.hasOwn(textModes, name)) tokenizer.state = modeWithin(name);
  }

  /** Begins a link. One around it that is never closed ends there, as browsers have it. */
  #begin(link: OpenElement): void {
    const outer = this.#links.at(-1);
    if (outer) outer.innerLink ??= link.line;
    this.#links.push(link);
  }

  #close(name: string, line: number): void {
    const at = this.#open.findLastIndex((one) => one.name === name);
    if (at !== -1) {
      const [element] = this.#open.splice(at, 1);
      if (element?.isLink) this.#links.pop();
      if (element?.innerLink !== undefined)
        this.#troubles.push({ line: element.innerLink, is: 'nested', words: name });
      if (isForeignRoot(name)) this.#foreign--;
    } else if (!voids.has(name)) this.#troubles.push({ line, is: 'stray', words: name });
  }

  #tellForeign(comment: string, line: number): void {
    const [words] = /^<(?:[?%]\S*|!\[CDATA\[|![a-z]\w*)/i.exec(comment) ?? [];
    if (words !== undefined) this.#troubles.push({ line, is: 'foreign', words });
  }

  #tellUnfinished(html: string, end: number, firstLine: number): void {
    const line = firstLine + html.slice(0, end).split('\n').length - 1;
    const [words = ''] = html.slice(end).split('\n');
    this.#troubles.push({ line, is: 'unfinished', words: words.slice(0, 60) });
  }
}

/** How the text within an element is read. */
function modeWithin(name: string): Tokenizer['state'] {
  return parse5().TokenizerMode[textModes[name] ?? 'DATA'];
}

/** Much of HTML ends a drawing in which it stands, and what comes behind is HTML again. */
function isHiding(name: string, isForeign: boolean): boolean {
  return hiding.has(name) && !(isForeign && Object.hasOwn(textModes, name));
}

function tagOf({ type, tagName, attrs, location }: Token.TagToken, firstLine: number): HtmlTag {
  return {
    isEnd: type === parse5().Token.TokenType.END_TAG,
    name: tagName,
    attributes: new Map(attrs.map(({ name, value }) => [name, value])),
    places: new Map(
      Object.entries(location?.attrs ?? {}).map(([name, { startOffset, endOffset }]) => [
        name,
        [startOffset, endOffset],
      ]),
    ),
    start: location?.startOffset ?? 0,
    end: location?.endOffset ?? 0,
    line: firstLine + (location?.startLine ?? 1) - 1,
  };
}

function isForeignRoot(name: string): boolean {
  return name === 'svg' || name === 'math';
}

function nothing(): void {}
