import { readFile } from 'node:fs/promises';
import type { Message } from 'grammy/types';
import { splitFrontMatter } from '#journal/frontMatter.ts';
import { undescribedPictures } from '../../drafts/altText.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { ask } from '../asking.ts';
import { type Answer, type CommandHandler, plainLine } from '../command.ts';
import { picturesOf } from '../entryCard.ts';
import { editEntry } from '../entryEdit.ts';
import type { HandlerTools } from '../handlerTools.ts';
import { carryOnIfPublished } from '../publishing.ts';
import type { Request } from '../request.ts';
import { targetOf } from '../target.ts';

/** Makes a picture of the entry its cover: the one that is replied to, else the last one. */
export const cover: CommandHandler = async ({ message, about, words, request }, tools) => {
  const target = await targetOf({ message, about, request }, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const given = plainLine(words.text);
  if (given === '-') return setCover(request, draft, undefined, tools);
  const source = await sourceOf(draft, tools);
  const picture =
    repliedPicture(message, tools) ?? picturesOf(splitFrontMatter(source, draft.file).body).at(-1);
  if (!picture) return { text: `${draft.file} has no picture. Send one, then /cover.`, draft };
  const alt = given === '' ? picture.alt.trim() : given;
  const answer = await setCover(request, draft, { src: decodedAddress(picture.url), alt }, tools);
  if (alt !== '' || !answer.isDone) return answer;
  const question = { command: 'cover-alt', draft } as const;
  const text = `${answer.text}\nWhat does it show, for those who cannot see it? Unanswered, it only decorates.`;
  return { ...answer, text: ask(request, question, text, tools) };
};

/** Says what the cover shows. */
export const coverAlt: CommandHandler = async ({ about, words, request }, tools) => {
  const src = about && coverSource(await sourceOf(about, tools), about.file);
  if (!about || src === undefined) return 'There is no cover to describe.';
  return setCover(request, about, { src, alt: plainLine(words.text) }, tools);
};

/** Says what a picture shows: the one that is replied to, else the last one that nobody has described. */
export const alt: CommandHandler = async ({ message, about, words, extra, request }, tools) => {
  const target = await targetOf({ message, about, request }, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const source = await sourceOf(draft, tools);
  const url =
    extra === ''
      ? (repliedPicture(message, tools)?.url ?? undescribedPictures(source).at(-1))
      : extra;
  if (url === undefined) {
    const why = `All pictures of ${draft.file} have words. Reply to one with /alt to change them.`;
    return { text: why, draft };
  }
  const given = plainLine(words.text);
  if (given === '') {
    const question = { command: 'alt', draft, extra: url } as const;
    const text = `What does ${decodedAddress(url)} show, for those who cannot see it?`;
    return ask(request, question, text, tools);
  }
  const what = `describing a picture of ${draft.file}`;
  const outcome = await tools.changes.recording(request, draft.file, what, () =>
    tools.drafts.setAlt(draft, url, given),
  );
  if (outcome === 'absent') return { text: `${draft.file} no longer shows ${url}.`, draft };
  if (outcome === 'missing') return `${draft.file} is no longer there.`;
  const trouble = await carryOnIfPublished(draft, tools);
  return { text: `${decodedAddress(url)} shows: ${given}${trouble}`, draft };
};

async function setCover(
  request: Request,
  draft: Draft,
  value: { src: string; alt: string } | undefined,
  tools: HandlerTools,
): Promise<Answer & { isDone: boolean }> {
  const edit = await editEntry(
    request,
    {
      draft,
      what: `setting cover of ${draft.file}`,
      concernsOthers: false,
      decide: () => ({ cover: value }),
    },
    tools,
  );
  if (edit.is === 'refused') return { text: edit.why, draft, isDone: false };
  const shows = value && value.alt !== '' ? ` (${value.alt})` : '';
  const text = `Cover: ${value ? value.src + shows : 'none'}\n${draft.file}${edit.trouble}`;
  return { text, draft, isDone: true };
}

/** The picture of the message that is replied to. */
function repliedPicture(
  { chat, reply_to_message: addressed }: Message,
  { store }: HandlerTools,
): { url: string; alt: string } | undefined {
  const piece = addressed && store.piece({ chatId: chat.id, messageId: addressed.message_id });
  return piece && picturesOf(piece.markdown)[0];
}

function sourceOf(draft: Draft, { drafts }: HandlerTools): Promise<string> {
  return readFile(drafts.path(draft.file), 'utf8').catch(() => '');
}

function coverSource(source: string, file: string): string | undefined {
  const { value } = splitFrontMatter(source, file).yaml;
  if (typeof value !== 'object' || value === null || !('cover' in value)) return undefined;
  const { cover: known } = value;
  if (typeof known !== 'object' || known === null || !('src' in known)) return undefined;
  return String(known.src);
}

function decodedAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
