import { basename } from 'node:path';
import { workerData } from 'node:worker_threads';
import pLimit from 'p-limit';
import { KeptFolder } from '../files/keptFolder.ts';
import { MadeFolders } from '../files/makeFolder.ts';
import { placeInOutput } from '../files/outputFolder.ts';
import { writeStamped } from '../files/stampedFile.ts';
import { answerEach } from '../threads/otherThread.ts';
import { type Asked, missingSuffix, type ReadyCard, type WantedCard } from './cards.ts';
import type { Card } from './catalogue.ts';
import type { CardDrawer } from './drawCard.ts';

// The other thread of `Cards`: draws cards into the folder that it is given, and writes them to where they are asked for.
const cache = new KeptFolder(workerData);
const folders = new MadeFolders();
let drawer: Promise<CardDrawer> | undefined;

/**
 * While one is put together here, others are drawn and deflated in the four threads of Node's pool, each of which finds its
 * next one in the line.
 */
const drawnAtOnce = 12;

answerEach(({ cards, target }: Asked) =>
  pLimit(drawnAtOnce).map(cards, (wanted) => ready(wanted, target)),
);

/** Draws a card where it is not kept as it was drawn, and writes it into a folder. */
async function ready({ card, kept }: WantedCard, target: Asked['target']): Promise<ReadyCard> {
  try {
    const name = basename(card.path);
    const before = kept === undefined ? undefined : cache.read(kept);
    const png = before ?? (await draw(card, name));
    const path = target && (await placeInOutput(target, name, folders));
    return {
      name,
      isDrawn: before === undefined,
      written: path === undefined ? undefined : writeStamped(path, png),
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The card of ${card.file} cannot be drawn: ${reason}`, { cause });
  }
}

/** Keeps a card, with a file beside it that says which signs no typeface has. */
async function draw({ content }: Card, name: string): Promise<Uint8Array> {
  drawer ??= loadDrawer();
  const { png, missing } = await (await drawer).draw(content);
  // Before the card: where that is there, all is known of it.
  if (missing.length > 0)
    cache.keep(`${name}${missingSuffix}`, Buffer.from([...new Set(missing)].join('')));
  cache.keep(name, png);
  return png;
}

/** The renderer and its fonts, which are loaded only where there is something to draw. */
async function loadDrawer(): Promise<CardDrawer> {
  const [{ CardDrawer }, { installedTypefaces }] = await Promise.all([
    import('./drawCard.ts'),
    import('./typefaces.ts'),
  ]);
  return new CardDrawer(installedTypefaces());
}
