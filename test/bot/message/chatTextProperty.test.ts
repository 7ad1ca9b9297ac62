import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { timesOf } from '../../longRuns.ts';
import { chatTexts } from './chatTextArbitrary.ts';
import { seenInChat } from './chatTextModel.ts';
import { seenOnPage } from './seenOnPage.ts';
import { comparable, inHtmlTerms, seenOnSite } from './seenOnSite.ts';

// A million, of another seed: SCROLLBACK_RUNS=1000000 SCROLLBACK_SEED=7 npx vitest run test/bot/message/chatTextProperty
const runs = timesOf('chatTexts');

test(`the parser and the page show any chat text with its own words, line breaks and styles, and nothing else`, {
  timeout: 24 * 60 * 60 * 1000,
}, () => {
  fc.assert(
    fc.property(chatTexts, (chat) => {
      const wanted = seenInChat(chat);
      const markdown = chatTextToMarkdown(chat);
      expectEqual(comparable(seenOnSite(markdown), wanted), wanted);
      const onPage = inHtmlTerms(wanted);
      expectEqual(comparable(seenOnPage(markdown), onPage), onPage);
    }),
    { numRuns: runs },
  );
});

/** As `toEqual`, which takes longer to agree than all the rest. */
function expectEqual(seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) expect(seen).toEqual(wanted);
}
