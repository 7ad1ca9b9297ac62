import fc from 'fast-check';
import { mdxToMdast } from 'satteri';
import { expect, it, test } from 'vitest';
import { imageMarkdown } from '../../../bot/message/altText.ts';
import { type ChatText, chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import { timesOf } from '../../longRuns.ts';
import { renderMdx } from '../../render/mdx.ts';
import { chatTexts } from './chatTextArbitrary.ts';
import { expectShown } from './seenOnPage.ts';

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
  fc.assert(fc.property(chatTexts, expectShown), {
    numRuns: runs,
    examples: found.map((chat) => [chat]),
  });
});

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

/** The nodes of a text that MDX would run or take for an element; none where it refuses the whole text. */
function programIn(markdown: string): string[] {
  let root: Node;
  try {
    root = mdxToMdast(markdown) as Node;
  } catch (error) {
    // An address in angle brackets is none to MDX, which says so and makes nothing.
    expect(String(error)).toMatch(/^Error: \d+:\d+: /);
    return [];
  }
  const typesOf = ({ type, children = [] }: Node): string[] => [type, ...children.flatMap(typesOf)];
  return typesOf(root).filter((type) => type.startsWith('mdx'));
}

it('a draft that is renamed to .mdx has no program in what came from chat', {
  timeout: 24 * 60 * 60 * 1000,
}, () => {
  fc.assert(
    fc.property(chatTexts, (chat) => {
      const markdown = chatTextToMarkdown(chat);
      for (const body of [markdown, `Mine: {1 + 1}\n\n${markdown}\n\n<b>mine</b>\n`])
        expect(programIn(body).filter((type) => !isMine(type, body === markdown))).toEqual([]);
      const alt = imageMarkdown({ type: 'image', url: 'x.png', alt: chat.text });
      expect(programIn(alt)).toEqual([]);
    }),
    { numRuns: runs },
  );
});

function isMine(type: string, isAlone: boolean): boolean {
  return !isAlone && /^mdx(TextExpression|JsxFlowElement|JsxTextElement)$/.test(type);
}

it.each([
  '{globalThis.hacked = true}',
  '{(globalThis.hacked = true, "")}',
  '<B>{globalThis.hacked = true}</B>',
  '<B {...(globalThis.hacked = true)}/>',
  'export const a = (globalThis.hacked = true)',
  'x\n\nexport default globalThis.hacked = true',
  '\\{globalThis.hacked = true}',
  '`{globalThis.hacked = true}`{globalThis.hacked = true}',
])('MDX shows %j and runs nothing', (text) => {
  expect(renderMdx(chatTextToMarkdown({ text, entities: [] }))).toMatch(/^<p>/);
  expect(Reflect.get(globalThis, 'hacked')).toBeUndefined();
});

it('and would run it as it was typed', () => {
  renderMdx('{(globalThis.hacked = true, "")}');
  expect(Reflect.get(globalThis, 'hacked')).toBe(true);
  Reflect.deleteProperty(globalThis, 'hacked');
});
