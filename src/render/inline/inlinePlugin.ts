import {
  defineMdastPlugin,
  type MdastNode,
  type MdastPluginDefinition,
  type MdastVisitorContext,
  type Position,
} from 'satteri';
import { firstFound } from '#journal/once/firstFound.ts';
import { placeOf } from '#journal/text/inline/place.ts';
import type { Collector } from '../collect/collector.ts';
import { Anchors } from './anchors.ts';
import { lastClosing, mayNeedTypesetting, Typesetter } from './punctuation.ts';
import type { WordsForm } from './wikiNodes.ts';

/**
 * What happens to the words of a body, before anything looks at its structure: punctuation is set, and names in double
 * brackets become links, by `forms`. Undefined where the body needs neither. Only text nodes are read, which come for themselves:
 * to read the children of a paragraph would cost as much as all the rest.
 */
export function inlinePlugin(
  collector: Collector,
  body: string,
  forms: readonly WordsForm[],
): MdastPluginDefinition | undefined {
  const language = collector.punctuation;
  const typeset =
    language !== undefined && mayNeedTypesetting.test(body)
      ? new Words(body, new Typesetter(language))
      : undefined;
  if (!typeset && forms.length === 0) return undefined;
  const anchors = new Anchors();
  const block = (node: { position?: Position | undefined }) => typeset?.begin(node.position);
  return defineMdastPlugin({
    name: 'scrollback-inline',
    options: { position: true },
    ...(forms.length > 0 &&
      /<a[\s/]/i.test(body) && {
        before: (root) => anchors.find(root),
      }),
    ...(typeset && { paragraph: block, heading: block, tableCell: block }),
    text(node, context) {
      const value = typeset?.set(node.value, node.position) ?? node.value;
      const place = forms.length > 0 ? placeOf(node) : undefined;
      const words = place && {
        value,
        source: body.slice(place.start, place.end),
        line: place.line,
        isInLink: () => anchors.has(place.start) || isInLink(node, context),
      };
      const form = words && firstFound(forms, (one) => one(words, collector));
      if (form !== undefined && typeof form !== 'string') return context.replaceNode(node, form);
      const shown = form ?? value;
      if (shown !== node.value) context.setProperty(node, 'value', shown);
    },
  } satisfies MdastPluginDefinition);
}

function isInLink(node: Readonly<MdastNode>, context: MdastVisitorContext): boolean {
  const parent = context.parent(node);
  if (!parent) return false;
  return parent.type === 'link' || parent.type === 'linkReference' || isInLink(parent, context);
}

/** How many characters behind a stretch may tell what a quote at its end is. */
const nearby = 300;

/** Elements in which text is meant as it stands. */
const verbatim = /<(\/?)(code|kbd|samp|pre|var|tt|script|style|textarea|math|svg)\b/gi;

/** The text nodes of a body in their order, and what the source has between them. */
class Words {
  readonly #body: string;
  readonly #typesetter: Typesetter;
  #at = 0;
  #blockEnd = 0;
  #verbatim = 0;
  #closing: { blockEnd: number; at: number } | undefined;

  constructor(body: string, typesetter: Typesetter) {
    this.#body = body;
    this.#typesetter = typesetter;
  }

  begin(position: Position | undefined): void {
    this.#at = position?.start.offset ?? this.#at;
    this.#blockEnd = position?.end.offset ?? this.#body.length;
    this.#verbatim = 0;
    this.#typesetter.begin();
  }

  set(value: string, position: Position | undefined): string {
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (start === undefined || end === undefined) return value;
    this.#pass(this.#body.slice(this.#at, start));
    this.#at = end;
    if (this.#verbatim > 0) return value;
    const source = this.#body.slice(start, end);
    return this.#typesetter.set({
      text: value,
      ...(source !== value && { isLiteral: literals(value, source) }),
      ahead: () => this.#body.slice(end, Math.min(this.#blockEnd, end + nearby)),
      isClosedAhead: () => end < this.#lastClosing(),
    });
  }

  /** Where in the body the block's last quote stands that may end what `'` began. */
  #lastClosing(): number {
    if (this.#closing?.blockEnd !== this.#blockEnd) {
      const rest = this.#body.slice(this.#at, this.#blockEnd);
      const at = this.#at + (lastClosing(rest) ?? -1);
      this.#closing = { blockEnd: this.#blockEnd, at };
    }
    return this.#closing.at;
  }

  #pass(gap: string): void {
    if (gap === '') return;
    if (gap.includes('<'))
      for (const [, slash] of gap.matchAll(verbatim))
        this.#verbatim = Math.max(0, this.#verbatim + (slash === '' ? 1 : -1));
    if (gap.includes('\n\n')) return this.#typesetter.begin();
    if (gap.includes('\n')) return this.#typesetter.skip('\n');
    const shown = gap.replace(/<[^<>]*>|\[\^[^[\]]*\]|\]\([^()]*\)|\]\[[^[\]]*\]/g, '');
    if (/[\p{L}\p{N}`$]/u.test(shown)) this.#typesetter.skip('x');
  }
}

/** Which characters of a text node were written with a backslash or as a character reference. */
function literals(value: string, source: string): (offset: number) => boolean {
  if (!/[\\&]/.test(source)) return () => false;
  const found = new Set<number>();
  let at = 0;
  let offset = 0;
  while (at < source.length && offset < value.length) {
    const reference = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{2,31});/i.exec(source.slice(at, at + 34));
    const escaped =
      source[at] === '\\' && source[at + 1] === value[offset] && isMark(source[at + 1]);
    if (escaped) {
      found.add(offset++);
      at += 2;
    } else if (
      reference &&
      (source[at] !== value[offset] || !value.startsWith(reference[0], offset))
    ) {
      found.add(offset);
      offset += String.fromCodePoint(value.codePointAt(offset) ?? 0).length;
      at += reference[0].length;
    } else if (source[at++] === value[offset]) offset++;
    // What is in neither case is the head of a line, such as the > of a quotation.
  }
  return (one) => found.has(one);
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && /[!-/:-@[-`{-~]/.test(character);
}
