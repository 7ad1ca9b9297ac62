/** Characters that a reference such as `&hellip;`, or the beginning of CDATA, may have. */
const longestMark = 40;
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/iy;
const tag = /<[\p{L}_:/!?]/uy;
/** What the warnings of a server may have among the XML: nothing closes it. */
const lineBreak = /<([bh]r)\s*>/iy;

/**
 * Escapes signs that begin nothing, as in "bread & butter" or "a < b": many programs write them so, and a parser would take
 * what follows for a reference or a tag, down to the end of the file. Text comes piece by piece.
 */
export class LooseSigns {
  #held = '';
  /** The sign that ends what is passed over, where signs are text. */
  #until: ']]>' | '-->' | undefined;

  read(piece: string): string {
    return this.#escaped(this.#held + piece, longestMark);
  }

  end(): string {
    return this.#escaped(this.#held, 0);
  }

  /** The last characters wait for what follows. */
  #escaped(text: string, waiting: number): string {
    let escaped = '';
    let at = 0;
    while (at < text.length) {
      const next = this.#nextSign(text, at);
      const isWaiting = next === -1 ? this.#until !== undefined : text.length - next < waiting;
      const end = next === -1 ? text.length - (isWaiting ? Math.min(waiting, 2) : 0) : next;
      escaped += text.slice(at, Math.max(at, end));
      at = Math.max(at, end);
      if (next === -1 || isWaiting) break;
      const { read, written } = this.#sign(text, at);
      escaped += written;
      at += read;
    }
    this.#held = text.slice(at);
    return escaped;
  }

  #nextSign(text: string, from: number): number {
    if (this.#until !== undefined) return text.indexOf(this.#until, from);
    const length = text.slice(from).search(/[&<]/);
    return length === -1 ? -1 : from + length;
  }

  /** What stands at a sign, and what to write for it. */
  #sign(text: string, at: number): { readonly read: number; readonly written: string } {
    const as = (mark: string) => ({ read: mark.length, written: mark });
    if (this.#until !== undefined) {
      const mark = this.#until;
      this.#until = undefined;
      return as(mark);
    }
    if (text.startsWith('<![CDATA[', at)) {
      this.#until = ']]>';
      return as('<![CDATA[');
    }
    if (text.startsWith('<!--', at)) {
      this.#until = '-->';
      return as('<!--');
    }
    lineBreak.lastIndex = at;
    const [whole, name] = lineBreak.exec(text) ?? [];
    if (whole !== undefined) return { read: whole.length, written: `<${name}/>` };
    const isMeant = text[at] === '<' ? tag : reference;
    isMeant.lastIndex = at;
    if (isMeant.test(text)) return as(text[at] ?? '');
    return { read: 1, written: text[at] === '<' ? '&lt;' : '&amp;' };
  }
}
