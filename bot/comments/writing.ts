import type { Site } from '#journal/schema/siteSchema.ts';
import { readEntries } from '../content/contentFolder.ts';
import { handOn } from '../publish/carryOn.ts';
import { talk } from '../talk/talk.ts';
import { CommentFileError } from './commentText.ts';
import type { CommentTools } from './commentTools.ts';
import type { HeldComment } from './heldComment.ts';

/** What went wrong with comments, by their ids, in words for the owner. */
export type Troubles = ReadonlyMap<number, string>;

/**
 * Brings what readers may see of comments to disk and further; the file of an entry is written once for all of its
 * comments.
 */
export async function writeAll(
  comments: readonly HeldComment[],
  { timeZone }: Site,
  tools: CommentTools,
): Promise<Troubles> {
  const byEntry = Map.groupBy(comments.filter(isToBeWritten), ({ entryId = '' }) => entryId);
  return writeGroups([...byEntry], timeZone, tools);
}

async function writeGroups(
  groups: readonly (readonly [entryId: string, comments: readonly HeldComment[]])[],
  timeZone: string,
  tools: CommentTools,
): Promise<Troubles> {
  const troubles = new Map<number, string>();
  for (const [entryId, own] of groups)
    for (const [id, trouble] of await writeEntry(entryId, own, timeZone, tools))
      troubles.set(id, trouble);
  return troubles;
}

function isToBeWritten(comment: HeldComment): boolean {
  const { entryId, state, revision, allowedRevision, writtenRevision } = comment;
  if (state !== 'shown' || entryId === undefined) return false;
  return allowedRevision === revision && writtenRevision !== revision;
}

async function writeEntry(
  entryId: string,
  comments: readonly HeldComment[],
  timeZone: string,
  tools: CommentTools,
): Promise<Troubles> {
  const { files, store } = tools.comments;
  try {
    await expectEntry(entryId, tools);
    const replies = (comment: HeldComment) => store.shownReplies(comment);
    const outcomes = await files.show(entryId, comments, timeZone, replies);
    const trouble = await handOnComments(comments.length, entryId, tools);
    return store.inTransaction(() => {
      const troubles = new Map<number, string>();
      for (const comment of comments) {
        const outcome = outcomes.get(comment.id) ?? 'written';
        if (outcome === 'written') store.written(comment);
        else store.refused(comment);
        const words = outcome === 'changed-by-hand' ? talk('commentByHand') + trouble : trouble;
        if (words !== '') troubles.set(comment.id, words);
      }
      return troubles;
    });
  } catch (error) {
    if (!(error instanceof CommentFileError)) throw error;
    // One of them may be what cannot be written.
    if (comments.length > 1)
      return writeGroups(
        comments.map((one) => [entryId, [one]]),
        timeZone,
        tools,
      );
    const words = `${talk('mendThenPress')}\n${error.message}`;
    for (const comment of comments) store.notAllowedYet(comment);
    return new Map(comments.map(({ id }) => [id, words]));
  }
}

/** Comments of no entry would stop the site's build. @throws {CommentFileError} */
async function expectEntry(entryId: string, { config }: CommentTools): Promise<void> {
  const { journal, unread } = await readEntries(config.contentFolder);
  // It may be one of those that cannot be read.
  if (unread.length > 0 || journal.entries.some((entry) => entry.id === entryId)) return;
  throw new CommentFileError(talk('noEntryOfComment', { id: entryId }));
}

/**
 * Takes comments that readers see out of their files, and these where publishing goes.
 *
 * @returns whether that was done, which it is not where a file has to be mended first; and what went wrong.
 */
export async function hideShown(comments: readonly HeldComment[], tools: CommentTools) {
  const { files } = tools.comments;
  const shown = comments.filter(({ state, entryId }) => state === 'shown' && entryId !== undefined);
  const troubles: string[] = [];
  try {
    for (const [entryId, own] of Map.groupBy(shown, (one) => one.entryId ?? ''))
      if (await files.hide(entryId, own))
        troubles.push(await handOnComments(own.length, entryId, tools));
  } catch (error) {
    if (!(error instanceof CommentFileError)) throw error;
    return { isHidden: false, trouble: `${talk('mendFile')}\n${error.message}` };
  }
  return { isHidden: true, trouble: troubles.find((one) => one !== '') ?? '' };
}

/** Takes a changed file of comments where publishing goes. The answer says what went wrong. */
function handOnComments(count: number, entryId: string, tools: CommentTools): Promise<string> {
  const file = tools.comments.files.path(entryId);
  const subject = count === 1 ? `Comment on ${entryId}` : `${count} comments on ${entryId}`;
  return handOn([file], subject, tools);
}
