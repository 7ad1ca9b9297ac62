import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../../liveBot.ts';
import { keptWords } from './keptWords.ts';

let bot: LiveBot;

const { bodies, answers } = keptWords(() => bot);

describe('an album', () => {
  test.each<readonly [string, (numbers: number[]) => number[]]>([
    ['in order', (numbers) => numbers],
    ['backwards', (numbers) => numbers.toReversed()],
    ['with a note in between', (numbers) => [0, 3, 1, 2].map((at) => numbers[at] ?? 0)],
  ])('is one draft, acknowledged once: %s', async (_, order) => {
    bot = await liveBot();
    bot.api.holdUpdates();
    await bot.owner.sendsAlbum(bot.owner, [
      { kind: 'photo' },
      { kind: 'photo' },
      { kind: 'photo' },
    ]);
    await bot.owner.sends(bot.owner, 'A note');
    bot.api.releaseUpdates((updates) =>
      order(updates.map((_, index) => index)).flatMap((at) => updates[at] ?? []),
    );
    await bot.idle();
    const pictures = (await bodies()).map((body) => body.match(/photo-\d+\.jpg/g)?.length ?? 0);
    expect(pictures.sort()).toEqual([0, 3]);
    expect(answers().filter((text) => text.startsWith('Saved'))).toHaveLength(2);
    expect(answers()).toHaveLength(2);
    const shown = [...(await bodies()).join().matchAll(/photo-(\d+)/g)].map(([, id]) => Number(id));
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  });

  test('whose last picture comes after a restart is one draft', async () => {
    bot = await liveBot();
    const [first] = await bot.owner.sendsAlbum(bot.owner, [{ kind: 'photo' }, { kind: 'photo' }]);
    await bot.idle();
    await bot.stop();
    bot.clock.advance(20_000);
    if (!first?.media_group_id) throw new Error('no album');
    await bot.owner.sendsMedia(bot.owner, { kind: 'photo', media_group_id: first.media_group_id });
    bot.run();
    await bot.idle();
    const [body, ...others] = await bodies();
    expect(others).toEqual([]);
    expect(body?.match(/photo-\d+\.jpg/g)).toHaveLength(3);
  });
});

describe('a file', () => {
  const bytes = new TextEncoder().encode('content');
  test.each<readonly [string, Parameters<LiveBot['owner']['sendsMedia']>[1], RegExp]>([
    [
      'a document',
      { kind: 'document', bytes, file_name: 'Plan B.pdf', mime_type: 'application/pdf' },
      /^\[Plan B\.pdf\]\((plan-b-\d+\.pdf)\)$/,
    ],
    ['a video', { kind: 'video', bytes, file_name: 'v.mp4' }, /^\[v\.mp4\]\((v-\d+\.mp4)\)$/],
    ['a voice note', { kind: 'voice', bytes }, /^\[Voice note\]\((file-\d+\.ogg)\)$/],
    [
      'a path',
      { kind: 'document', bytes, file_name: '../../x.md' },
      /^\[\.\.\/\.\.\/x\.md\]\((x-\d+\.txt)\)$/,
    ],
    [
      'an entry',
      { kind: 'document', bytes, file_name: 'index.md' },
      /^\[index\.md\]\((index-\d+\.txt)\)$/,
    ],
    [
      'a page',
      { kind: 'document', bytes, file_name: 'a.html', mime_type: 'text/html' },
      /^\[a\.html\]\((a-\d+\.html\.txt)\)$/,
    ],
    [
      'a drawing with script',
      { kind: 'document', bytes, file_name: 'a.svg', mime_type: 'image/svg+xml' },
      /^\[a\.svg\]\((a-\d+\.svg\.txt)\)$/,
    ],
    [
      'a name in another script',
      { kind: 'document', bytes, file_name: '日本.txt' },
      /^\[日本\.txt\]\(([0-9a-f]{8}-\d+\.txt)\)$/,
    ],
    [
      'a name that is Markdown',
      { kind: 'document', bytes, file_name: '](x) <b>.txt' },
      /\((x-b-\d+\.txt)\)$/,
    ],
    ['a hidden name', { kind: 'document', bytes, file_name: '.env' }, /\(([\w-]+\.env)\)$/],
  ])('lies beside the draft under a safe name: %s', async (_, media, pattern) => {
    bot = await liveBot();
    await bot.owner.sendsMedia(bot.owner, media);
    await bot.idle();
    const [body = ''] = await bodies();
    expect(body).toMatch(pattern);
    const name = pattern.exec(body)?.[1] ?? '';
    const folder = dirname(join(bot.content, (await bot.notes())[0] ?? ''));
    expect((await readdir(folder)).sort()).toEqual([name, 'index.md'].sort());
    expect(await readFile(join(folder, name), 'utf8')).toBe('content');
    expect((await readdir(bot.content)).sort()).toEqual(['notes', 'site.yaml']);
  }); // prettier-ignore

  test('that replies to a draft without a folder lies beside it by its name', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'Words');
    await bot.idle();
    await bot.owner.sendsPhoto(bot.owner, {}, { replyTo: message });
    await bot.idle();
    const names = await readdir(join(bot.content, 'notes'));
    const picture = names.find((name) => name.endsWith('.jpg'));
    expect(picture).toMatch(/^2026-03-01-120000-photo-\d+\.jpg$/);
    expect(await bodies()).toEqual([`Words\n\n![ ](${picture})`]);
  });

  test('is a photo in its largest size, and the token is nowhere', async () => {
    bot = await liveBot();
    await bot.owner.sendsPhoto(bot.owner, { width: 1600, height: 900 });
    await bot.idle();
    const [file = ''] = await bot.notes();
    const folder = dirname(join(bot.content, file));
    const picture = (await readdir(folder)).find((name) => name.endsWith('.jpg')) ?? '';
    const sizes = bot.api.updates()[0]?.message?.photo ?? [];
    const largest = Math.max(...sizes.map((size) => size.file_size ?? 0));
    expect(sizes.length).toBeGreaterThan(1);
    expect((await readFile(join(folder, picture))).length).toBe(largest);
    await bot.stop();
    const state = await Promise.all(
      (await readdir(bot.state)).map((name) => readFile(join(bot.state, name), 'latin1')),
    );
    const secret = bot.api.token.split(':')[1] ?? '?';
    expect([await bot.read(file), bot.logged(), ...state].join('\n')).not.toContain(secret);
  });

  test.each([
    ['getFile' as const, { status: 500 }],
    ['download' as const, { status: 502 }],
    ['download' as const, 'reset' as const],
  ])('is fetched again after a failure of %s: %j', async (method, kind) => {
    bot = await liveBot();
    bot.api.fault({ method, kind });
    await bot.owner.sendsPhoto(bot.owner, { caption: 'Kept' });
    await bot.idle();
    expect(answers()).toEqual([]);
    bot.clock.advance(6000);
    await bot.idle();
    expect((await bodies())[0]).toMatch(/^!\[ \]\(photo-\d+\.jpg\)\n\nKept$/);
    expect(answers()).toHaveLength(1);
    expect(bot.logged()).not.toContain(bot.api.token.split(':')[1]);
  });
});
