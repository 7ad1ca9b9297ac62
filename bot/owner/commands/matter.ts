import { shownAddress } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { slugify, tagSlug } from '#journal/address/slug.ts';
import type { Entry } from '#journal/content/entry.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { spoilerMask } from '#journal/text/inline/spoiler.ts';
import { readSite } from '../../content/contentFolder.ts';
import { chatTextToMarkdown } from '../../message/chatText.ts';
import { openLine } from '../../message/openText.ts';
import { type PlainKey, spokenHere, talk } from '../../talk/talk.ts';
import { ask } from '../dialogue/asking.ts';
import type { Command } from '../dialogue/command.ts';
import { currentEntry, editEntry, type Wish } from '../entry/entryEdit.ts';
import { goneWords, whyUnread } from '../entry/unread.ts';
import { aboutEntry, type CommandHandler, type CommandTools } from './commandTools.ts';
import { languageTag } from './languageTag.ts';

/** Sets the title of an entry; a note may lose its own. */
export const title = settingText({
  key: 'title',
  label: 'titleLine',
  question: 'askTitle',
  valueIn: (words) => openLine(words),
});

/** Sets the summary at the head of an entry: what was typed, with its formatting. */
export const tldr = settingText({
  key: 'tldr',
  label: 'tldrLine',
  question: 'askTldr',
  valueIn: (words) => chatTextToMarkdown(words).replace(/\s*\\?\n\s*/g, ' '),
});

/** Sets the language of an entry. */
export const lang = settingText({
  key: 'lang',
  label: 'languageLine',
  question: 'askLanguage',
  valueIn: (words) => languageTag(openLine(words), spokenHere().language),
});

interface TextKey {
  readonly key: 'title' | 'tldr' | 'lang';
  readonly label: 'titleLine' | 'tldrLine' | 'languageLine';
  readonly question: PlainKey;
  valueIn(words: Command['words']): string;
}

const changes = { title: 'changeTitle', tldr: 'changeTldr', lang: 'changeLang' } as const;

function settingText({ key, label, question, valueIn }: TextKey): CommandHandler {
  return aboutEntry(async (draft, { words, request }, tools) => {
    const value = valueIn(words);
    if (value === '') {
      const entry = await currentEntry(draft, tools);
      const now = entry?.[key];
      const lines = now === undefined ? '' : `${talk(label, { value: now })}\n`;
      const takesAway = now === undefined || isNeeded(key, entry) ? '' : ` ${talk('takesAway')}`;
      const text = `${lines}${talk(question)}${takesAway}`;
      return ask(request, { command: key, draft }, text, tools);
    }
    const typed = openLine(words);
    const shown = key === 'lang' ? value : typed;
    const kept = typed === '-' ? undefined : value;
    const wish: Wish = {
      draft,
      what: changes[key],
      concernsOthers: false,
      decide: ({ entry }) =>
        kept === undefined && isNeeded(key, entry) ? talk('articleHasTitle') : { [key]: kept },
    };
    const edit = await editEntry(request, wish, tools);
    if (edit.is === 'refused') return { text: edit.why, draft, isRefused: true };
    return {
      text: `${talk(label, { value: kept === undefined ? talk('none') : shown })}\n${draft.file}${edit.trouble}`,
      draft,
    };
  });
}

function isNeeded(key: TextKey['key'], entry: Entry | undefined): boolean {
  return key === 'title' && entry?.kind === 'article';
}

/** Sets the last part of an entry's path. An address that readers have known goes on leading to it. */
export const slug = aboutEntry(async (draft, command, tools) => {
  const wanted = openLine(command.words);
  if (wanted.includes(spoilerMask)) return { text: talk('slugSpoiler'), draft };
  if (wanted === '') {
    const entry = await currentEntry(draft, tools);
    const text = `${entry ? `${talk('slugLine', { value: entry.slug })}\n` : ''}${talk('askSlug')}`;
    return ask(command.request, { command: 'slug', draft }, text, tools);
  }
  const edit = await editEntry(command.request, slugWish(draft, slugOf(wanted), tools), tools);
  if (edit.is === 'refused') return { text: edit.why, draft, isRefused: true };
  const { url } = await readSite(tools.config.contentFolder);
  const lines = edit.entry
    ? [
        talk('slugLine', { value: edit.entry.slug }),
        shownAddress(edit.entry.path, url),
        ...(edit.entry.aliases.length > 0
          ? [talk('formerAddresses', { addresses: edit.entry.aliases.join(', ') })]
          : []),
      ]
    : [talk('slugLine', { value: wanted })];
  return { text: lines.join('\n') + edit.trouble, draft };
});

/** A slug as it was meant; undefined takes it away, and the name of the file stands for it. */
function slugOf(wanted: string): string | undefined {
  if (wanted === '-') return undefined;
  const meant = decoded(wanted);
  return /[\s/?#\\]/.test(meant) ? slugify(meant, meant) : meant;
}

function slugWish(draft: Wish['draft'], slug: string | undefined, tools: CommandTools): Wish {
  return {
    draft,
    what: 'changeSlug',
    concernsOthers: true,
    decide({ source, entry, site }) {
      if (!entry) return { slug };
      const next = editFrontMatter(source, { slug });
      const aliases = tools.addresses.aliasesKept(draft.file, source, next, site);
      return aliases ? { slug, aliases } : { slug };
    },
  };
}

/** Adds tags, in the spelling that the journal has already, and removes those with a - before them. */
export const tag = aboutEntry(async (draft, command, tools) => {
  const names = openLine(command.words)
    .split(',')
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => name !== '');
  if (names.some((name) => name.includes(spoilerMask))) return { text: talk('tagSpoiler'), draft };
  if (names.length === 0) {
    const entry = await currentEntry(draft, tools);
    if (!entry) return { text: (await whyUnread(draft, tools)) ?? goneWords(draft.file), draft };
    const value = entry.tags.join(', ') || talk('none');
    return { text: `${talk('tagsLine', { value })}\n${talk('tagHint')}`, draft };
  }
  const wish: Wish = {
    draft,
    what: 'changeTags',
    concernsOthers: true,
    decide({ entry }, journal) {
      const known = new Map(
        (journal?.entries ?? []).flatMap((one) => one.tags.map((name) => [tagSlug(name), name])),
      );
      const gone = new Set(names.filter(isRemoval).map((name) => tagSlug(name.slice(1).trim())));
      const isKept = (name: string) => !names.includes('-') && !gone.has(tagSlug(name));
      const kept = (entry?.tags ?? []).filter(isKept);
      const fresh = names
        .filter((name) => !isRemoval(name))
        .map((name) => known.get(tagSlug(name)) ?? name);
      const tags = [...new Map([...kept, ...fresh].map((name) => [tagSlug(name), name])).values()];
      return { tags: tags.length > 0 ? tags : undefined };
    },
  };
  const edit = await editEntry(command.request, wish, tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  const value = edit.entry?.tags.join(', ') || talk('none');
  return { text: `${talk('tagsLine', { value })}\n${draft.file}${edit.trouble}`, draft };
});

function isRemoval(name: string): boolean {
  return name.startsWith('-');
}
