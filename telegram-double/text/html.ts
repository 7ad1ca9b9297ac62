import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from '../world/refusal.ts';
import type { FormattedText } from './formattedText.ts';
import { checkedUrl } from './links.ts';

type SimpleType = Extract<
  MessageEntity['type'],
  'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code' | 'blockquote'
>;
type Open = { readonly tag: string; readonly attributes: string; readonly offset: number };

const SIMPLE_TAGS: Readonly<Record<string, SimpleType>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Reads the HTML that `parse_mode=HTML` allows. */
export function parseHtml(html: string): FormattedText {
  const open: Open[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  for (const [token, slash, tag, attributes] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)?([^>]*)>|<|[^<]+/g,
  )) {
    if (!token.startsWith('<')) {
      text += unescaped(token);
    } else if (tag === undefined) {
      throw badRequest(`can't parse entities: Unsupported start tag "${token}"`);
    } else if (slash === '') {
      open.push({ tag: knownTag(tag), attributes: attributes ?? '', offset: text.length });
    } else {
      entities.push(...close(open.pop(), tag.toLowerCase(), text.length));
    }
  }
  const unclosed = open.pop();
  if (unclosed === undefined) return { text, entities: withoutInnerCode(entities) };
  throw badRequest(
    `can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`,
  );
}

function knownTag(tag: string): string {
  const name = tag.toLowerCase();
  if (name in SIMPLE_TAGS || ['a', 'pre', 'span'].includes(name)) return name;
  throw badRequest(`can't parse entities: Unsupported start tag "${name}"`);
}

function close(start: Open | undefined, tag: string, end: number): MessageEntity[] {
  if (start === undefined) throw badRequest("can't parse entities: Unexpected end tag");
  if (start.tag !== tag) {
    throw badRequest(
      `can't parse entities: Unmatched end tag, expected "</${start.tag}>", found "</${tag}>"`,
    );
  }
  const range = { offset: start.offset, length: end - start.offset };
  return range.length === 0 ? [] : entityOf(start, range);
}

function entityOf(start: Open, range: { offset: number; length: number }): MessageEntity[] {
  const simple = SIMPLE_TAGS[start.tag];
  if (simple === 'blockquote' && /\bexpandable\b/.test(start.attributes)) {
    return [{ type: 'expandable_blockquote', ...range }];
  }
  if (simple === 'code') {
    const language = /class="language-([^"]+)"/.exec(start.attributes)?.[1];
    return language === undefined
      ? [{ type: 'code', ...range }]
      : [{ type: 'pre', language, ...range }];
  }
  if (simple !== undefined) return [{ type: simple, ...range }];
  if (start.tag === 'pre') return [{ type: 'pre', ...range }];
  if (start.tag === 'span') return [{ type: 'spoiler', ...range }];
  const url = checkedUrl(
    unescaped(/href\s*=\s*["']([^"']*)["']/.exec(start.attributes)?.[1] ?? ''),
  );
  return url === undefined ? [] : [{ type: 'text_link', url, ...range }];
}

/** `<pre><code class="language-x">` is one block, not two. */
function withoutInnerCode(entities: MessageEntity[]): MessageEntity[] {
  const isSame = (a: MessageEntity, b: MessageEntity) =>
    a !== b && a.offset === b.offset && a.length === b.length;
  return entities.filter((entity) => {
    const twin = entities.find((other) => isSame(entity, other));
    if (twin?.type !== 'pre') return true;
    return entity.type !== 'code' && !(entity.type === 'pre' && !('language' in entity));
  });
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED[String(name)] ?? whole;
  });
}
