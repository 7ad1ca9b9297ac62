import { answerEach, standBack } from '../threads/otherThread.ts';
import type { FeedQuestion } from './feedThread.ts';
import { feedFile } from './formats.ts';
import type { FeedItem } from './item.ts';

// The other thread of `FeedThread`.
const known = new Map<number, FeedItem>();

standBack();
answerEach(
  ({ format, head, items, told }: FeedQuestion) => {
    for (const [number, { html, ...item }] of told)
      known.set(number, { ...item, body: { digest: '', html: () => html } });
    return feedFile({ ...head, items: items.map(itemOf) }, format);
  },
  ({ buffer }) => [buffer],
);

function itemOf(number: number): FeedItem {
  const item = known.get(number);
  if (!item) throw new Error(`The item ${number} of a feed was not told`);
  return item;
}
