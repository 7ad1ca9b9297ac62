import { hash } from 'node:crypto';
import type { Message } from 'grammy/types';
import { talk } from '../talk/talk.ts';

/** A file that came with a message, before it is fetched. */
export interface Attachment {
  readonly fileId: string;
  /** The same for as long as the file is. */
  readonly uniqueId: string;
  /** Safe to use in a path: made by us, save for a slug of the sender's file name. */
  readonly name: string;
  readonly kind: 'picture' | 'file';
  /** What a link to it says. */
  readonly words: string;
  readonly bytes: number | undefined;
}

/** Bots cannot fetch more than this from Telegram's servers. */
const downloadLimitBytes = 20 * 1024 * 1024;

/** Whether Telegram says itself that a bot cannot fetch it. */
export function isTooLarge({ bytes }: Attachment): boolean {
  return (bytes ?? 0) > downloadLimitBytes;
}

/**
 * What its file is called beside a draft: a draft with a folder of its own keeps its files there; one that is a single
 * file keeps them beside it, by its name.
 */
export function nameBeside(draftFile: string, { name }: Attachment): string {
  if (/\/index\.mdx?$/.test(draftFile)) return name;
  const stem = draftFile.replace(/^.*\/|\.mdx?$/g, '');
  const room = longestNameBytes - Buffer.byteLength(stem) - 1;
  // The end of its own name tells it from the others.
  return room < shortestNameBytes ? name : `${stem}-${name.slice(-room).replace(/^-+/, '')}`;
}

/** File systems take this many bytes a name. */
const longestNameBytes = 255;
/** The number of a message and an extension. */
const shortestNameBytes = 24;

/** A message, or what stands with a poll in it. */
type Media = Partial<Message>;

/**
 * The file of a message, if it has one; of a poll that which stands with its question. Of a photo's sizes the largest. A
 * sticker is its emoji, if it has one.
 */
export function attachmentOf(message: Message): Attachment | undefined {
  const id = `${chatLetter(message)}${message.message_id}`;
  const media: Media = message.poll?.media ?? message;
  return photoOf(media, id) ?? stickerOf(media, id) ?? fileOf(media, id);
}

function photoOf(message: Media, id: string): Attachment | undefined {
  const photo = message.photo ?? message.live_photo?.photo ?? [];
  const largest = [...photo].sort((a, b) => b.width * b.height - a.width * a.height)[0];
  return (
    largest && {
      fileId: largest.file_id,
      uniqueId: largest.file_unique_id,
      name: `photo-${id}.jpg`,
      kind: 'picture',
      words: '',
      bytes: largest.file_size,
    }
  );
}

function stickerOf({ sticker }: Media, id: string): Attachment | undefined {
  if (!sticker || sticker.emoji || sticker.is_animated || sticker.is_video) return undefined;
  return {
    fileId: sticker.file_id,
    uniqueId: sticker.file_unique_id,
    name: `sticker-${id}.webp`,
    kind: 'picture',
    words: talk('sticker'),
    bytes: sticker.file_size,
  };
}

function fileOf(message: Media, id: string): Attachment | undefined {
  const file =
    message.video ??
    message.animation ??
    message.document ??
    message.audio ??
    message.voice ??
    message.video_note;
  if (!file) return undefined;
  const given = 'file_name' in file ? file.file_name : undefined;
  const mime = ('mime_type' in file ? file.mime_type : undefined) ?? usualMime(message);
  const extension = extensionOf(given, mime);
  const picture = /^(jpg|png|webp|gif)$/.test(extension);
  return {
    fileId: file.file_id,
    uniqueId: file.file_unique_id,
    name: `${safeStem(given)}-${id}.${extension}`,
    kind: picture ? 'picture' : 'file',
    words: given ?? usualWords(message),
    bytes: file.file_size,
  };
}

/** Ids of messages begin anew in each chat, and what came from two of them may lie in one folder. */
function chatLetter({ chat }: Message): string {
  if (chat.type === 'private') return '';
  return chat.type === 'channel' ? 'c' : 'g';
}

/** The type of a file that does not tell its own. */
function usualMime(message: Media): string | undefined {
  if (message.video ?? message.animation ?? message.video_note) return 'video/mp4';
  if (message.voice) return 'audio/ogg';
  return message.audio ? 'audio/mpeg' : undefined;
}

function usualWords({ voice, video, video_note, animation, audio }: Media): string {
  if (voice) return talk('voiceNote');
  if (video ?? video_note ?? animation) return talk('video');
  const song = [audio?.performer, audio?.title].filter(Boolean).join(' - ');
  return song === '' ? talk('file') : song;
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'application/pdf': 'pdf',
};

/** What a browser shows or stores and nothing runs, neither there nor on a server. */
const harmless = new Set(
  [
    'jpg jpeg png webp gif avif heic heif tif tiff bmp',
    'mp4 m4v mov webm mkv avi 3gp ogv mp3 m4a ogg oga opus wav flac aac mid',
    'pdf epub mobi djvu doc docx xls xlsx ppt pptx odt ods odp rtf txt csv tsv json geojson',
    'zip gz tgz bz2 xz 7z rar tar gpx kml ics vcf srt vtt bib tex log conf ini toml env bin',
  ].flatMap((line) => line.split(' ')),
);

/** Text that would be an entry or a page of the site, and is read as text. */
const readAsText = /^(markdown|ya?ml|x?html?|xht|xml|xslt?|svg|[cm]?jsx?|[cm]?tsx?|css|astro)$/;

/** A name that no host takes for something to run or to show as a page, whatever the sender called it. */
function extensionOf(name: string | undefined, mime: string | undefined): string {
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(name ?? '')?.[1]?.toLowerCase();
  const extension = (mime === undefined ? undefined : extensions[mime]) ?? own ?? 'bin';
  if (harmless.has(extension)) return extension;
  // Its own ending would make it an entry that nobody finds.
  if (/^mdx?$/.test(extension)) return 'txt';
  return readAsText.test(extension) ? `${extension}.txt` : 'bin';
}

function safeStem(name: string | undefined): string {
  if (name === undefined) return 'file';
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return stem === '' ? hash('sha256', name).slice(0, 8) : stem.slice(0, 40);
}
