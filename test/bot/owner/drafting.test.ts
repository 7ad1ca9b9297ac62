import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually, type World } from '../world.ts';

let live: LiveBot;
let world: World;

beforeEach(async () => {
  live = await liveBot();
  world = live;
});

afterEach(() => {
  expect(live.logged()).not.toContain(live.api.token);
});

/** The bot's texts so far. */
const said = () => world.api.botMessages(world.owner).map((message) => message.text);

/** Waits for an answer that begins with `words`, the `count`-th of them. */
const answered = (words: string, count = 1) =>
  eventually(
    () => {
      const found = world.api
        .botMessages(world.owner)
        .filter((message) => message.text.startsWith(words));
      return found.length >= count ? found[count - 1] : undefined;
    },
    `answer ${count} that begins with "${words}"; there are: ${said().join(' / ')}`,
  );

/** The only draft, read. */
async function onlyDraft(): Promise<string> {
  const notes = await world.notes();
  expect(notes).toHaveLength(1);
  return world.read(notes[0] ?? '');
}

const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();

test('a reply to one’s message or to the bot’s answer adds to the draft', async () => {
  const { owner } = world;
  const first = await owner.sends(owner, 'One.');
  const answer = await answered('Saved as ');
  await owner.replies(first, 'Two.');
  await answered('Added to ');
  await owner.replies(answer.message, 'Three.');
  await answered('Added to ', 2);
  expect(bodyOf(await onlyDraft())).toBe('One.\n\nTwo.\n\nThree.');
});

test('an edit changes its own words, also where others say the same', async () => {
  const { owner } = world;
  const first = await owner.sends(owner, 'ok');
  await answered('Saved as ');
  const second = await owner.replies(first, 'ok then');
  await answered('Added to ');
  await owner.edits(second, 'ok, later');
  await eventually(async () => (await onlyDraft()).includes('later') || undefined, 'the edit');
  await owner.edits(first, 'fine');
  await eventually(async () => (await onlyDraft()).includes('fine') || undefined, 'the other edit');
  expect(bodyOf(await onlyDraft())).toBe('fine\n\nok, later');
});

test('an edit after a change by hand is told, and neither is lost', async () => {
  const { owner } = world;
  const message = await owner.sends(owner, 'From chat.');
  await answered('Saved as ');
  const [file = ''] = await world.notes();
  await world.write(file, (await world.read(file)).replace('From chat.', 'By hand.'));
  await owner.edits(message, 'From chat, edited.');
  expect((await answered(file)).text).toContain('was changed by hand');
  expect(bodyOf(await world.read(file))).toBe('By hand.');
});

test('an edit that comes before its message makes one draft, with the newer words', async () => {
  const { api, owner } = world;
  api.holdUpdates();
  const message = await owner.sends(owner, 'Old.');
  await owner.edits(message, 'New.');
  api.releaseUpdates((updates) => updates.toReversed());
  await answered('Saved as ');
  await owner.sends(owner, '/status');
  await answered('Drafts: 1');
  expect(bodyOf(await onlyDraft())).toBe('New.');
});

test('the same update twice makes one draft', async () => {
  const { api, owner } = world;
  await owner.sends(owner, 'Once.');
  await answered('Saved as ');
  api.repeatUpdate(api.updates()[0]?.update_id ?? 0);
  await owner.sends(owner, '/status');
  await answered('Drafts: 1');
  expect(await world.notes()).toHaveLength(1);
});

