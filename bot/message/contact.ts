import type { Message } from 'grammy/types';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import { blocksOf } from './chatText.ts';
import { fullName, quoted } from './source.ts';

/** A contact as words: its name, and its number where that is wanted too. */
export function contactMarkdown({ contact, forward_origin }: Message, withNumber: boolean): string {
  if (!contact) return '';
  const number = withNumber ? [contact.phone_number] : [];
  const text = [fullName(contact), ...number].filter((part) => part.trim() !== '').join(', ');
  const blocks = blocksOf({ text: text.replace(/\s+/g, ' '), entities: [] });
  return blocksToMarkdown(forward_origin ? [quoted(blocks, forward_origin)] : blocks);
}
