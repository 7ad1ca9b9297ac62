import type { PublishMode } from '../base/settings.ts';
import { talk } from '../talk/talk.ts';

// As much as the bot can know: nothing is built with `none` and `commit`, a push is built elsewhere, and what a command of
// the owner's does is the owner's affair.

const publishedKeys = {
  uncarried: 'publishedIn',
  none: 'publishedByHand',
  commit: 'publishedCommitted',
  push: 'publishedPushed',
  command: 'publishedCommand',
} as const;

const alreadyKeys = {
  uncarried: 'alreadyIn',
  none: 'alreadyByHand',
  commit: 'alreadyCommitted',
  push: 'alreadyPushed',
  command: 'alreadyCommand',
} as const;

const shownKeys = {
  none: 'shownByHand',
  commit: 'shownCommitted',
  push: 'shownPushed',
} as const;

const goneKeys = {
  none: 'goneByHand',
  commit: 'goneCommitted',
  push: 'gonePushed',
} as const;

const dueKeys = {
  none: 'dueByHand',
  commit: 'dueCommitted',
  push: 'duePushed',
  command: 'dueCommand',
} as const;

/** When the site shows what was published. */
export function publishedWords(
  verb: 'Published' | 'Already published',
  file: string,
  address: string,
  { mode }: PublishMode,
  isCarried: boolean,
): string {
  const keys = verb === 'Published' ? publishedKeys : alreadyKeys;
  return talk(keys[isCarried ? mode : 'uncarried'], { file, address });
}

/** When the site shows what was changed in an entry that readers see, or below it; begins with a space, or is empty. */
export function changedOnSiteWords({ mode }: PublishMode, isCarried: boolean): string {
  return !isCarried || mode === 'command' ? '' : ` ${talk(shownKeys[mode])}`;
}

/** How long the site still shows what was taken off it; begins with a space, or is empty. */
export function goneFromSiteWords({ mode }: PublishMode, isCarried: boolean): string {
  return !isCarried || mode === 'command' ? '' : ` ${talk(goneKeys[mode])}`;
}

/** What makes the site show a scheduled entry once its date has come. */
export function scheduledWords({ mode }: PublishMode): string {
  return talk(dueKeys[mode]);
}
