import { htmlText } from '../../html/tree/htmlText.ts';
import { isRecord } from '../../source/json.ts';
import type { Message } from './history.ts';

/** The words of a message as HTML: its formatting as elements, its lines as they were. */
export function wordsOf(message: Message): string {
  const parts = partsOf(message);
  const html = parts.map(htmlOf).join('');
  return paragraphs(html);
}

/** The formatted parts of a text: newer exports have them beside it, older ones within. */
function partsOf(message: Message): unknown[] {
  const { text, text_entities: entities } = message;
  if (Array.isArray(entities) && entities.length > 0) return entities;
  return Array.isArray(text) ? text : [text];
}

/** Elements that formatting is. What is not here is shown as its words. */
const elements: Readonly<Record<string, readonly [string, string]>> = {
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
  underline: ['<i>', '</i>'],
  strikethrough: ['<del>', '</del>'],
  code: ['<code>', '</code>'],
  spoiler: ['<markdown-text>||</markdown-text>', '<markdown-text>||</markdown-text>'],
  blockquote: ['<blockquote>', '</blockquote>'],
};

function htmlOf(part: unknown): string {
  if (typeof part === 'string') return htmlText(part);
  if (!isRecord(part)) return '';
  const { type, text, href, language } = part;
  const words = typeof text === 'string' ? text : '';
  const shown = htmlText(words);
  if (words.trim() === '') return shown;
  if (type === 'pre') {
    const name = typeof language === 'string' ? language.replace(/[^\w#+-]/g, '') : '';
    return `<pre><code${name === '' ? '' : ` class="language-${name}"`}>${shown}</code></pre>`;
  }
  if (type === 'text_link' && typeof href === 'string')
    return `<a href="${htmlText(href)}">${shown}</a>`;
  if (type === 'link') return `<a href="${htmlText(wholeLink(words))}">${shown}</a>`;
  if (type === 'mention')
    return `<a href="https://t.me/${htmlText(words.replace(/^@/, ''))}">${shown}</a>`;
  const [open, close] = elements[String(type)] ?? ['', ''];
  // Marks stand close to their words in Markdown.
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(shown) ?? [];
  return `${before}${open}${inner}${close}${after}`;
}

/** Telegram takes `example.org` for a link, too. */
function wholeLink(words: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(words) ? words : `https://${words}`;
}

const block = /(<(?:pre|blockquote)>[\s\S]*?<\/(?:pre|blockquote)>|<pre>[\s\S]*?<\/pre>)/;

/** An empty line parts paragraphs; a single line end stays one. Code keeps its own. */
function paragraphs(html: string): string {
  return html
    .split(block)
    .map((part, index) => {
      if (index % 2 === 0) return flow(part);
      return part.startsWith('<blockquote>')
        ? `<blockquote>${flow(part.replace(/^<blockquote>|<\/blockquote>$/g, ''))}</blockquote>`
        : part;
    })
    .join('');
}

function flow(html: string): string {
  return html
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .filter((one) => one !== '')
    .map((one) => `<p>${one.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
