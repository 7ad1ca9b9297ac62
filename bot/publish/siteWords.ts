import type { PublishMode } from '../base/settings.ts';
import { talk } from '../talk/talk.ts';

/**
 * When the site shows what was published: as much as the bot can know. Nothing is built with `none` and `commit`, a push
 * is built elsewhere, and what a command of the owner's does is the owner's affair.
 */
export function publishedWords(
  verb: 'Published' | 'Already published',
  file: string,
  address: string,
  { mode }: PublishMode,
  isCarried: boolean,
): string {
  const known = verb === 'Published' ? publishedKeys : alreadyKeys;
  return talk(known[isCarried ? mode : 'uncarried'], { file, address });
}

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

/** When the site shows what was changed in an entry that readers see, or below it; begins with a space, or is empty. */
export function changedOnSiteWords({ mode }: PublishMode, isCarried: boolean): string {
  if (!isCarried) return '';
  switch (mode) {
    case 'none':
      return ` ${talk('shownByHand')}`;
    case 'commit':
      return ` ${talk('shownCommitted')}`;
    case 'push':
      return ` ${talk('shownPushed')}`;
    case 'command':
      return '';
    default: {
      const never: never = mode;
      return never;
    }
  }
}

/** How long the site still shows what was taken off it; begins with a space, or is empty. */
export function goneFromSiteWords({ mode }: PublishMode, isCarried: boolean): string {
  if (!isCarried) return '';
  switch (mode) {
    case 'none':
      return ` ${talk('goneByHand')}`;
    case 'commit':
      return ` ${talk('goneCommitted')}`;
    case 'push':
      return ` ${talk('gonePushed')}`;
    case 'command':
      return '';
    default: {
      const never: never = mode;
      return never;
    }
  }
}

/** What makes the site show a scheduled entry once its date has come. */
export function scheduledWords({ mode }: PublishMode): string {
  switch (mode) {
    case 'none':
      return talk('dueByHand');
    case 'commit':
      return talk('dueCommitted');
    case 'push':
      return talk('duePushed');
    case 'command':
      return talk('dueCommand');
    default: {
      const never: never = mode;
      return never;
    }
  }
}
