import { htmlLink, htmlText } from '../../html/tree/htmlText.ts';
import type { Notes } from '../../item/notes.ts';
import { isRecord, textIn } from '../../source/json.ts';
import type { Message } from './history.ts';

/**
 * What a message holds, or an album's messages, as HTML: pictures and files first, then the words, then what Telegram has
 * forms of its own for.
 */
export function htmlOfMessages(messages: readonly Message[], notes: Notes): string {
  const inner = [
    ...messages.map((message) => fileOf(message, notes)),
    ...messages.map(wordsOf),
    ...messages.map((message) => formsOf(message, notes)),
  ].join('');
  const [first = {}] = messages;
  // Who wrote what was passed on; Telegram does not always say.
  const source = 'forwarded_from' in first ? (textIn(first, 'forwarded_from') ?? '?') : undefined;
  // The pictures of an album stand together.
  const html = inner.replace(/(<img [^>]*>)<\/p><p>(?=<img )/g, '$1');
  if (source === undefined || html === '') return html;
  return `<blockquote>${html}<p><markdown-text>-- </markdown-text>${htmlText(source)}</p></blockquote>`;
}

const kinds: Readonly<Record<string, string>> = {
  video_file: 'Video',
  video_message: 'Video',
  voice_message: 'Voice message',
  audio_file: 'Audio',
  animation: 'Animation',
};

function fileOf(message: Message, notes: Notes): string {
  const sticker = textIn(message, 'sticker_emoji');
  if (message['media_type'] === 'sticker')
    return sticker === undefined ? '' : `<p>${htmlText(sticker)}</p>`;
  const photo = textIn(message, 'photo');
  const path = photo ?? textIn(message, 'file');
  if (path === undefined) return '';
  const words = wordsForFile(message);
  // Where a file was not exported, Telegram writes a sentence in brackets in place of its path.
  if (/^\(|\((?:File|Photo) (?:not included|exceeds|unavailable)/i.test(path)) {
    notes.left(photo === undefined ? 'file' : 'picture', 'the export was made without it');
    return `<p>(${htmlText(photo === undefined ? words : 'Photo')})</p>`;
  }
  const isPicture = photo !== undefined || /\.(?:jpe?g|png|gif|webp|avif)$/i.test(path);
  const shown = isPicture ? `<img src="${htmlText(path)}">` : htmlLink(path, words);
  const isHidden = message['media_spoiler'] === true && !isPicture;
  if (message['media_spoiler'] === true && isPicture)
    notes.changed('hidden picture', 'it is shown: only words can be hidden');
  return `<p>${isHidden ? `<markdown-text>||</markdown-text>${shown}<markdown-text>||</markdown-text>` : shown}</p>`;
}

/** What stands for a file: what it is of, or what it is called. */
function wordsForFile(message: Message): string {
  const song = [textIn(message, 'performer'), textIn(message, 'title')].filter(Boolean);
  if (song.length > 0) return song.join(' – ');
  return kinds[textIn(message, 'media_type') ?? ''] ?? textIn(message, 'file_name') ?? 'File';
}

function formsOf(message: Message, notes: Notes): string {
  return [
    titledList(message['poll'], 'question', 'Poll'),
    titledList(message['todo_list'], 'title', 'List'),
    place(message),
    contact(message, notes),
    game(message),
    offer(message),
    buttons(message, notes),
  ].join('');
}

function game(message: Message): string {
  const title = textIn(message, 'game_title');
  const link = textIn(message, 'game_link');
  if (title === undefined) return '';
  const shown = link === undefined ? htmlText(title) : htmlLink(link, title);
  return paragraphsOf([shown, htmlText(textIn(message, 'game_description') ?? '')]);
}

/** What a bot sells. */
function offer({ invoice_information: invoice }: Message): string {
  if (!isRecord(invoice)) return '';
  return paragraphsOf(
    ['title', 'description'].map((name) => htmlText(textIn(invoice, name) ?? '')),
  );
}

/** The buttons below a message: those that lead somewhere are links. */
function buttons({ inline_bot_buttons: rows }: Message, notes: Notes): string {
  const all: readonly unknown[] = Array.isArray(rows) ? rows.flat() : [];
  const links = all.filter(isRecord).flatMap((button) => {
    const [words, address] = [textIn(button, 'text'), textIn(button, 'data')];
    if (words !== undefined && address !== undefined && /^https?:\/\/\S+$/i.test(address))
      return [htmlLink(address, words)];
    notes.left('button', 'only a bot answers it');
    return [];
  });
  return paragraphsOf(links);
}

/** One paragraph for each that has something in it. */
function paragraphsOf(parts: readonly string[]): string {
  return parts.flatMap((part) => (part === '' ? [] : [`<p>${part}</p>`])).join('');
}

/** What somebody asked, or wants done, and the answers that were given, with how many did. */
function titledList(asked: unknown, key: 'question' | 'title', other: string): string {
  if (!isRecord(asked)) return '';
  const { answers } = asked;
  const items = (Array.isArray(answers) ? answers : []).filter(isRecord).map((one) => {
    const voters = Number(textIn(one, 'voters') ?? 0);
    return `<li>${htmlText(textIn(one, 'text') ?? '')}${voters > 0 ? ` (${voters})` : ''}</li>`;
  });
  return `<p><b>${htmlText(textIn(asked, key) ?? other)}</b></p><ul>${items.join('')}</ul>`;
}

function place(message: Message): string {
  const { location_information: where } = message;
  const words = [textIn(message, 'place_name'), textIn(message, 'address')].filter(Boolean);
  const point = isRecord(where) ? where : {};
  const [latitude, longitude] = [Number(point['latitude']), Number(point['longitude'])];
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude))
    return paragraphsOf([htmlText(words.join(', '))]);
  const shown = words.length > 0 ? words.join(', ') : `${latitude}, ${longitude}`;
  const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return paragraphsOf([htmlLink(address, shown)]);
}

/** A person's telephone number is nobody's business. */
function contact(message: Message, notes: Notes): string {
  const { contact_information: person } = message;
  if (!isRecord(person)) return '';
  const name = [textIn(person, 'first_name'), textIn(person, 'last_name')]
    .filter(Boolean)
    .join(' ');
  notes.left('telephone number', 'nobody asked the person');
  return name === '' ? '' : `<p>${htmlText(name)}</p>`;
}

/** The words of a message as HTML: its formatting as elements, its lines as they were. */
function wordsOf(message: Message): string {
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
  if (type === 'text_link' && typeof href === 'string') return htmlLink(href, words);
  // Telegram takes `example.org` for a link, too.
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(words) ? words : `https://${words}`;
  if (type === 'link') return htmlLink(whole, words);
  if (type === 'mention') return htmlLink(`https://t.me/${words.replace(/^@/, '')}`, words);
  const [open, close] = elements[String(type)] ?? ['', ''];
  // Marks stand close to their words in Markdown.
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(shown) ?? [];
  return `${before}${open}${inner}${close}${after}`;
}

const block = /(<(?:pre|blockquote)>[\s\S]*?<\/(?:pre|blockquote)>)/;

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
