import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chatTextToMarkdown } from '../../../bot/drafts/chatText.ts';
import { chatTexts } from './chatTextArbitrary.ts';
import { seenInChat } from './chatTextModel.ts';
import { comparable, seenOnSite } from './seenOnSite.ts';

const runs = Number(process.env['SCROLLBACK_RUNS'] ?? 2000);

test('the site shows any chat text with its own words, line breaks and styles, and nothing else', () => {
  fc.assert(
    fc.property(chatTexts, (chat) => {
      const wanted = seenInChat(chat);
      expect(comparable(seenOnSite(chatTextToMarkdown(chat)), wanted)).toEqual(wanted);
    }),
    { numRuns: runs },
  );
});
