import { mkdtemp, readdir, readFile, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { built } from '../site/build.ts';
import { changingCalls, eventually, makeWorld } from './world.ts';

test('a message becomes a draft, a page, a post; an edit edits and a removal removes the post', async () => {
  const world = await makeWorld();
  const { api, owner, channel } = world;
  const bot = world.start();
  const text = 'Bold words, a link and code.\n\n# not a heading, <b>not bold</b>';
  await owner.sendsPhoto(owner, {
    caption: text,
    caption_entities: [
      { type: 'bold', offset: 0, length: 10 },
      { type: 'text_link', offset: 14, length: 4, url: 'https://example.org/' },
      { type: 'code', offset: 23, length: 4 },
    ],
    width: 640,
    height: 480,
  });

  // The draft is on disk before it is acknowledged.
  const saved = await eventually(
    () => api.botMessages(owner).find((one) => one.text.startsWith('Saved as ')),
    'an acknowledgement',
  );
  const file = saved.text.replace('Saved as ', '');
  const draft = await world.read(file);
  expect(draft).toContain('draft: true');
  expect(draft).toContain('**Bold words**, a [link](https://example.org/) and `code`.');
  expect(draft).toContain('\\# not a heading, \\<b>not bold\\</b>');
  const beside = await readdir(join(world.content, file, '..'));
  const picture = beside.find((name) => name.endsWith('.jpg'));
  expect(picture).toMatch(/^photo-\d+\.jpg$/);
  expect(draft).toContain(`](${picture})`);
  expect(api.messages(channel)).toEqual([]);

  // Publish: the note goes whole, its formatting and picture with it, the permalink last.
  await owner.presses(saved.message, 'Publish');
  const posted = await eventually(() => api.messages(channel)[0], 'the post');
  const slug = file.replace(/^notes\/|\/index\.md$/g, '');
  expect(posted.text).toBe(`${text}\n\nhttps://journal.example/notes/${slug}/`);
  expect(posted.entities.filter((entity) => entity.type !== 'url')).toEqual([
    { type: 'bold', offset: 0, length: 10 },
    { type: 'text_link', offset: 14, length: 4, url: 'https://example.org/' },
    { type: 'code', offset: 23, length: 4 },
  ]);
  expect(posted.media?.kind).toBe('photo');
  expect(Buffer.from(posted.media?.bytes ?? [])).toEqual(
    await readFile(join(world.content, file, '..', picture ?? '')),
  );
  const address = `https://t.me/journal/${posted.id}`;
  await eventually(
    async () => (await world.read(file)).includes(address),
    'syndication in the file',
  );
  expect(await world.read(file)).not.toContain('draft');

  // The site shows the page.
  const dist = await mkdtemp(join(tmpdir(), 'scrollback-dist-'));
  try {
    await built({
      content: world.content,
      output: join(dist, 'dist'),
      cache: join(dist, 'cache'),
      now: new Date(Date.now() + 1000).toISOString(),
    });
    const page = await readFile(join(dist, 'dist/notes', slug, 'index.html'), 'utf8');
    expect(page).toContain(
      '<strong>Bold words</strong>, a <a href="https://example.org/">link</a> and <code>code</code>.',
    );
    expect(page).toContain('# not a heading, &lt;b&gt;not bold&lt;/b&gt;');
    expect(page).toMatch(/<img src="\/_images\/[^"]+\.webp"/);
    expect(page).toContain(`href="${address}"`);
  } finally {
    await rm(dist, { recursive: true });
  }

  // The file is edited: the same post is edited, by one call.
  await bot.end('SIGTERM');
  await world.change(file, '**Bold words**', '*New words*');
  api.clearCalls();
  const edit = await world.command('mirrorCommand.ts');
  expect(edit.code, edit.output).toBe(0);
  const [edited, ...others] = api.messages(channel);
  expect(others).toEqual([]);
  expect(edited?.id).toBe(posted.id);
  expect(edited?.text).toContain('New words, a link');
  expect(edited?.entities[0]).toEqual({ type: 'italic', offset: 0, length: 9 });
  expect(changingCalls(api)).toEqual(['editMessageCaption']);

  // Nothing changed: no call but the one that looks the channel up.
  api.clearCalls();
  const idle = await world.command('mirrorCommand.ts');
  expect(idle.code, idle.output).toBe(0);
  expect(idle.output).toContain('Nothing to do');
  expect(api.calls().map((call) => call.method)).toEqual(['getChat']);

  // The file is deleted: a dry run tells it and does nothing, the mirror takes the only post down where that is meant.
  await unlink(join(world.content, file));
  const dry = await world.command('mirrorCommand.ts', ['--dry-run']);
  expect(dry.code, dry.output).toBe(0);
  expect(dry.output).toContain(`take down: ${file}`);
  expect(api.messages(channel)).toHaveLength(1);
  const refused = await world.command('mirrorCommand.ts');
  expect(refused.code, refused.output).toBe(1);
  expect(api.messages(channel)).toHaveLength(1);
  const removal = await world.command('mirrorCommand.ts', ['--allow-removals']);
  expect(removal.code, removal.output).toBe(0);
  expect(api.messages(channel)).toEqual([]);
  const told = [edit, idle, dry, refused, removal].map(({ output }) => output);
  expect([bot.output(), ...told].join()).not.toContain(api.token);
});
