import { type Talk, talkDictionary } from '#journal/words/talk/talk.ts';
import { type KeyTelling, spokenHere } from '../talk/talk.ts';

/** What a change was, in words. What a state of older days has kept is words already. */
export function changeWords(
  { what, file }: { readonly what: string; readonly file: string },
  words: Talk = spokenHere(),
): string {
  return isChange(what) ? words.text(what, { file }) : what;
}

function isChange(what: string): what is KeyTelling<'file'> & `change${string}` {
  return what.startsWith('change') && Object.hasOwn(talkDictionary.english, what);
}
