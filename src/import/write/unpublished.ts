import type { Notes } from '../item/notes.ts';
import { type Destination, linkWords, type Replacement } from '../markdown/destinations.ts';
import type { PlannedDocument } from './plan.ts';

/**
 * Whether a document must not lead to another: a link would tell readers of what is not published. What is scheduled leads to
 * what appears no later.
 */
export function isHiddenFrom(
  from: Pick<PlannedDocument, 'seenAs' | 'date'>,
  to: Pick<PlannedDocument, 'seenAs' | 'date'>,
): boolean {
  if (from.seenAs === 'draft' || to.seenAs === 'published') return false;
  return from.seenAs === 'published' || to.seenAs === 'draft' || to.date.at > from.date.at;
}

/**
 * What stands in place of links to a document that readers do not see: a link by name, which shows its words alone until
 * that document is published; where its words have formatting, these.
 */
export function withoutWay(
  one: Destination,
  body: string,
  { file }: Pick<PlannedDocument, 'file'>,
  notes: Notes,
): readonly Replacement[] {
  notes.changed(
    'link to what is not published',
    'its words, which are a link again once that is published',
  );
  if (one.is === 'autolink') return [{ ...one.whole, text: `\`${one.address}\`` }];
  if (one.is === 'html link') return [withoutAddress(one, body)];
  const name = file.replace(/(?:\/index)?\.md$/, '');
  if (one.is !== 'definition') {
    return [{ ...one.whole, text: byName(name, linkWords(one, body), body, one.whole) }];
  }
  const links = (one.references ?? []).filter(({ is }) => is === 'link');
  return [
    { ...one.whole, text: '' },
    ...links.map(({ whole }) => {
      const words = body.slice(whole.start + 1, whole.end).replace(/\](?:\[[^\]]*\])?$/, '');
      return { ...whole, text: byName(name, words, body, whole) };
    }),
  ];
}

function byName(name: string, words: string, body: string, { start, end }: Destination['whole']) {
  if (/^(?:https?:|www\.)\S*$/i.test(words)) return `\`${words}\``;
  const [before = '', after = ''] = [body[start - 1], body[end]];
  // Brackets would be taken for another thing there, and a bar for the end of a cell.
  const isAmongSigns = /[\w!)\][]/.test(before) || /[\][(|]/.test(after);
  const isPlain = /^[^[\]|\\*_`<>&!~^=$:{}]*\S$/.test(words) && !/\n\s*\n/.test(words);
  return isPlain && !isAmongSigns && !isInTable(body, start) ? `[[${name}|${words}]]` : words;
}

function isInTable(body: string, at: number): boolean {
  const [line = ''] = /.*/.exec(body.slice(body.lastIndexOf('\n', at - 1) + 1)) ?? [];
  return line.replace(/\[\[[^[\]]*\]\]/g, '').includes('|');
}

/** A link of HTML without its address is its words. */
function withoutAddress({ whole, start, end }: Destination, body: string): Replacement {
  const before = body.slice(whole.start, start);
  const name = /\shref\s*=\s*$/i.exec(before)?.[0] ?? '';
  return { start: start - name.length, end, text: '' };
}
