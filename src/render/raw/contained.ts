import type { Collector } from '../collect/collector.ts';
import { balanced, isContained, type Surroundings } from '../html/balance.ts';
import { escapeHtml } from '../html/html.ts';
import type { HtmlTrouble } from '../html/tags.ts';
import { withoutForbidden } from './bare.ts';
import { escapeIn } from './escapes.ts';
import { withoutComments } from './withoutComments.ts';

/**
 * The HTML of a text, which ends where the text ends whatever raw HTML is in it, and a word for whoever wrote what does
 * not close as it opened. A text without raw HTML is all our own. Comments are left out.
 */
export function contained(html: string, surroundings: Surroundings, collector: Collector): string {
  const { firstLine } = collector.rawHtml;
  if (firstLine === undefined) return html;
  const closed = closedHtml(withoutForbidden(html, collector), surroundings, collector, firstLine);
  const found = escapeIn(closed);
  if (found !== undefined && !collector.isUnbearable)
    collector.fault(
      'unsafe-html',
      firstLine,
      `HTML in which browsers find ${found}`,
      'a page that loads nothing from elsewhere and runs nothing',
      'remove it',
    );
  return withoutComments(closed);
}

function closedHtml(
  html: string,
  surroundings: Surroundings,
  collector: Collector,
  firstLine: number,
): string {
  const { troubles } = collector.rawHtml;
  for (const trouble of troubles) tell(trouble, collector);
  if (troubles.length === 0) {
    if (isContained(html, surroundings)) return html;
    const where = surroundings === 'line' ? 'a line' : 'a block of Markdown';
    collector.warning(
      'loose-html',
      firstLine,
      `HTML that begins in ${where} and ends behind it, or cannot stand there`,
      'each element within one block, or around whole ones',
      'see what the page shows, and close each element where it was opened',
    );
  }
  const found = balanced(html, surroundings);
  if (found !== undefined) return found;
  collector.fault(
    'unstable-html',
    firstLine,
    'HTML of which browsers make something else each time they read it',
    'HTML whose elements may stand in each other',
    'write it in a simpler way',
  );
  return escapeHtml(html);
}

function tell(trouble: HtmlTrouble, collector: Collector): void {
  const { is, line } = trouble;
  if (is === 'nested') return collector.linkInLink(line);
  const [what, expected, cure] = wordsOf(is, trouble.words);
  if (is === 'hidden' || is === 'unfinished')
    return collector.fault('hiding-html', line, what, expected, cure);
  collector.warning('loose-html', line, what, expected, cure);
}

/** The cures tell how to write the sign where none of it was meant as HTML. */
function wordsOf(
  is: Exclude<HtmlTrouble['is'], 'nested'>,
  words: string,
): readonly [what: string, expected: string, cure: string] {
  switch (is) {
    case 'stray':
      return [
        `</${words}>, which closes nothing in this text`,
        `<${words}> before it`,
        `remove it, or write \\</${words}> if it is to be read`,
      ];
    case 'open':
    case 'hidden':
      return [
        `<${words}>, which is never closed${is === 'hidden' ? ': readers would not see the text behind it' : ''}`,
        `</${words}> behind it`,
        `close it where it ends, or write \\<${words}> if it is to be read`,
      ];
    case 'unfinished':
      return [
        `${words}, which never ends: readers would not see the text behind it`,
        words.startsWith('<!--') ? '-->' : '> at its end, and its quotes in pairs',
        'end it, or write \\< if it is to be read',
      ];
    case 'foreign':
      return [
        `${words}, which browsers take for a comment up to the next >`,
        'HTML or Markdown',
        'remove it, or write it as code',
      ];
  }
}
