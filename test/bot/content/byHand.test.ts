import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { readJournal } from '../../../bot/content/contentFolder.ts';
import { timesOf } from '../../longRuns.ts';
import { plainPicture } from '../../plainPicture.ts';
import { chatTexts } from '../message/chatTextArbitrary.ts';
import { type Phone, phone } from '../owner/chatWorld.ts';

let owner: Phone;

const code = '{(await import("node:fs")).writeFileSync("hacked", "")}';
const body = '\nMine: {1 + 1}\n\n![ ](boat.png)\n\nMore.\n';
const matter = '---\ntitle: Mine\ndate: 2026-02-01\n';
const apart = (file: string) =>
  `It is a draft of its own: ${file} is MDX, whose text only you edit, by hand.`;

const picture = () => plainPicture('png', 'blue', 8, 8);

/** An owner who looks at an entry in MDX. Resolves to the message that shows it. */
async function shown(file = 'articles/mine.mdx', draft = 'draft: true\n') {
  owner = await phone();
  await owner.write(file, `${matter}${draft}---\n${body}`);
  await owner.write('articles/boat.png', await picture());
  await owner.say(draft === '' ? '/find Mine' : '/show');
  if (draft === '') await owner.press('Mine');
  return owner.lastMessage().message;
}

async function bodyNow(file = 'articles/mine.mdx'): Promise<string> {
  return splitFrontMatter(String(await owner.file(file)), file).body;
}

describe('what is sent in answer to an entry in MDX becomes a note of its own, and the chat says so', () => {
  test.each(['articles/mine.mdx', 'articles/mine/index.mdx', 'articles/2026/mine.mdx'])(
    'a text for %s',
    async (file) => {
      const card = await shown(file);
      const before = await owner.file(file);
      await owner.replyTo(card, code);
      expect(owner.last()).toBe(`Saved as notes/2026-03-01-120000.md\n${apart(file)}`);
      expect(await owner.file(file)).toBe(before);
      expect(await owner.file('notes/2026-03-01-120000.md')).toContain('writeFileSync');
      expect((await readJournal(owner.content)).faults).toEqual([]);
    },
  );

  test('a picture, an album, a place and a poll', async () => {
    const card = await shown();
    const before = await owner.file('articles/mine.mdx');
    const to = { replyTo: card };
    const saved: string[] = [];
    const send = async (sent: Promise<unknown>) => {
      const before = owner.said().length;
      owner.clock.advance(1000);
      await sent;
      await owner.idle();
      saved.push(
        owner
          .said()
          .slice(before)
          .map((message) => message.text)
          .join('\n'),
      );
    };
    await send(owner.me.sendsPhoto(owner.me, { caption: code }, to));
    await send(
      owner.me.sendsAlbum(owner.me, [{ kind: 'photo', caption: code }, { kind: 'photo' }], to),
    );
    await send(owner.me.sendsMedia(owner.me, { kind: 'voice', caption: code }, to));
    await send(
      owner.me.sendsOther(
        owner.me,
        { poll: { question: code, options: [{ text: code }, { text: 'b' }] } } as never,
        to,
      ),
    );
    for (const words of saved) expect(words).toContain(apart('articles/mine.mdx'));
    expect(await owner.file('articles/mine.mdx')).toBe(before);
    expect(await owner.notes()).toHaveLength(4);
    const { journal, faults } = await readJournal(owner.content);
    expect(journal.entries).toHaveLength(5);
    expect(faults).toEqual([]);
  });
});

test('an edit of what an older bot wrote into an entry in MDX changes nothing there', async () => {
  const file = 'articles/mine.mdx';
  await shown(file);
  const message = await owner.say('Old words');
  await owner.stop();
  await owner.write(file, `${matter}draft: true\n---\n${body}\nOld words\n`);
  owner.edit(
    `UPDATE pieces SET draft_id = (SELECT id FROM drafts WHERE file = '${file}') WHERE message_id = ${message.message_id}`,
  );
  owner.run();
  await owner.correct(message, code);
  expect(owner.last()).toBe(
    `${file} is MDX, whose text only you edit, by hand, so your edit is not in it. The edited words are above: put them in by hand.`,
  );
  expect(await bodyNow()).toBe(`${body}\nOld words\n`);
});

test('a message whose draft was renamed to .mdx by hand is edited nowhere', async () => {
  owner = await phone();
  const message = await owner.say('/article Mine', 'Old words');
  const source = String(await owner.file('articles/mine.md'));
  await owner.write('articles/mine.mdx', source);
  await rm(`${owner.content}/articles/mine.md`);
  await owner.correct(message, code);
  expect(owner.last()).toContain('articles/mine.md is no longer in the journal');
  expect(await owner.file('articles/mine.mdx')).toBe(source);
  await owner.say('More.');
  expect(await owner.file('articles/mine.mdx')).toBe(source);
  expect(owner.last()).toContain('articles/mine.md is no longer there');
});

test('front matter is changed and taken back; pictures are described and moved by hand', async () => {
  const card = await shown();
  const said = async (words: string) => {
    await owner.replyTo(card, words);
    expect(await bodyNow(), words).toBe(body);
    return owner.last();
  };
  expect(await said(`/title ${code}`)).toContain(`Title: ${code}`);
  expect(await said(`/tldr ${code}`)).toContain('tl;dr: ');
  expect(await said('/slug other')).toContain('Slug: other');
  expect(await said('/alt A boat')).toBe(
    'articles/mine.mdx is MDX, whose text only you edit, by hand. Say there what boat.png shows: ![what it shows](boat.png).',
  );
  expect(await said('/cover A boat')).toContain('take the picture out there.');
  expect(await owner.file('articles/mine.mdx')).toContain(
    'cover:\n  src: boat.png\n  alt: A boat\n',
  );
  expect(await said('/cover -')).toContain('Cover: none');
  expect(await said('/undo')).toContain('Taken back: setting cover');
  expect(await said('/publish')).toContain('Published');
  expect((await readJournal(owner.content)).faults).toEqual([]);
});

/** No client sends half of a character. */
const cut = (text: string, units: number) => text.slice(0, units).toWellFormed();

test('whatever is sent and edited, no byte of a text in MDX changes and no word is lost', {
  timeout: 24 * 60 * 60 * 1000,
}, async () => {
  const card = await shown();
  const runs = timesOf('draftsByHand');
  for (const [index, { text, entities }] of fc.sample(chatTexts, { numRuns: runs }).entries()) {
    const words = (text.trim() === '' ? code : text).toWellFormed();
    const message = await owner.replyTo(card, { text: cut(`m${index} ${words}`, 4000) });
    owner.clock.advance(1000);
    if (index % 3 === 0) await owner.me.edits(message, cut(`m${index} ${words}${code}`, 4000));
    if (index % 5 === 0)
      await owner.me.sendsPhoto(owner.me, { caption: cut(`c ${words}`, 900) }, { replyTo: card });
    if (index % 7 === 0)
      await owner.replyTo(
        card,
        `/${['tldr', 'title', 'alt', 'cover', 'tag'][index % 5]} x${cut(words, 200)}`,
      );
    await owner.idle();
    expect(await bodyNow(), JSON.stringify({ text, entities })).toBe(body);
    const note = (await owner.notes()).at(-1) ?? '';
    expect(note).not.toBe('');
  }
  const { journal, faults } = await readJournal(owner.content);
  expect(faults).toEqual([]);
  const kept = journal.entries.map((entry) => entry.body).join('\n');
  for (let index = 0; index < runs; index++) expect(kept).toMatch(new RegExp(`\\bm${index}\\b`));
});
