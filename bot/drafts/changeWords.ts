import type { Talk } from '#journal/words/talk/talk.ts';
import { spokenHere } from '../talk/talk.ts';

const changes = [
  'changePublish',
  'changeTitle',
  'changeTldr',
  'changeLang',
  'changeSlug',
  'changeTags',
  'changeCover',
  'changeSeries',
  'changeSchedule',
  'changeUnpublish',
  'changeDiscard',
  'changeSent',
  'changeEdit',
  'changeAlt',
  'changePost',
  'changeBegin',
] as const;

/** What a change was, in words. What a state of older days has kept is words already. */
export function changeWords(
  { what, file }: { readonly what: string; readonly file: string },
  words: Talk = spokenHere(),
): string {
  const known = changes.find((one) => one === what);
  return known === undefined ? what : words.text(known, { file });
}
