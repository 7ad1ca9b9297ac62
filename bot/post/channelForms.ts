import type { RootContent } from 'mdast';
import { type ConstructName, formsByNode, mapConstructs } from '#journal/text/constructs.ts';
import { understoodPhrasing } from '#journal/text/rawHtml.ts';
import { writeFigure, writeFilm } from './channelFigure.ts';
import { writeCode, writeMark, writeMathematics, writeSpoiler } from './channelMarks.ts';
import {
  writeCallout,
  writeConversation,
  writePullQuote,
  writeQuotation,
} from './channelQuotation.ts';
import { writeTable } from './channelTable.ts';
import type { Styles } from './postText.ts';
import type { ChannelForm, Rendering } from './rendering.ts';

const channelForms: {
  readonly [Name in ConstructName]: ChannelForm<Name> | 'as Markdown has it';
} = {
  callout: writeCallout,
  pullQuote: writePullQuote,
  conversation: writeConversation,
  quotation: writeQuotation,
  recording: ({ children }, styles, rendering) =>
    writeFilm(understoodPhrasing(children), styles, rendering),
  figure: ({ children }, styles, rendering) => writeFigure(children, styles, rendering),
  terms: 'as Markdown has it',
  taskList: 'as Markdown has it',
  code: writeCode,
  mathematics: writeMathematics,
  table: writeTable,
  spoiler: writeSpoiler,
  // The parse of the channel has made a link of it.
  wikiLink: 'as Markdown has it',
  footnote: writeMark,
};

/** A form of nodes that have been found to be of its type. */
type Form = (node: RootContent, styles: Styles, rendering: Rendering) => boolean;

const formsOf = formsByNode(
  mapConstructs((name) => {
    const form = channelForms[name];
    return form === 'as Markdown has it' ? undefined : (form as Form);
  }),
);

/** Writes a node as the construct that it is. @returns false where it is none, or none that is more than Markdown has. */
export function writeConstruct(node: RootContent, styles: Styles, rendering: Rendering): boolean {
  return (formsOf.get(node.type) ?? []).some((write) => write(node, styles, rendering));
}
