import { type Api, GrammyError, InputFile } from 'grammy';
import { classify, refusedWith } from '../base/failure.ts';
import { pictureLibrary } from '../base/pictures.ts';
import { talk } from '../talk/talk.ts';

/** Where a post is taken down. */
export interface RemovalTools {
  readonly api: Api;
  readonly channelId: number;
  /** Notes that a message was too old to be deleted, and what it says now. */
  leftStub(messageId: number, says: string): Promise<void>;
}

/**
 * Takes a message down. One that is older than 48 hours, which bots cannot delete, says that it is removed instead, and a
 * grey area stands in place of its picture. Done again, it changes nothing. `isAmongOthers`: of an album that stays, whose
 * words Telegram shows as long as no other of its pictures has any.
 *
 * @returns false where it was gone already.
 * @throws grammY's errors, where the message can be neither deleted nor edited the first of them.
 */
export async function takeDown(
  id: number,
  tools: RemovalTools,
  isAmongOthers = false,
): Promise<boolean> {
  const { api, channelId } = tools;
  try {
    await api.deleteMessage(channelId, id);
    return true;
  } catch (error) {
    if (classify(error).kind === 'done-already') return false;
    if (!refusedWith(error, /message can't be deleted/i)) throw error;
    const caption = isAmongOthers ? '' : talk('stubText');
    if (!(await becomesStub(id, caption, tools))) throw error;
    await tools.leftStub(id, isAmongOthers ? greySign : caption);
    return true;
  }
}

/** Stands for the grey area, where the owner is told what a message says. */
const greySign = '▒';

/** @returns false where the message is none that the bot may edit. */
async function becomesStub(
  id: number,
  caption: string,
  { api, channelId }: RemovalTools,
): Promise<boolean> {
  try {
    await api.editMessageText(channelId, id, talk('stubText'));
    return true;
  } catch (error) {
    if (isStubAlready(error)) return true;
    if (refusedWith(error, /message can't be edited/i)) return false;
    if (!refusedWith(error, /no text in the message/i)) throw error;
  }
  try {
    const media = new InputFile(await greyArea(), 'removed.png');
    await api.editMessageMedia(channelId, id, { type: 'photo', media, caption });
    return true;
  } catch (error) {
    if (isStubAlready(error)) return true;
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}

function isStubAlready(error: unknown): boolean {
  return (
    classify(error).kind === 'done-already' ||
    refusedWith(error, /message to edit not found|MESSAGE_ID_INVALID/i)
  );
}

async function greyArea(): Promise<Buffer> {
  const sharp = await pictureLibrary();
  const background = '#888';
  return sharp({ create: { width: 320, height: 80, channels: 3, background } })
    .png()
    .toBuffer();
}
