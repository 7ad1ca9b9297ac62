import type { Element, ElementContent, Root, RootContent } from 'hast';
import { htmlToHast } from 'satteri';
import { expect } from 'vitest';
import { type ChatText, chatTextToMarkdown } from '../../../bot/message/chatText.ts';
import type { DocumentContext } from '../../../src/render/collect/document.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { sampleEntry, sampleSite } from '../../journal/sample.ts';
import { joined, type SeenCharacter, seenInChat, styleList } from './chatTextModel.ts';
import { comparable, inHtmlTerms, isSameAddress, seenOnSite } from './seenOnSite.ts';

const site = sampleSite();
const context: DocumentContext = {
  pathOf: () => undefined,
  hasFile: () => false,
  find: () => ({ is: 'wanted' }),
  headingIds: 'scrollback' as const,
  siteUrl: 'https://sample.example',
  formerly: [],
  language: 'en',
  // Quotes and dashes are set as print has them, whoever wrote them: that is the site's business.
  smartPunctuation: false,
};

/** What a reader of the page sees that the site makes of a note. An element that no chat text has shows as its tag. */
export function seenOnPage(markdown: string): SeenCharacter[] {
  const entry = sampleEntry('notes/x.md', 'date: 2026-01-02', `${markdown}\n`, site);
  if (entry.tldr !== undefined) return [[`tl;dr ${entry.tldr}`, '']];
  const { html, facts } = renderDocument(entry, context);
  const faults = facts.faults.map((fault): SeenCharacter => [`fault: ${fault.what}`, '']);
  const root = htmlToHast(html, { fragment: true }) as Root;
  return inHtmlTerms([...joined(blocks(root.children)), ...faults]);
}

/** The parser and the page show a chat text with its own words, line breaks and styles, and nothing else. */
export function expectShown(chat: ChatText): void {
  const wanted = seenInChat(chat);
  const markdown = chatTextToMarkdown(chat);
  expectEqual(comparable(seenOnSite(markdown), wanted), wanted);
  const onPage = inHtmlTerms(wanted);
  expectEqual(comparable(seenOnPage(markdown), onPage), onPage);
}

/** As `toEqual`, which takes longer to agree than all the rest. */
function expectEqual(seen: unknown, wanted: unknown): void {
  if (JSON.stringify(seen) !== JSON.stringify(wanted)) expect(seen).toEqual(wanted);
}

function blocks(nodes: readonly RootContent[]): SeenCharacter[][] {
  return nodes.flatMap((node): SeenCharacter[][] => {
    if (node.type === 'text' && node.value.trim() === '') return [];
    if (node.type !== 'element') return [[[`<${node.type}>`, '']]];
    if (node.tagName === 'p' && isBare(node))
      return [node.children.flatMap((child, index) => phrase(child, [], node.children[index - 1]))];
    if (node.tagName === 'blockquote' && isBare(node))
      return blocks(node.children).map((block) =>
        block.map(([character, styles]): SeenCharacter => [character, `>${styles}`]),
      );
    return [node.tagName === 'pre' ? code(node) : foreign(node)];
  });
}

function code(pre: Element): SeenCharacter[] {
  const language = String(pre.properties['dataLanguage'] ?? '');
  return textOf(pre)
    .replace(/\n$/, '')
    .split('')
    .map((character): SeenCharacter => [character, `pre ${language}`]);
}

const marks: Readonly<Record<string, string>> = { strong: 'b', em: 'i', del: 's', code: 'c' };

function phrase(
  node: ElementContent,
  styles: readonly string[],
  before: ElementContent | undefined,
): SeenCharacter[] {
  if (node.type === 'text') {
    const isBehindBreak = before?.type === 'element' && before.tagName === 'br';
    const value = isBehindBreak ? node.value.replace(/^\n/, '') : node.value;
    return value
      .split('')
      .map((character) => [character === '\n' ? 'soft break' : character, styleList(styles)]);
  }
  if (node.type !== 'element') return [[`<${node.type}>`, '']];
  if (node.tagName === 'br' && isBare(node)) return [['\n', '']];
  if (node.tagName === 'label') return spoilerPhrases(node, styles);
  const mark = node.tagName === 'a' ? linkOf(node) : isBare(node) ? marks[node.tagName] : undefined;
  if (mark === undefined) return foreign(node);
  return node.children.flatMap((child, index) =>
    phrase(child, [...styles, mark], node.children[index - 1]),
  );
}

/** A box that opens what is hidden beside it. */
function spoilerPhrases(label: Element, styles: readonly string[]): SeenCharacter[] {
  const [box, words, ...others] = label.children;
  const isSpoiler =
    box?.type === 'element' &&
    box.properties['type'] === 'checkbox' &&
    words?.type === 'element' &&
    words.properties['hidden'] === true &&
    others.length === 0;
  if (!isSpoiler) return foreign(label);
  return words.children.flatMap((child, index) =>
    phrase(child, [...styles, 'hidden'], words.children[index - 1]),
  );
}

function linkOf(node: Element): string | undefined {
  const { href, dataBare, ...others } = node.properties;
  if (typeof href !== 'string' || Object.keys(others).length > 0) return undefined;
  const isLiteral = isSameAddress(href, textOf(node));
  if (dataBare !== undefined && !isLiteral) return undefined;
  return `${isLiteral ? 'literal' : 'link'} ${href}`;
}

function isBare({ properties }: Element): boolean {
  return Object.keys(properties).length === 0;
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function foreign({ tagName, properties }: Element): SeenCharacter[] {
  return [[`<${tagName} ${JSON.stringify(properties)}>`, '']];
}
