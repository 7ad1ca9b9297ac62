import type { Code, Link, Parents, RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  defaultHandlers,
  type Info,
  type Options,
  type State,
  toMarkdown,
} from 'mdast-util-to-markdown';
import { constructNames, constructs } from './constructs.ts';
import { spoilerMarkdown } from './spoilerMarkdown.ts';
import { inWords } from './unsafe.ts';

declare module 'mdast' {
  interface TextData {
    /** The value is Markdown already: an escaped character. */
    asIs?: boolean;
  }
  interface CodeData {
    /** The block is written with a space before each of its lines, of which the code has nothing. */
    isIndented?: boolean;
  }
}

/** What would be more than its characters where it stands in a text. */
const unsafe: NonNullable<Options['unsafe']> = [
  // The site's parser makes links of `www.` before anything, and takes marks behind it for a part of the address.
  {
    character: '.',
    before: '[Ww]{3}',
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'link', 'image', 'label'],
  },
  // Left as it is, it would take the force of a character reference that is written behind it.
  { character: '\\', ...inWords },
  ...constructNames.flatMap((name) => [...constructs[name].escapes]),
  // Containers, terms, marks, comments and notes of other Markdowns, of which the site warns.
  { character: '^', after: '\\[', ...inWords },
  { character: '^', after: '(?=[^\\s^]{1,8}\\^)', ...inWords },
  { atBreak: true, character: ':', after: '(?:::|[ \\t])' },
  { atBreak: true, character: '!', after: '!!' },
  { atBreak: true, character: '?', after: '\\?\\?' },
  { character: '=', after: '=[^\\s=]', ...inWords },
  { character: '%', after: '%[^%\\n]', ...inWords },
  // A first paragraph that begins so is the summary of its entry.
  { atBreak: true, before: '[Tt][Ll]', character: ';', after: '[Dd][Rr]\\s*[:>]' },
  // Names of elements begin with many a sign in MDX, and what begins none stops it; `<%` is other people's syntax.
  { character: '<', after: '(?=\\S)', ...inWords },
  // In a file that is renamed to .mdx it would begin a program.
  { atBreak: true, character: 'i', after: 'mport[\\s{*"\']' },
  { atBreak: true, character: 'e', after: 'xport[\\s{*]' },
];

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
        spoiler: spoilerMarkdown,
        code: writeCode,
        link: Object.assign(writeLink, { peek: peekLink }),
      },
      unsafe,
    },
  ).trimEnd();
}

function writeCode(node: Code, parent: Parents | undefined, state: State, info: Info): string {
  const text = defaultHandlers.code(node, parent, state, info);
  return node.data?.isIndented ? text.replace(/(?<![^\n])(?=[^\n])/g, ' ') : text;
}

/** Addresses that stand in `<…>` as one: MDX takes `<tel:a/>` for an element, and the library doubles a `\` there. */
const isAutolink = /^(?:https?:[^\\[{]*|mailto:[\w.+-]+@[\w.-]+)$/i;

function writeLink(node: Link, parent: Parents | undefined, state: State, info: Info): string {
  return defaultHandlers.link(node, parent, withLinksFor(node, state), info);
}

/** The sign with which it begins, on which what stands before depends: a `!` would make a picture of it. */
function peekLink(node: Link, parent: Parents | undefined, state: State): string {
  return defaultHandlers.link.peek(node, parent, withLinksFor(node, state));
}

function withLinksFor({ url }: Link, state: State): State {
  return { ...state, options: { ...state.options, resourceLink: !isAutolink.test(url) } };
}