test('an album whose pictures come shuffled, late and over a restart is one draft', async () => {
  const { api, owner } = world;
  api.holdUpdates();
  await owner.sendsAlbum(owner, [{ kind: 'photo', caption: 'Three.' }, { kind: 'photo' }]);
  await owner.sends(owner, 'In between.');
  api.releaseUpdates((updates) => updates.toReversed());
  await answered('Saved as ', 2);
  await live.stop();
  const [first] = api.messages(owner);
  const group = (first?.message as { media_group_id?: string } | undefined)?.media_group_id ?? '';
  await owner.sendsPhoto(owner, { media_group_id: group });
  live.run();
  const album = await eventually(async () => {
    const notes = await world.notes();
    const folder = notes.find((file) => file.endsWith('/index.md'));
    const files = folder === undefined ? [] : await readdir(join(world.content, folder, '..'));
    return files.filter((file) => file.endsWith('.jpg')).length === 3 ? folder : undefined;
  }, 'the third picture beside the others');
  await eventually(
    async () => ((await world.read(album)).match(/!\[/g)?.length === 3 ? true : undefined),
    'all three in the text',
  );
  expect(await world.notes()).toHaveLength(2);
});

test('the caption of the second picture of an album can be edited', async () => {
  const { owner } = world;
  const [, second] = await owner.sendsAlbum(owner, [
    { kind: 'photo' },
    { kind: 'photo', caption: 'Before.' },
  ]);
  await eventually(
    async () => ((await world.notes())[0] && (await onlyDraft()).includes('Before.')) || undefined,
    'the caption',
  );
  if (!second) throw new Error('no second picture');
  await owner.edits(second, 'After.');
  await eventually(
    async () => (await onlyDraft()).includes('After.') || undefined,
    'the edited caption',
  );
  expect(await onlyDraft()).not.toContain('Before.');
});

it.each([
  ['../../x.md', /^x-/],
  ['index.md', /^index-/],
  ['a.html', /^a-/],
  ['Ünïcode & spaces.pdf', /^unicode-spaces-/],
  ['.env', /^[0-9a-f]{8}-/],
])('a document named %j lies beside the draft under a safe name', async (name, beginning) => {
  const { owner } = world;
  await owner.sendsMedia(owner, {
    kind: 'document',
    bytes: Buffer.from('content'),
    file_name: name,
  });
  const file = (await answered('Saved as ')).text.replace('Saved as ', '');
  const beside = (await readdir(join(world.content, file, '..'))).filter(
    (one) => one !== 'index.md',
  );
  expect(beside).toHaveLength(1);
  expect(beside[0]).toMatch(beginning);
  expect(beside[0]).not.toMatch(/\.(md|html)$/);
  expect(await world.read(file)).toContain(`](${beside[0]})`);
  expect((await readdir(world.content)).sort()).toEqual(['notes', 'site.yaml']);
});

test('a video that is too large is kept as words that say so', async () => {
  const { owner } = world;
  await owner.sendsMedia(owner, { kind: 'video', size: 25 * 1024 * 1024, caption: 'The film.' });
  await answered('Saved as ');
  expect(await onlyDraft()).toMatch(/too large[\s\S]*The film\./);
});

test('a forwarded message becomes a quotation with its source', async () => {
  const { api, owner } = world;
  const other = api.channel({ username: 'elsewhere', title: 'Elsewhere', owner, bot: 'left' });
  const post = await owner.sends(other, 'Their words.');
  await owner.forwards(post, owner);
  await answered('Saved as ');
  expect(bodyOf(await onlyDraft())).toMatch(
    /^> Their words\.\n>\n> — \[Elsewhere\]\(https:\/\/t\.me\/elsewhere\/\d+\)$/,
  );
});

test('Publish pressed twice publishes and posts once; Discard then refuses', async () => {
  const { api, owner, channel } = world;
  await owner.sends(owner, 'Once.');
  const answer = await answered('Saved as ');
  await Promise.all([
    owner.presses(answer.message, 'Publish'),
    owner.presses(answer.message, 'Publish'),
  ]);
  await owner.presses(answer.message, 'Discard');
  await answered('notes/');
  expect(api.messages(channel)).toHaveLength(1);
  expect(await world.notes()).toHaveLength(1);
});

test('a discarded draft is out of the journal and can be had back', async () => {
  const { owner } = world;
  await owner.sendsPhoto(owner, { caption: 'Away.' });
  const answer = await answered('Saved as ');
  await owner.presses(answer.message, 'Discard');
  const kept = (await answered('Discarded: ')).text.split('it is kept in ')[1] ?? '';
  expect(await world.notes()).toEqual([]);
  expect((await readdir(kept)).sort()).toEqual([
    expect.stringMatching(/^index\.md$/),
    expect.stringMatching(/\.jpg$/),
  ]);
});

test('/drafts lists with buttons, /publish takes the newest or the one replied to, /help and the unknown are answered', async () => {
  const { owner } = world;
  const first = await owner.sends(owner, 'First.');
  await answered('Saved as ');
  await owner.sends(owner, 'Second.');
  await answered('Saved as ', 2);
  await owner.sends(owner, '/drafts');
  const list = await answered('1. Second.');
  expect(list.text).toContain('2. First.');
  expect(list.buttons).toEqual([
    'Publish 1',
    'Show 1',
    'Discard 1',
    'Publish 2',
    'Show 2',
    'Discard 2',
  ]);
  await owner.sends(owner, '/publish');
  await answered('Published in ');
  await owner.replies(first, '/publish');
  await answered('Published in ', 2);
  await owner.sends(owner, '/drafts');
  await answered('There are no drafts.');
  await owner.sends(owner, '/help');
  await answered('Write to me');
  await owner.sends(owner, '/nonsense');
  await answered('I do not know /nonsense.');
});

test('what cannot be written is tried again, and not lost', async () => {
  const { owner } = world;
  // A file where the folder must be: as full a disk as a test can have, whoever runs it.
  await rename(join(world.content, 'notes'), join(world.content, 'notes.away'));
  await writeFile(join(world.content, 'notes'), '');
  await owner.sends(owner, 'Not lost.');
  await eventually(
    () => live.logged().includes('could not be handled') || undefined,
    'the first try',
  );
  await rm(join(world.content, 'notes'));
  await rename(join(world.content, 'notes.away'), join(world.content, 'notes'));
  live.clock.advance(60_000);
  await answered('Saved as ');
  expect(bodyOf(await onlyDraft())).toBe('Not lost.');
});
