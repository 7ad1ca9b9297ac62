import { htmlText } from '../../html/tree/htmlText.ts';
import type { Notes } from '../../item/notes.ts';
import { textIn } from '../../source/json.ts';
import type { Message } from './history.ts';
import { htmlOfMessages } from './parts.ts';

/** Messages as one quotation, in which each turn begins with a bold name and a colon. */
export function conversationOf(messages: readonly Message[], notes: Notes): string {
  let last: string | undefined;
  const turns = messages.map((message) => {
    const html = htmlOfMessages([message], notes);
    if (html === '') return '';
    const name = textIn(message, 'from') ?? 'Deleted account';
    const isOn = name === last;
    last = name;
    return isOn ? html : withName(name, html);
  });
  return `<blockquote>${turns.join('')}</blockquote>`;
}

function withName(name: string, html: string): string {
  // A typed colon is escaped when it is written, so that it makes nobody speak: this one is to.
  const speaker = `<b>${htmlText(name.replace(/[\\\s]+$/, ''))}<markdown-text>:</markdown-text></b>`;
  return html.startsWith('<p>') && !html.startsWith('<p><img')
    ? html.replace('<p>', `<p>${speaker} `)
    : `<p>${speaker}</p>${html}`;
}
