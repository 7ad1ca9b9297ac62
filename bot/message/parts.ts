import type { Checklist, Message, Poll, PollMedia } from 'grammy/types';
import type { BlockContent, List, Paragraph, PhrasingContent } from 'mdast';
import { linkTo } from './chatPhrasing.ts';
import { blocksOf, type ChatText } from './chatText.ts';

/** What a message holds beside its words and its file: a place, a poll, a checklist. */
export function partsOf(message: Message): BlockContent[] {
  return [
    ...placeOf(message),
    ...(message.poll ? pollOf(message.poll) : []),
    ...(message.checklist ? checklistOf(message.checklist) : []),
  ];
}

/** A link to the map; of a place with a name also its address. Of a live location where it was when it was sent. */
function placeOf({ venue, location }: Pick<Message, 'location' | 'venue'>): Paragraph[] {
  const place = venue?.location ?? location;
  if (!place) return [];
  const url = `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}`;
  const words = venue?.title.trim() || `${place.latitude}, ${place.longitude}`;
  const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: words }] };
  const address = venue?.address.replace(/\s+/g, ' ').trim();
  const behind: PhrasingContent[] = address ? [{ type: 'text', value: `, ${address}` }] : [];
  return [{ type: 'paragraph', children: [link, ...behind] }];
}

/**
 * The question with its options as a list, and the links and places that stand with them. Votes change and are not kept;
 * the right answer of a quiz and its explanation are not told, so that readers can guess.
 */
function pollOf(poll: Poll): BlockContent[] {
  const { question, question_entities, description, description_entities, options } = poll;
  const items = listOf(
    options.map(({ text, text_entities }) => ({ text, entities: text_entities ?? [] })),
  );
  for (const [index, item] of items.children.entries()) {
    const [words] = item.children;
    if (words?.type === 'paragraph')
      for (const { children } of addressOf(options[index]?.media))
        words.children.push({ type: 'break' }, ...children);
  }
  return [
    ...blocksOf({ text: question, entities: question_entities ?? [] }),
    ...blocksOf({ text: description ?? '', entities: description_entities ?? [] }),
    ...addressOf(poll.media),
    items,
  ];
}

/** Where something leads that stands with a poll or one of its options. */
function addressOf(media: PollMedia = {}): Paragraph[] {
  const { link } = media;
  if (!link) return placeOf(media);
  return [{ type: 'paragraph', children: linkTo(link.url, [{ type: 'text', value: link.url }]) }];
}

function checklistOf({ title, title_entities, tasks }: Checklist): BlockContent[] {
  const items = listOf(
    tasks.map(({ text, text_entities }) => ({ text, entities: text_entities ?? [] })),
  );
  for (const [index, item] of items.children.entries())
    item.checked = tasks[index]?.completion_date !== undefined;
  return [...blocksOf({ text: title, entities: title_entities ?? [] }), items];
}

function listOf(texts: readonly ChatText[]): List {
  return {
    type: 'list',
    spread: false,
    children: texts.map((text) => ({
      type: 'listItem',
      spread: false,
      children: blocksOf({ ...text, text: text.text.replace(/\s/g, ' ') }),
    })),
  };
}
