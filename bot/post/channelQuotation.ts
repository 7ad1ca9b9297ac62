import type { PhrasingContent } from 'mdast';
import { calloutParts, calloutWords } from '#journal/text/block/calloutParts.ts';
import { turnsOf } from '#journal/text/block/conversation.ts';
import { quotationParts } from '#journal/text/block/quotationParts.ts';
import { repeatsWords } from '#journal/text/block/repeatedWords.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { quotationAmong, type Styles, withStyle } from './postText.ts';
import type { ChannelForm, Rendering } from './rendering.ts';

/** Writes a callout, its title in bold; `styles` are those within it. @returns false for any other blockquote. */
export const writeCallout: ChannelForm<'callout'> = (node, styles, rendering) => {
  const callout = calloutParts(node, rendering.body);
  if (callout?.is !== 'callout') return false;
  const bold = withStyle(styles, 'bold');
  if (callout.title) rendering.phrasing(callout.title, bold);
  else rendering.out.append(rendering.words.text(calloutWords[callout.kind]), bold);
  if (callout.blocks.length > 0) rendering.out.append('\n', quotationAmong(styles));
  rendering.blocks(callout.blocks, styles, true);
  return true;
};

/**
 * Leaves a pull quote out where it says once more what the text says, and else writes it as a quotation. @returns false for any
 * other blockquote.
 */
export const writePullQuote: ChannelForm<'pullQuote'> = (node, styles, rendering) => {
  const parts = calloutParts(node, rendering.body);
  if (parts?.is !== 'pull') return false;
  const words = parts.blocks.map((block) => wordsOf(block)).join(' ');
  if (repeatsWords(words, rendering.wordsBesidePullQuotes())) return true;
  writeAttributed(parts, styles, rendering);
  return true;
};

/** Writes a conversation, a line for each turn. @returns false for any other blockquote. */
export const writeConversation: ChannelForm<'conversation'> = (node, styles, rendering) => {
  const { blocks, attribution } = quotationParts(node.children, rendering.body);
  const turns = turnsOf(blocks, rendering.body);
  if (!turns) return false;
  writeTurns(turns, styles, rendering);
  writeAttribution(attribution, styles, rendering);
  return true;
};

/** Writes any other quotation, which says below whose it is. */
export const writeQuotation: ChannelForm<'quotation'> = (node, styles, rendering) => {
  writeAttributed(quotationParts(node.children, rendering.body), styles, rendering);
  return true;
};

function writeAttributed(
  { blocks, attribution }: Pick<ReturnType<typeof quotationParts>, 'blocks' | 'attribution'>,
  styles: Styles,
  rendering: Rendering,
): void {
  const before = rendering.out.length;
  rendering.blocks(blocks, styles, true);
  writeAttribution(attribution, styles, rendering, rendering.out.length > before);
}

function writeAttribution(
  attribution: readonly PhrasingContent[] | undefined,
  styles: Styles,
  rendering: Rendering,
  isBelowWords = true,
): void {
  if (!attribution) return;
  // Of a picture nothing is written: it goes to the post.
  if (isBelowWords) rendering.out.append('\n', quotationAmong(styles));
  rendering.out.append('— ', styles);
  rendering.phrasing(attribution, styles);
}

function writeTurns(
  turns: NonNullable<ReturnType<typeof turnsOf>>,
  styles: Styles,
  rendering: Rendering,
): void {
  for (const [index, turn] of turns.entries()) {
    if (index > 0) rendering.out.append('\n', quotationAmong(styles));
    rendering.blocks([turn], styles, true);
  }
}
