import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelPost } from '../../../bot/post/channelPost.ts';
import { type PostText, splitPostText } from '../../../bot/post/postText.ts';
import { startBotApi } from '../../../telegram-double/index.ts';
import { callRaw } from '../../../telegram-double/test/rawClient.ts';
import { formatText } from '../../../telegram-double/text/formattedText.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { timesOf } from '../../longRuns.ts';
import { bareContext } from './notePost.ts';

const pieces = [
  'word',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n    ',
  '# ',
  '> ',
  '>> ',
  '- ',
  '  - ',
  '1. ',
  '- [x] ',
  '***',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '`',
  '``',
  '```\n',
  '```ts\n',
  '|',
  '| a | b |\n|---|---|\n| c | d |\n',
  '[',
  '](',
  ')',
  '](https://x.example/)',
  '[x](../y.md)',
  '![p](p.jpg)',
  '![p](https://x.example/p.png)',
  '[^1]',
  '\n\n[^1]: note\n',
  '<b>',
  '</b>',
  '<br>',
  '<!--',
  '<div>',
  '</div>\n',
  '<div class="',
  '<a href="/x/">',
  '</a>',
  '<i>',
  '<sup>2</sup>',
  '<code>',
  '<pre>\n',
  '</pre>\n',
  '<table><tr><td>',
  '<ul><li>',
  '<details><summary>',
  '</summary>\n\n',
  '<blockquote>',
  '<textarea>',
  '<img src="p.jpg" alt="p">',
  '<video src="c.mp4">',
  '<hr>\n',
  '&eacute;',
  '&amp;',
  '\\',
  '\\\n',
  'https://x.example/a',
  'a@x.example',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  'e\u0301',
  '日本語',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\t',
  '\r\n',

  '---\n',
  'x\n===\n',
  '$x$',
  '%',
  'tl;dr: ',
  '**b**',
  '*i*',
  '`c`',
  '~~s~~',
  '||',
  '||h||',
  '||![p](p.jpg)||',
  '\\|',
  '[l](http://localhost:4321/)',
  '![p](javascript:x)',
  '[l](<mailto:a b>)',
  '[l](tel:1)',
  '[**b**](https://x.example/)',
  '**[l](https://x.example/)**',
  '> > q\n',
  '> ```\n> c\n> ```\n',
] as const; // prettier-ignore

const bodies = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));

const context = {
  ...bareContext,
  medium: (file: string) =>
    file === 'notes/p.jpg' ? { type: 'photo' as const, picture: { file, digest: 'p' } } : undefined,
  hasFile: (file: string) => ['notes/p.jpg', 'notes/c.mp4'].includes(file),
};

/** The styles of each visible character; what Telegram itself finds in a text is no style. */
function looks({ text, entities }: PostText): string[] {
  const found = ['url', 'email', 'mention', 'hashtag', 'bot_command'];
  const styles = entities.filter((entity) => !found.includes(entity.type));
  return text.split('').map((character, at) => {
    const here = styles.filter(({ offset, length }) => offset <= at && at < offset + length);
    const names = here.map((entity) => `${entity.type}${'url' in entity ? entity.url : ''}`);
    return character.trim() === '' ? '' : `${character} ${names.sort().join()}`;
  });
}

test('Telegram shows the post of any body as it was made, not an entity less', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const messages = channelPost(sampleEntry('notes/a.md', 'date: 2026-01-02', body), context);
      for (const { text, entities } of messages) {
        const shown = formatText(text, entities);
        // Telegram shows a tab as a space.
        expect(shown.text).toBe(text.replaceAll('\t', ' '));
        expect(looks(shown)).toEqual(looks({ text, entities }));
      }
    }),
    { numRuns: timesOf('posts') },
  );
});

