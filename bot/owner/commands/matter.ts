import { absoluteAddress } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { slugify, tagSlug } from '#journal/address/slug.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { spoilerMask } from '#journal/text/inline/spoiler.ts';
import { readSite } from '../../content/contentFolder.ts';
import { chatTextToMarkdown } from '../../message/chatText.ts';
import { openLine } from '../../message/openText.ts';
import { ask } from '../dialogue/asking.ts';
import type { Answer, Command } from '../dialogue/command.ts';
import { currentEntry, editEntry, type Wish } from '../entry/entryEdit.ts';
import { targetOf } from '../entry/target.ts';
import { goneWords, whyUnread } from '../entry/unread.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';

/** Sets the title of an entry; a note may lose its own. */
export const title: CommandHandler = (command, tools) =>
  setText(command, tools, {
    key: 'title',
    label: 'Title',
    question: 'What is the title?',
    value: openLine(command.words),
  });

/** Sets the summary at the head of an entry: what was typed, with its formatting. */
export const tldr: CommandHandler = (command, tools) =>
  setText(command, tools, {
    key: 'tldr',
    label: 'tl;dr',
    question: 'What is the summary, in a sentence or two?',
    value: chatTextToMarkdown(command.words).replace(/\s*\\?\n\s*/g, ' '),
  });

/** Sets the language of an entry. */
export const lang: CommandHandler = (command, tools) =>
  setText(command, tools, {
    key: 'lang',
    label: 'Language',
    question: 'Which language? A tag such as en, de or pt-BR.',
    value: openLine(command.words),
  });

interface TextKey {
  readonly key: 'title' | 'tldr' | 'lang';
  readonly label: string;
  readonly question: string;
  readonly value: string;
}

async function setText(
  command: Command,
  tools: CommandTools,
  { key, label, question, value }: TextKey,
): Promise<Answer | string> {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  if (value === '') {
    const now = (await currentEntry(draft, tools))?.[key];
    const text = now === undefined ? question : `${label}: ${now}\n${question} - takes it away.`;
    return ask(command.request, { command: key, draft }, text, tools);
  }
  const typed = openLine(command.words);
  const kept = typed === '-' ? undefined : value;
  const edit = await editEntry(
    command.request,
    {
      draft,
      what: `setting ${key} of ${draft.file}`,
      concernsOthers: false,
      decide({ entry }) {
        const isNeeded = key === 'title' && entry?.kind === 'article';
        return kept === undefined && isNeeded
          ? `Nothing is changed: an article has a title. /title with words sets another.`
          : { [key]: kept };
      },
    },
    tools,
  );
  if (edit.is === 'refused') return { text: edit.why, draft, isRefused: true };
  return {
    text: `${label}: ${kept === undefined ? 'none' : typed}\n${draft.file}${edit.trouble}`,
    draft,
  };
}

/** Sets the last part of an entry's path. An address that readers have known goes on leading to it. */
export const slug: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const wanted = openLine(command.words);
  if (wanted.includes(spoilerMask)) return { text: isForAll('A slug'), draft };
  if (wanted === '') {
    const entry = await currentEntry(draft, tools);
    const text = `${entry ? `Slug: ${entry.slug}\n` : ''}What is the last part of its address?`;
    return ask(command.request, { command: 'slug', draft }, text, tools);
  }
  const edit = await editEntry(command.request, slugWish(draft, slugOf(wanted), tools), tools);
  if (edit.is === 'refused') return { text: edit.why, draft, isRefused: true };
  const { url } = await readSite(tools.config.contentFolder);
  const lines = edit.entry
    ? [
        `Slug: ${edit.entry.slug}`,
        absoluteAddress(edit.entry.path, url),
        ...(edit.entry.aliases.length > 0
          ? [`Old addresses that lead here: ${edit.entry.aliases.join(', ')}`]
          : []),
      ]
    : [`Slug: ${wanted}`];
  return { text: lines.join('\n') + edit.trouble, draft };
};

/** A slug as it was meant; undefined takes it away, and the name of the file stands for it. */
function slugOf(wanted: string): string | undefined {
  if (wanted === '-') return undefined;
  const meant = decoded(wanted);
  return /[\s/?#\\]/.test(meant) ? slugify(meant, meant) : meant;
}

function slugWish(draft: Wish['draft'], slug: string | undefined, tools: CommandTools): Wish {
  return {
    draft,
    what: `setting slug of ${draft.file}`,
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
export const tag: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const names = openLine(command.words)
    .split(',')
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => name !== '');
  if (names.some((name) => name.includes(spoilerMask))) return { text: isForAll('A tag'), draft };
  if (names.length === 0) {
    const entry = await currentEntry(draft, tools);
    if (!entry) return { text: (await whyUnread(draft, tools)) ?? goneWords(draft.file), draft };
    const hint = '/tag a, b adds; /tag -a removes a; /tag - removes all.';
    return { text: `Tags: ${entry.tags.join(', ') || 'none'}\n${hint}`, draft };
  }
  const wish: Wish = {
    draft,
    what: `setting tags of ${draft.file}`,
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
  const tags = edit.entry?.tags.join(', ') || 'none';
  return { text: `Tags: ${tags}\n${draft.file}${edit.trouble}`, draft };
};

function isForAll(what: string): string {
  return `Nothing is changed: a spoiler would hide a part of it. ${what} is for everybody to see; send it without.`;
}

function isRemoval(name: string): boolean {
  return name.startsWith('-');
}
