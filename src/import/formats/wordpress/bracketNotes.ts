import type { Notes } from '../../item/notes.ts';

const words = String.raw`((?:[^()]|\([^()]*\)){3,2000}?)`;
const attached = String.raw`(?<=[^\s(>]|<\/(?:a|abbr|b|cite|code|em|i|q|span|strong)>)`;
const spaced = String.raw`(?<=[^\s(]) `;
const bracketed = new RegExp(String.raw`(${spaced}|${attached})\(\(${words}\)\)(?!\))`, 'g');
const sentence = /^\s*(?:<\w[^>]*>|["'“‘«])*\p{Lu}[\s\S]*\s[\s\S]*[.!?…](?:<\/\w+>|["'”’»])*\s*$/u;

/**
 * Whether an export has a plugin that makes notes of what stands in double brackets, such as WP-Footnotes, Civil Footnotes
 * and Footnotes Made Easy. All of these want a space before the brackets, where others write asides and hugs: signs of the
 * plugins themselves tell them apart, or whole sentences.
 */
export class BracketNotes {
  #sentences = 0;
  #hasSign = false;

  take(content: string): void {
    if (this.areUsed || !content.includes('((')) return;
    const text = content.replace(/<(pre|code)\b[^>]*>[\s\S]*?<\/\1>/gi, '');
    this.#hasSign = /\(\(ref:\s*\d+\)\)|<!--startnum=\d+-->/.test(text);
    for (const [, , inside = ''] of text.matchAll(bracketed))
      if (sentence.test(inside)) this.#sentences += 1;
  }

  get areUsed(): boolean {
    return this.#hasSign || this.#sentences >= fewestSentences;
  }
}

/** One may be an aside. */
const fewestSentences = 2;

/** HTML in which notes in double brackets are elements. Behind a space they are notes only where a plugin made them so. */
export function withBracketNotes(html: string, areUsed: boolean, notes: Notes): string {
  const texts: string[] = [];
  return html.replace(bracketed, (whole, before: string, inside: string) => {
    if ((before !== '' && !areUsed) || !/\p{L}/u.test(inside)) {
      notes.left('text in double brackets', 'it stands as it was typed; [^1] makes a note of it');
      return whole;
    }
    const [, number] = /^ref:\s*(\d+)$/.exec(inside.trim()) ?? [];
    const text = number === undefined ? inside.trim() : texts[Number(number) - 1];
    if (text === undefined) return whole;
    texts.push(text);
    return `<inline-footnote>${text}</inline-footnote>`;
  });
}
