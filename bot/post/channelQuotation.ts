import type { Blockquote } from 'mdast';
import { calloutParts } from '#journal/text/block/calloutParts.ts';
import { turnsOf } from '#journal/text/block/conversation.ts';
import { quotationParts } from '#journal/text/block/quotationParts.ts';
import { withStyle } from './channelPhrasing.ts';
import { quotationAmong, type Style } from './postText.ts';
import type { Rendering } from './rendering.ts';

/**
 * Writes a blockquote; `styles` are those within it. A callout has its title in bold, a conversation a line for each
 * turn, a quotation says below whose it is.
 */
export function writeQuotation(
  node: Blockquote,
  styles: readonly Style[],
  rendering: Rendering,
): void {
  const callout = calloutParts(node, rendering.body);
  if (callout?.is === 'pull') return;
  if (callout?.is === 'callout') {
    rendering.phrasing(callout.title, withStyle(styles, 'bold'));
    if (callout.blocks.length > 0) rendering.out.append('\n', quotationAmong(styles));
    return rendering.blocks(callout.blocks, styles, true);
  }
  const { blocks, attribution } = quotationParts(node.children, rendering.body);
  const turns = turnsOf(blocks, rendering.body);
  if (turns) writeTurns(turns, styles, rendering);
  else rendering.blocks(blocks, styles, true);
  if (!attribution) return;
  rendering.out.append('\n', quotationAmong(styles));
  rendering.out.append('— ', styles);
  rendering.phrasing(attribution, styles);
}

function writeTurns(
  turns: NonNullable<ReturnType<typeof turnsOf>>,
  styles: readonly Style[],
  rendering: Rendering,
): void {
  for (const [index, turn] of turns.entries()) {
    if (index > 0) rendering.out.append('\n', quotationAmong(styles));
    rendering.blocks([turn], styles, true);
  }
}
