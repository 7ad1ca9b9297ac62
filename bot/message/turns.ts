import type { Message } from 'grammy/types';
import type { BlockContent, Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { talk } from '../talk/talk.ts';
import { attachmentOf } from './attachment.ts';
import { blocksOf } from './chatText.ts';
import { chatTextOf } from './contribution.ts';
import { partsOf } from './parts.ts';
import { quoted } from './source.ts';

/** A message in a conversation, and who said it. */
export interface Turn {
  /** Undefined for the owner's own words, which stand without a name. */
  readonly name: string | undefined;
  readonly message: Message;
  /** Where the message's file lies, seen from the draft; undefined where it has none or it was not kept. */
  readonly address: string | undefined;
}

/** A conversation as a quotation in which each turn begins with a bold name and a colon. */
export function conversationOf(turns: readonly Turn[]): Blockquote {
  return {
    type: 'blockquote',
    children: saidIn(turns).flatMap((blocks, index) => {
      const [before, turn] = [turns[index - 1], turns[index]];
      // The pictures of an album, and what somebody says in one go, need the name once.
      const isNamed = turn && !isOneAlbum(before?.message, turn.message);
      return withName(isNamed ? turn.name : undefined, withoutSpeakers(blocks));
    }),
  };
}

/** What each turn says. Words that an album has once stand below all of its pictures. */
export function saidIn(turns: readonly Turn[]): BlockContent[][] {
  const said = turns.map(({ message, address }) => blocksOfMessage(message, address));
  for (const [index, { message }] of turns.entries()) {
    const album = said.filter((_, other) => isOneAlbum(turns[other]?.message, message));
    const [words, ...others] = album.filter((blocks) => blocks.length > 1);
    if (words && words === said[index] && others.length === 0)
      album.at(-1)?.push(...words.splice(1));
  }
  return said;
}

/** What a message says, and its file or a word for it; a quotation where somebody else wrote it first. */
export function blocksOfMessage(message: Message, address: string | undefined): BlockContent[] {
  const blocks = [
    ...fileOf(message, address),
    ...blocksOf(chatTextOf(message)),
    ...partsOf(message),
  ];
  const origin = message.forward_origin;
  if (!origin || blocks.length === 0) return blocks;
  // A person is named only as people.yaml says, and nobody was asked about this one.
  const isPublic = origin.type === 'chat' || origin.type === 'channel';
  return [isPublic ? quoted(blocks, origin) : quoted(blocks)];
}

function fileOf(message: Message, address: string | undefined): BlockContent[] {
  const kind = mediaWords(message.poll?.media ?? message);
  if (kind === undefined || saysItself(message)) return [];
  if (address === undefined) return [paragraph({ type: 'text', value: `(${kind})` })];
  const attachment = attachmentOf(message);
  const file: PhrasingContent =
    attachment?.kind === 'picture'
      ? { type: 'image', url: address, alt: ' ' }
      : { type: 'link', url: address, children: [{ type: 'text', value: kind }] };
  return [paragraph(message.has_media_spoiler ? { type: 'spoiler', children: [file] } : file)];
}

/** A place, or a poll without a file, is told whole, a sticker or a die by its emoji. */
function saysItself(message: Message): boolean {
  const { sticker, dice } = message;
  const isWhole = partsOf(message).length > 0 && attachmentOf(message) === undefined;
  return isWhole || sticker?.emoji !== undefined || dice !== undefined;
}

/** What a message, or a poll in it, holds beside words, as a word; undefined where it holds nothing. */
export function mediaWords(message: Partial<Message>): string | undefined {
  if (message.photo) return talk('photo');
  if (message.video || message.video_note) return talk('film');
  if (message.animation) return talk('animation');
  if (message.voice) return talk('voice');
  if (message.audio) return talk('audio');
  if (message.sticker) return talk('stickerWord');
  if (message.document) return talk('document');
  if (message.venue || message.location) return talk('place');
  if (message.poll) return talk('poll');
  if (message.contact) return talk('contact');
  if (message.dice) return talk('dice');
  if (message.story) return talk('story');
  return undefined;
}

function withName(name: string | undefined, blocks: readonly BlockContent[]): BlockContent[] {
  if (name === undefined) return [...blocks];
  const [first, ...rest] = blocks;
  const speaker = [speakerNamed(name)];
  // A picture stands in a paragraph of its own, as it does everywhere.
  if (first?.type !== 'paragraph' || isPicture(first.children[0]))
    return [paragraph(...speaker), ...blocks];
  const words = paragraph(...speaker, { type: 'text', value: ' ' }, ...first.children);
  return [words, ...rest];
}

function isPicture(node: PhrasingContent | undefined): boolean {
  const shown = node?.type === 'spoiler' ? node.children[0] : node;
  return shown?.type === 'image';
}

/** A bold name with its colon: as it is, and not escaped as typed colons are, which make nobody speak. */
function speakerNamed(name: string): PhrasingContent {
  return {
    type: 'strong',
    children: [
      // A backslash before the colon would look like its escape.
      { type: 'text', value: name.replace(/\\+$/, '') },
      { type: 'text', value: ':', data: { asIs: true } },
    ],
  };
}

/**
 * Takes the weight off dressed-up words that stand where a speaker's name would: nobody puts words into another's
 * mouth. Plain bold ones keep it; their colon is escaped.
 */
function withoutSpeakers(blocks: readonly BlockContent[]): BlockContent[] {
  return blocks.map((block) =>
    block.type === 'paragraph' ? { ...block, children: block.children.flatMap(unbold) } : block,
  );
}

function unbold(
  node: PhrasingContent,
  index: number,
  all: readonly PhrasingContent[],
): PhrasingContent[] {
  const before = all[index - 1];
  const after = all[index + 1];
  const beginsLine = before === undefined || before.type === 'break';
  const isDressed = node.type === 'strong' && node.children.some((child) => child.type !== 'text');
  const looksLikeName =
    /[:：]\s*$/.test(textOf(node)) || (after !== undefined && /^\s*[:：]/.test(textOf(after)));
  return beginsLine && isDressed && looksLikeName ? node.children : [node];
}

function isOneAlbum(a: Message | undefined, b: Message): boolean {
  return b.media_group_id !== undefined && a?.media_group_id === b.media_group_id;
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
