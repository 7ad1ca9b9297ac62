import type { RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';

declare module 'mdast' {
  interface TextData {
    /** The value is Markdown already: an escaped character. */
    asIs?: boolean;
  }
}

/** Writes blocks as Markdown in the project's own manner. */
export function blocksToMarkdown(blocks: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: blocks },
    {
      extensions: [gfmToMarkdown()],
      bullet: '-',
      emphasis: '*',
      rule: '-',
      fences: true,
      resourceLink: false,
      handlers: {
        text: (node: Text, parent, state, info) =>
          node.data?.asIs ? node.value : defaultHandlers.text(node, parent, state, info),
      },
      // The site's parser makes links of `www.` before anything, and takes marks behind it for a part of the address.
      unsafe: [
        {
          character: '.',
          before: '[Ww]{3}',
          inConstruct: 'phrasing',
          notInConstruct: ['autolink', 'link', 'image', 'label'],
        },
        // Left as it is, it would take the force of a character reference that is written behind it.
        { character: '\\', inConstruct: 'phrasing' },
        // Two of them begin mathematics; one is a price.
        { character: '$', after: '\\$', inConstruct: 'phrasing' },
        { before: '\\$', character: '$', inConstruct: 'phrasing' },
        // A first paragraph that begins so is the summary of its entry.
        { atBreak: true, before: '[Tt][Ll]', character: ';', after: '[Dd][Rr]\\s*[:>]' },
        // The last line of a quotation may say its language, whose it is, or both.
        { character: '{', after: 'lang=', inConstruct: 'phrasing' },
        { atBreak: true, character: '-', after: '-[ \\t]', inConstruct: 'blockquote' },
        { atBreak: true, character: '—', after: '[ \\t]', inConstruct: 'blockquote' },
        // A bold name and a colon begin what somebody says in a conversation.
        { before: '[*_~)\\];]\\s?', character: ':', inConstruct: 'blockquote' },
        { character: ':', after: '\\s*[*_~[\\]&]', inConstruct: 'blockquote' },
        { before: '[*_~)\\];]\\s?', character: '：', inConstruct: 'blockquote' },
        { character: '：', after: '\\s*[*_~[\\]&]', inConstruct: 'blockquote' },
      ],
    },
  ).trimEnd();
}
