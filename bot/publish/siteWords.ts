import type { PublishMode } from '../base/settings.ts';

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
  if (!isCarried) return `${verb} in ${file}. Its address: ${address}`;
  switch (mode) {
    case 'none':
      return `${verb} in ${file}. The site shows it after the next "npm run build": ${address}`;
    case 'commit':
      return `${verb} in ${file}, and committed. The site shows it after its next build: ${address}`;
    case 'push':
      return `${verb} and pushed. The site shows it as soon as its host has built it: ${address}`;
    case 'command':
      return `${verb}, and the publish command went well: ${address}`;
    default: {
      const never: never = mode;
      return never;
    }
  }
}

/** When the site shows what was changed in an entry that readers see, or below it; begins with a space, or is empty. */
export function changedOnSiteWords({ mode }: PublishMode, isCarried: boolean): string {
  if (!isCarried) return '';
  switch (mode) {
    case 'none':
      return ' The site shows it after the next "npm run build".';
    case 'commit':
      return ' The site shows it after its next build.';
    case 'push':
      return ' The site shows it as soon as its host has built it.';
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
      return ' The site shows it until the next "npm run build".';
    case 'commit':
      return ' The site shows it until its next build.';
    case 'push':
      return ' The site shows it until its host has built it anew.';
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
      return 'The site shows it with the first "npm run build" after that.';
    case 'commit':
      return 'The site shows it with its first build after that.';
    case 'push':
      return 'I push then, so that the host of the site builds it.';
    case 'command':
      return 'The publish command is run then.';
    default: {
      const never: never = mode;
      return never;
    }
  }
}