/** Blocks with `W` for each word, so that every word of a body can be told from the others. */
const blocks = fc.constantFrom(
  'W W W.',
  '**W *W* W** W ~~W~~ `W` W',
  '# W W',
  'W ||W **W** `W`|| [W ||W||](/x/)',
  '- ||W\n  W||\n- W||W||',
  '### W [W](/x/)',
  '- W\n- W W\n  - W\n\n    W\n- [x] W',
  '7. W\n8. W\n   1. W',
  '- [ ] W\n- [x] **W**',
  '> W W\n>\n> W\n>\n> -- W *W*',
  '> W\n> > W W\n> W {lang=pt}',
  '> [!NOTE] W\n> W W\n>\n> - W',
  '> **W:** W\n> **W:** W W',
  '```ts\nW W\n  W\n```',
  '| W | W |\n|---|---|\n| W | **W** |',
  '![W](p.jpg)\nW W\n-- W',
  '---\n\nW',
  '$$\nW\n$$',
  'W $$W$$ <b>W</b> W [[W|W]] [W](c.mp4) https://x.example/W',
  '<div>W<br>W</div>',
  '<div>\n\nW **W**\n\n- W\n\n</div>',
  '<b>W *W*</b> W <u>W</u> <code>W *W*</code> <mark>W</mark>',
  '<b>W *W*',
  '<ul><li>W<li>W <i>W</i></ul>',
  '<dl><dt>W<dd>W</dl>',
  '<details><summary>W</summary>\n\nW **W**\n\n</details>',
  '<table><caption>W</caption><tr><th>W<th>W<tr><td>W<td>W</table>',
  '<table><tr><td>\n\nW **W**\n\n</td></tr></table>',
  '<p>W</p><p>W &eacute; W</p>',
  '<a href="/x/">\n\nW *W*\n\n</a>',
  '<pre>W\n  <b>W</b>\n</pre>',
  '<figure><img src="p.jpg" alt=""><figcaption>W <em>W</em></figcaption></figure>',
  '<blockquote><p>W</p><p>W</p></blockquote>',
  'W <div>W</div> W',
  'W\\\nW W',
  'W W. '.repeat(70),
  '**W** '.repeat(60),
  '[W](https://x.example/long) '.repeat(40),
  'W 👨‍👩‍👧‍👦 '.repeat(120),
);

/** A body, and its words in the order in which it shows them. */
const wordyBodies = fc.array(blocks, { minLength: 1, maxLength: 14 }).map((all) => {
  let count = 0;
  const hidden = new Set<string>();
  const body = all.join('\n\n').replace(/W/g, () => `w${count++}w`);
  for (const [, alt, name, repeated] of body.matchAll(
    /!\[(w\d+w)\]|\[\[(w\d+w)\||(?<=\{lang=)(w\d+w)/g,
  ))
    hidden.add(alt ?? name ?? repeated ?? '');
  const shown = (body.match(/w\d+w/g) ?? []).filter((word) => !hidden.has(word));
  return { body, shown };
});

test('within every limit, all parts together say all words in their order', async () => {
  const api = await startBotApi();
  try {
    const chat_id = api.channel({ owner: api.user({ id: 1, first_name: 'A' }) }).id;
    await fc.assert(
      fc.asyncProperty(wordyBodies, async ({ body, shown }) => {
        const messages = channelPost(sampleEntry('notes/a.md', 'date: 2026-01-02', body), context);
        for (const { type, text, entities } of messages) {
          if (text === '') continue;
          const answer = await callRaw(api, 'sendMessage', { chat_id, text, entities });
          expect(answer, text).toMatchObject({ ok: true });
          expect(text.length).toBeLessThanOrEqual(type === 'text' ? 4096 : 1024);
          expect(formatText(text, entities).entities.length).toBeLessThanOrEqual(100);
        }
        const words = messages.flatMap(({ text }) => text.match(/w\d+w/g) ?? []);
        // A note of more than four messages is announced with its beginning.
        const isBeginning = messages.some(({ text }) => text.includes(' …\n'));
        expect(words).toEqual(isBeginning ? shown.slice(0, words.length) : shown);
        expect(isBeginning && shown.length < 100).toBe(false);
        expect(messages.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: timesOf('sentPosts') },
    );
  } finally {
    await api.stop();
  }
});

const characters = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '。',
  '日',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇩🇪',
  'e\u0301',
  'ก็',
  '한',
  '1️⃣',
  'x'.repeat(9),
);
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

test('a text is never cut within what people see as one character', () => {
  fc.assert(
    fc.property(
      fc.array(characters, { maxLength: 80 }),
      fc.integer({ min: 12, max: 40 }),
      (parts, limit) => {
        const text = parts.join('').trim();
        const cut = splitPostText({ text, entities: [] }, limit).map((piece) => piece.text);
        const visible = (all: readonly string[]) => all.filter((one) => one.trim() !== '');
        expect(visible(cut.flatMap(graphemes))).toEqual(visible(graphemes(text)));
      },
    ),
    { numRuns: 1000 },
  );
});

test('addresses that Telegram finds by itself take no style away from the words after them', () => {
  const body = Array.from({ length: 70 }, (_, at) => `**bold${at}** https://x.example/${at}`).join(
    ' ',
  );
  const messages = channelPost(sampleEntry('notes/a.md', 'date: 2026-01-02', body), context);
  const bold = messages.flatMap(({ text, entities }) =>
    formatText(text, entities)
      .entities.filter((entity) => entity.type === 'bold')
      .map(({ offset, length }) => text.slice(offset, offset + length)),
  );
  expect(bold).toEqual(Array.from({ length: 70 }, (_, at) => `bold${at}`));
});
