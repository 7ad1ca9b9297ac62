import type { Code } from 'mdast';
import { readCodeInfo } from '#journal/text/block/codeInfo.ts';
import { markAfter } from './footnoteList.ts';
import { quotationAmong, withStyle } from './postText.ts';
import type { ChannelForm } from './rendering.ts';

/** Writes a block of code, below the name of its file, which as plain words would become a link where it ends as a host does. */
export const writeCode: ChannelForm<'code'> = (node, styles, { out }) => {
  const { title } = readCodeInfo(node);
  if (title !== undefined) {
    out.append(title, withStyle(styles, 'code'));
    out.append('\n', quotationAmong(styles));
  }
  out.append(node.value, [...styles, { type: 'pre', language: languageOf(node) }]);
  return true;
};

function languageOf({ lang }: Code): string | undefined {
  return lang?.replace(/^title=.*|[^\w#+-]/g, '') || undefined;
}

/** Telegram has no mathematics: its source is shown as such. */
export const writeMathematics: ChannelForm<'mathematics'> = ({ type, value }, styles, { out }) => {
  if (type === 'math') out.append(value, [...styles, { type: 'pre', language: 'latex' }]);
  else out.append(value.replaceAll('\n', ' '), [...styles, { type: 'code' }]);
  return true;
};

/** Hides words until somebody taps them. */
export const writeSpoiler: ChannelForm<'spoiler'> = ({ children }, styles, rendering) => {
  rendering.phrasing(children, withStyle(styles, 'spoiler'));
  return true;
};

/** Writes the mark of a note; the notes stand below the text. */
export const writeMark: ChannelForm<'footnote'> = (node, styles, { out, notes }) => {
  const number = node.type === 'footnoteReference' ? notes.cite(node.identifier) : undefined;
  if (number === undefined) return true;
  const isMark = out.length > 0 && notes.markedAt === out.length;
  // The mark has no style but the quotation, which would fall into two without it.
  out.append(markAfter({ end: out.end, isMark }, number), quotationAmong(styles));
  notes.markedAt = out.length;
  return true;
};
