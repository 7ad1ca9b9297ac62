import { expect, it } from 'vitest';
import { botKey } from '../../../src/journal/content/ownWords.ts';
import { english } from '../../../src/journal/words/english.ts';
import { siteDictionary } from '../../../src/journal/words/languages/siteWords.ts';
import { type Message, textsOf } from '../../../src/journal/words/message.ts';
import { talkDictionary } from '../../../src/journal/words/talk/talk.ts';

/** The name of a language in English, as a page tells of it. */
const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** A text as a cell of a table. */
function cell(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function row([key, message]: [string, Message]): string {
  const texts =
    typeof message === 'string'
      ? textsOf(message).map(cell)
      : Object.entries(message).map(([form, text]) => `${form}: ${cell(text)}`);
  return `| \`${key}\` | ${texts.join('<br>')} |`;
}

const page = `---
title: Language and words
summary: The languages that pages, feeds and the bot speak, and how to put words of your own in place of ours.
---
Pages and feeds speak the \`language\` of \`site.yaml\`, and so does the bot. Words come along for ${Object.keys(
  siteDictionary.languages,
)
  .map((tag) => `${names.of(tag)} (\`${tag}\`)`)
  .join(
    ', ',
  )}, and for English. A variety reads the words of its language: \`de-AT\` those of \`de\`, \`zh-TW\` those of \`zh-Hant\`, \`pt-AO\` those of \`pt-PT\`. Dates, numbers, lists and plural forms are those of the language in any case, whether there are words for it or not.

What a language lacks is said in English, and marked so (\`lang="en"\`) where it is text; a title of a window, a label that only a screen reader says and a feed have no place for such a mark.

The journal's own face has the letters of Polish, Czech, Turkish, Greek, Russian and their like (Greek and Russian without a bold italic) in files of their own; a page loads those of which it shows a letter. Other scripts are set in a face of the reader's machine.

## An entry in another language

An entry whose \`lang\` is not the journal's is said to be in that language wherever it stands. Once readers can see entries in two languages or more, each language has feeds of its own beside those of everything: \`/feed.de.xml\`, \`/atom.de.xml\` and \`/feed.de.json\` for German. \`/follow/\` lists them, and the home page and the entries in that language name them to feed readers.

## An entry in several languages

An entry in another language has its \`lang\`, and one of the two names the other:

\`\`\`yaml title="content/articles/the-house.md"
title: The house
date: 2026-05-20
translations: das-haus.md
\`\`\`

- Several are a list: \`[das-haus.md, ../notes/la-maison.md]\`. Each is a file of this journal as a link in the text has it, or the path of its page (\`/2026/das-haus/\`).
- It is enough that one names the others. Each of them then links all, with a line below the text ("Also in Deutsch and français") and for search engines (\`hreflang\` in the page's head and in \`sitemap.xml\`; \`x-default\` is the one in the journal's language).
- What is a draft or scheduled is linked once it is published.
- A file that is not there, the entry itself, and two in one language are wrong content.

Feeds hold entries of all languages, each marked with its own where the format can say so.

## Words of your own

\`words.yaml\` in the content folder puts other words in place of these, one key a line:

\`\`\`yaml title="content/words.yaml"
archive: All years
by: "Written by {authors}"
comments:
  one: "{count} answer"
  other: "{count} answers"
\`\`\`

- \`{name}\` stands for a value, and \`<name>words</name>\` is a link, or otherwise set apart. Keep those that are there; there are no others. A text that has braces in it stands in quotes.
- What is counted has a text for each form that the language counts by (Czech: \`one\`, \`few\`, \`many\`, \`other\`), or one text for all.
- A language that has no words here can have all of them so.
- What stands within a text (\`calloutNote\` to \`backToReference\`, and \`tldr\`) is said in the language of that text; your own words count where that is the language of the journal.

\`npm run check\` tells what is wrong in it.

## The bot

The bot speaks the journal's language to everybody: its answers, cards, buttons and questions, the menu of commands, and what it writes into drafts and the channel by itself ("Voice note", "(removed)"). Below \`${botKey}\` stand words of your own for that:

\`\`\`yaml title="content/words.yaml"
bot:
  publishButton: Out with it
  savedAs: "Kept as {file}"
\`\`\`

- A change of \`language\` or \`words.yaml\` is heard at the next message, without a restart; the menu changes at the next look. Buttons that are there already keep their words, and work.
- Commands are the same in every language, and so are the times that \`/schedule\` understands.
- What names files, keys and settings so that somebody can mend them is English, and stands within a sentence of the bot: faults of \`npm run check\`, what git and Telegram say, \`npm run setup\`, \`npm run doctor\`, the log, and subjects of commits.
- In Arabic and Hebrew, names, files and commands within a sentence keep their own direction.
- Telegram takes 256 characters for what a command does, 200 for the answer to a button and 64 for the grey words of \`altPlaceholder\` and \`namePlaceholder\`; what is longer is cut.

## The keys

| Key | In English |
| --- | --- |
${Object.entries(english).map(row).join('\n')}

## The keys of the bot

| Key | In English |
| --- | --- |
${Object.entries(talkDictionary.english).map(row).join('\n')}
`;

it('docs/pages/words.md has every key (npx vitest run test/journal/words -u writes it)', async () => {
  await expect(page).toMatchFileSnapshot('../../../docs/pages/words.md');
});
