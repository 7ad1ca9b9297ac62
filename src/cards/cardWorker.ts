import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { workerData } from 'node:worker_threads';
import pLimit from 'p-limit';
import { KeptFolder } from '../files/keptFolder.ts';
import { MadeFolders } from '../files/makeFolder.ts';
import { placeInOutput } from '../files/outputFolder.ts';
import { answerEach } from '../threads/otherThread.ts';
import { type Asked, missingSuffix } from './cards.ts';
import type { Card } from './catalogue.ts';
import { CardDrawer } from './drawCard.ts';
import { installedTypefaces } from './typefaces.ts';

// The other thread of `Cards`: draws cards into the folder that it is given, and to where they are asked for.
const cache = new KeptFolder(workerData);
const drawer = new CardDrawer(installedTypefaces());
const folders = new MadeFolders();

/** While one is put together here, others are drawn and deflated in the four threads of Node's pool. */
const drawnAtOnce = 6;

answerEach(async ({ cards, target }: Asked) => {
  await pLimit(drawnAtOnce).map(cards, (card) => draw(card, target));
});

/** Draws a card, with a file beside it that says which signs no typeface has. */
async function draw({ content, file, path }: Card, target: Asked['target']): Promise<void> {
  try {
    const { png, missing } = await drawer.draw(content);
    const name = basename(path);
    // Before the card: where that is there, all is known of it.
    if (missing.length > 0)
      cache.keep(`${name}${missingSuffix}`, Buffer.from([...new Set(missing)].join('')));
    cache.keep(name, png);
    if (target !== undefined) writeFileSync(await placeInOutput(target, name, folders), png);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The card of ${file} cannot be drawn: ${reason}`, { cause });
  }
}
