import { KeptPieces, pieceMark } from '../../item/keptPieces.ts';

const blocks =
  'table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|header|footer|nav|figure|figcaption|details|summary|script|iframe|video|audio|object|noscript';
const beginsBlock = new RegExp(`^</?(?:${blocks})\\b`, 'i');

/**
 * HTML with the paragraphs that WordPress makes of empty lines, and the breaks that it makes of line ends, when it shows a
 * text of its classic editor; Movable Type does much the same where it is told to convert breaks.
 */
export function withParagraphs(text: string): string {
  const kept = new KeptPieces();
  const held = text
    .replace(/\r\n?/g, '\n')
    .replace(
      /<(pre|script|style|textarea)\b[\s\S]*?<\/\1>/gi,
      (block) => `\n\n${kept.keep(block)}\n\n`,
    )
    .replace(new RegExp(`(<(?:${blocks})\\b[^>]*>)`, 'gi'), '\n\n$1')
    .replace(new RegExp(`(</(?:${blocks})>|<hr\\b[^>]*>)`, 'gi'), '$1\n\n');
  const parts = held
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return kept.restored(parts.map(paragraph).join('\n'));
}

function paragraph(part: string): string {
  if (part.startsWith(pieceMark) || part.startsWith('<!--')) return part;
  const lines = withBreaks(part);
  if (!beginsBlock.test(part)) return `<p>${lines}</p>`;
  const [, tag = '', rest = ''] = /^(<[^>]*>)([\s\S]*)$/.exec(part) ?? [];
  if (
    rest.trim() === '' ||
    /^<\/|^<(?:p|li|td|th|dt|h[1-6]|figcaption|caption|summary)\b/i.test(tag)
  )
    return tag + withBreaks(rest);
  return `${tag}<p>${withBreaks(rest)}</p>`;
}

/** A line that ends with a break has it already. */
function withBreaks(lines: string): string {
  return lines.replace(
    /(<br\b[^<>]*>)?(?:(?<![^\S\n])[^\S\n]+)?\n/gi,
    (_, typed = '<br />') => `${typed}\n`,
  );
}
