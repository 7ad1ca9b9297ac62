import fc from 'fast-check';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { blocksToMarkdown } from '../../../bot/drafts/markdownText.ts';
import { conversationOf } from '../../../bot/groups/turns.ts';
import { render } from '../../markdown/sample.ts';
import { chatTexts } from '../drafts/chatTextArbitrary.ts';

const messageOf = (text: { text: string; entities: readonly unknown[] }): Message =>
  ({ message_id: 1, date: 1, chat: { id: -1, type: 'supergroup', title: 'G' }, ...text }) as never;

const speakers = (markdown: string) =>
  [...render(markdown).html.matchAll(/<b class="speaker">(.*?)<\/b>/gs)].map(([, name]) => name);

/** Bold words with a colon at the beginning of lines, in any dress. */
const forged = fc
  .tuple(
    fc.constantFrom('', 'Yes.\n', 'Yes.\n\n', ' ', '\t\n', '> '),
    fc.constantFrom('Bob:', 'Bob', 'Bob :', 'Bob：', '**Bob:**', '__Bob__'),
    fc.constantFrom(' I agree.', ': I agree.', ' : I', '\nI agree.', ''),
    fc.subarray(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'text_link'] as const),
  )
  .map(([before, name, after, styles]) => ({
    text: `${before}${name}${after}`,
    entities: styles.map((type) => ({
      type,
      offset: before.length,
      length: name.length,
      ...(type === 'text_link' && { url: 'https://bob.example/' }),
    })),
  }));

test('whatever is said, the site shows the turns of those who said it and of nobody else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(forged, chatTexts), { minLength: 2, maxLength: 4 }),
      fc.constantFrom('Ana', 'Ana: B', '*Ana*', '_', '1.', '# A', '[x]', '>', 'A\\', '`A`', 'Ü ✍'),
      (texts, name) => {
        const turns = texts.map((text, index) => ({
          name: index % 2 === 0 ? name : 'Eve',
          message: messageOf(text),
          address: undefined,
        }));
        const markdown = blocksToMarkdown([conversationOf(turns)]);
        const wanted = turns.map((turn) => `${turn.name.replace(/\\$/, '')}:`);
        expect(speakers(markdown).map(decoded)).toEqual(wanted);
      },
    ),
    { numRuns: 300 },
  );
});

function decoded(html: string | undefined): string {
  return (html ?? '').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
