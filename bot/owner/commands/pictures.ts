import { readFile } from 'node:fs/promises';
import type { Message } from 'grammy/types';
import { decoded } from '#journal/address/contentPath.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { isByHand } from '../../content/byHand.ts';
import { type Cover, coverOf } from '../../content/cover.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import type { Request } from '../../drafts/request.ts';
import { undescribedPictures } from '../../message/altText.ts';
import { openLine } from '../../message/openText.ts';
import { carryEditOn } from '../../publish/carryOn.ts';
import { talk } from '../../talk/talk.ts';
import { altByHandWords } from '../dialogue/altQuestions.ts';
import { ask } from '../dialogue/asking.ts';
import type { Answer, Command } from '../dialogue/command.ts';
import { picturesOf } from '../entry/entryCard.ts';
import { editEntry, type Wish } from '../entry/entryEdit.ts';
import { goneWords } from '../entry/unread.ts';
import { aboutEntry, type CommandHandler, type CommandTools } from './commandTools.ts';
import { coverWish } from './coverWish.ts';

/**
 * Makes a picture of the entry its cover: the one that is replied to, else the last one. It stands above the text then
 * and no longer in it; the cover before it is back in the text, if it came from chat.
 */
export const cover = aboutEntry(async (draft, command, tools) => {
  const { words, request } = command;
  const given = openLine(words);
  if (given === '-') return setCover(request, draft, undefined, tools);
  const source = await sourceOf(draft, tools);
  const picture = chosenPicture(command, draft, source, tools);
  if (!picture) {
    const is = coverOf(source, draft.file);
    const { file } = draft;
    const text = is
      ? talk('onlyCover', { file, picture: is.src })
      : talk('noPictureForCover', { file });
    return { text, draft };
  }
  const src = decoded(picture.url);
  const before = coverOf(source, draft.file);
  const known = picture.alt.trim() || (before?.src === src ? before.alt : '');
  const alt = given === '' ? known : given;
  const answer = await setCover(request, draft, { src, alt }, tools);
  if (alt !== '' || !answer.isDone) return answer;
  const question = { command: 'cover-alt', draft } as const;
  const text = `${answer.text}\n${talk('askCoverAlt')}`;
  return { ...answer, text: ask(request, question, text, tools) };
});

function chosenPicture(
  { message, request }: Command,
  draft: Draft,
  source: string,
  tools: CommandTools,
): { url: string; alt: string } | undefined {
  const before = coverOf(source, draft.file);
  const is = before && { url: encodeURI(before.src), alt: before.alt };
  // Handled again, it is out of the text by now, and the last one there is another.
  if (is && tools.changes.fileOf(request) !== undefined) return is;
  const replied = repliedPicture(message, tools);
  if (replied && decoded(replied.url) === before?.src) return is;
  return replied ?? picturesOf(splitFrontMatter(source, draft.file).body).at(-1);
}

/** Says what the cover shows. */
export const coverAlt: CommandHandler = async ({ about, words, request }, tools) => {
  const is = about && coverOf(await sourceOf(about, tools), about.file);
  if (!is) return talk('noCover');
  const typed = openLine(words);
  return setCover(request, about, { ...is, alt: typed === '-' ? '' : typed }, tools);
};

/** Says what a picture shows: the one that is replied to, else the last one that nobody has described, else the cover. */
export const alt = aboutEntry(async (draft, { message, words, extra, request }, tools) => {
  const source = await sourceOf(draft, tools);
  const url =
    extra === ''
      ? (repliedPicture(message, tools)?.url ??
        undescribedPictures(source).at(-1) ??
        coverLeft(source, draft.file))
      : extra;
  if (url === undefined) {
    const hasAny = picturesOf(splitFrontMatter(source, draft.file).body).length > 0;
    const why = hasAny
      ? talk('allDescribedReply', { file: draft.file })
      : talk('hasNoPicture', { file: draft.file });
    return { text: why, draft };
  }
  const typed = openLine(words);
  if (typed === '' && isByHand(draft.file)) return { text: altByHandWords(draft.file, url), draft };
  if (typed === '') {
    const question = { command: 'alt', draft, extra: url } as const;
    const text = talk('askAlt', { picture: decoded(url) });
    return ask(request, question, text, tools);
  }
  const outcome = tools.changes.isMade(request)
    ? 'written'
    : await tools.changes.recording(request, draft.file, 'changeAlt', () =>
        tools.drafts.setAlt(draft, url, typed === '-' ? '' : typed),
      );
  if (outcome === 'absent')
    return { text: talk('pictureGone', { file: draft.file, picture: url }), draft };
  if (outcome === 'missing') return goneWords(draft.file);
  if (outcome === 'by-hand') return { text: altByHandWords(draft.file, url), draft };
  const trouble = await carryEditOn(draft, tools);
  const picture = decoded(url);
  const news =
    typed === '-' ? talk('altTakenAway', { picture }) : talk('altSet', { picture, words: typed });
  return { text: news + trouble, draft };
});

/** The address of the cover, where nobody has described it or it is the only picture. */
function coverLeft(source: string, file: string): string | undefined {
  const cover = coverOf(source, file);
  const isOnly = picturesOf(splitFrontMatter(source, file).body).length === 0;
  return cover && (isOnly || cover.alt.trim() === '') ? encodeURI(cover.src) : undefined;
}

async function setCover(
  request: Request,
  draft: Draft,
  value: Cover | undefined,
  tools: CommandTools,
): Promise<Answer & { isDone: boolean }> {
  const change = coverWish(draft, value, tools.store);
  const wish: Wish = { draft, what: 'changeCover', concernsOthers: false, ...change };
  const edit = await editEntry(request, wish, tools);
  if (edit.is === 'refused') return { text: edit.why, draft, isDone: false };
  const shows = value && value.alt !== '' ? ` (${value.alt})` : '';
  const left =
    value && isByHand(draft.file) ? `\n${talk('coverByHand', { file: draft.file })}` : '';
  const line = talk('coverLine', { value: value ? value.src + shows : talk('none') });
  const text = `${line}\n${draft.file}${edit.trouble}${left}`;
  return { text, draft, isDone: true };
}

/** The picture of the message that is replied to. */
function repliedPicture({ chat, reply_to_message: addressed }: Message, { store }: CommandTools) {
  const piece = addressed && store.piece({ chatId: chat.id, messageId: addressed.message_id });
  return piece && picturesOf(piece.markdown)[0];
}

function sourceOf(draft: Draft, { drafts }: CommandTools): Promise<string> {
  return readFile(drafts.path(draft.file), 'utf8').catch(() => '');
}
