import type { Message } from '@grammyjs/types';
import type { Content } from '../methods/posting.ts';

const KINDS = [
  'contact',
  'dice',
  'game',
  'giveaway',
  'location',
  'poll',
  'checklist',
  'sticker',
  'story',
  'venue',
  'chat_background_set',
] as const;

/** What a person sends that is neither text nor a file. */
export type OtherContent = Partial<Pick<Message, (typeof KINDS)[number]>>;

/** What a client adds to a message of any kind. */
export type AddedFields = Partial<
  Pick<Message, 'via_bot' | 'link_preview_options' | 'show_caption_above_media' | 'forward_origin'>
>;

/** The content of such a message. It is of one kind; a venue says its location too. */
export function otherContent(given: OtherContent): Content {
  const kinds = KINDS.filter((kind) => given[kind] !== undefined);
  const { venue } = given;
  if (kinds.length !== 1) throw new Error(`a message is of one kind, not ${kinds.length}`);
  checkSizes(given);
  return venue === undefined ? given : { ...given, location: venue.location };
}

// https://core.telegram.org/bots/api#sendpoll, #location, #sendcontact
function checkSizes({ poll, location, contact }: OtherContent): void {
  if (poll && (poll.question.length > 300 || poll.options.length < 1 || poll.options.length > 12))
    throw new Error('a poll asks up to 300 characters and has 1-12 options');
  if (poll?.options.some(({ text }) => text === '' || text.length > 100))
    throw new Error('an option of a poll has 1-100 characters');
  if (location && (Math.abs(location.latitude) > 90 || Math.abs(location.longitude) > 180))
    throw new Error('a location lies on the earth');
  if (contact && (contact.phone_number === '' || contact.first_name === ''))
    throw new Error('a contact has a number and a first name');
}
