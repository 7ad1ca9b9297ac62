import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChatText, chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { timesOf } from '../../longRuns.ts';
import { chatTexts } from './chatTextArbitrary.ts';
import { seenInChat } from './chatTextModel.ts';
import { seenOnPage } from './seenOnPage.ts';
import { comparable, inHtmlTerms, seenOnSite } from './seenOnSite.ts';

// A million, of another seed: SCROLLBACK_RUNS=1000000 SCROLLBACK_SEED=7 npx vitest run test/bot/message/chatTextProperty
const runs = timesOf('chatTexts');

/** What runs have found. */
const found: readonly ChatText[] = [
  // A separator of Unicode ends no line of Markdown, so that nothing says what a short word stands for.
  { text: '#\u2029*[x]: y', entities: [{ type: 'code', offset: 0, length: 9 }] },
];

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
    { numRuns: runs, examples: found.map((chat) => [chat]) },
  );
});

/** As `toEqual`, which takes longer to agree than all the rest. */
function expectEqual(seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) expect(seen).toEqual(wanted);
}
