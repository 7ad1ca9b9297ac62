import { visibility } from '#journal/gate.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import { slugify, tagSlug } from '#journal/slug.ts';
import { readSite } from '../../contentFolder.ts';
import { chatTextToMarkdown } from '../../drafts/chatText.ts';
import { ask } from '../asking.ts';
import { type Answer, type Command, type CommandHandler, plainLine } from '../command.ts';
import { currentEntry, editEntry, type Wish } from '../entryEdit.ts';
import type { HandlerTools } from '../handlerTools.ts';
import { targetOf } from '../target.ts';

/** Sets the title of an entry; a note may lose its own. */
export const title: CommandHandler = (command, tools) =>
  setText(command, tools, {
    key: 'title',
    label: 'Title',
    question: 'What is the title?',
    value: plainLine(command.words.text),
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
    value: plainLine(command.words.text),
  });

interface TextKey {
  readonly key: 'title' | 'tldr' | 'lang';
  readonly label: string;
  readonly question: string;
  readonly value: string;
}

async function setText(
  command: Command,
  tools: HandlerTools,
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
  const typed = plainLine(command.words.text);
  const kept = typed === '-' ? undefined : value;
  const edit = await editEntry(
    command.request,
    {
      draft,
      what: `setting ${key} of ${draft.file}`,
      concernsOthers: false,
      decide: () => ({ [key]: kept }),
    },
    tools,
  );
  if (edit.is === 'refused') return { text: edit.why, draft };
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
  const wanted = plainLine(command.words.text);
  if (wanted === '') {
    const entry = await currentEntry(draft, tools);
    const text = `${entry ? `Slug: ${entry.slug}\n` : ''}What is the last part of its address?`;
    return ask(command.request, { command: 'slug', draft }, text, tools);
  }
  const given = /[\s/?#\\]/.test(wanted) ? slugify(wanted, wanted) : wanted;
  const edit = await editEntry(command.request, slugWish(draft, given, tools), tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  const { url } = await readSite(tools.config.contentFolder);
  const lines = edit.entry
    ? [
        `Slug: ${edit.entry.slug}`,
        absoluteAddress(edit.entry.path, url),
        ...(edit.entry.aliases.length > 0
          ? [`Old addresses that lead here: ${edit.entry.aliases.join(', ')}`]
          : []),
      ]
    : [`Slug: ${given}`];
  return { text: lines.join('\n') + edit.trouble, draft };
};

function slugWish(draft: Wish['draft'], given: string, tools: HandlerTools): Wish {
  const { clock, dialogue } = tools;
  return {
    draft,
    what: `setting slug of ${draft.file}`,
    concernsOthers: true,
    decide({ entry }) {
      if (!entry || entry.slug === given.normalize('NFC')) return { slug: given };
      const isKnown =
        visibility(entry, clock.now()) === 'published' ||
        entry.syndication.length > 0 ||
        dialogue.isOncePublic(draft.file);
      if (!isKnown || entry.aliases.includes(entry.path)) return { slug: given };
      return { slug: given, aliases: [...entry.aliases, entry.path] };
    },
  };
}

/** Adds tags, in the spelling that the journal has already, and removes those with a - before them. */
export const tag: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const names = plainLine(command.words.text)
    .split(',')
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => name !== '' && name !== '-');
  if (names.length === 0) {
    const entry = await currentEntry(draft, tools);
    if (!entry)
      return { text: `${draft.file} cannot be read as an entry; /show tells why.`, draft };
    const hint = '/tag a, b adds; /tag -a removes.';
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
      const kept = (entry?.tags ?? []).filter((name) => !gone.has(tagSlug(name)));
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

function isRemoval(name: string): boolean {
  return name.startsWith('-');
}
