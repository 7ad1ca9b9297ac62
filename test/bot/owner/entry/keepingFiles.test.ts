import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { bodyOf } from '../../liveBot.ts';
import { type Phone, phone, photos } from '../chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

describe('an album', () => {
  test.each<readonly [string, (numbers: number[]) => number[]]>([
    ['in order', (numbers) => numbers],
    ['backwards', (numbers) => numbers.toReversed()],
    ['with a note in between', (numbers) => [0, 3, 1, 2].map((at) => numbers[at] ?? 0)],
  ])('is one draft, acknowledged once: %s', async (_, order) => {
    owner.api.holdUpdates();
    await owner.me.sendsAlbum(owner.me, [{ kind: 'photo' }, { kind: 'photo' }, { kind: 'photo' }]);
    await owner.me.sends(owner.me, 'A note');
    owner.api.releaseUpdates((updates) =>
      order(updates.map((_, index) => index)).flatMap((at) => updates[at] ?? []),
    );
    await owner.idle();
    const pictures = (await owner.bodies()).map(
      (body) => body.match(/photo-\d+\.jpg/g)?.length ?? 0,
    );
    expect(pictures.sort()).toEqual([0, 3]);
    expect(owner.texts().filter((text) => text.startsWith('Saved'))).toHaveLength(2);
    expect(owner.texts()).toHaveLength(2);
    const shown = [...(await owner.bodies()).join().matchAll(/photo-(\d+)/g)].map(([, id]) =>
      Number(id),
    );
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  });

  test.each<[string, number, number, Partial<Parameters<Phone['sendAlbum']>[0][number]>, number]>([
    ['that was too large for one', 10, 2, {}, 1],
    ['of which one picture was left', 10, 1, {}, 1],
    ['with room in it', 9, 2, {}, 2],
    ['before another one, with its words', 10, 2, { caption: 'Other' }, 2],
    ['before a voice note', 10, 1, { kind: 'voice' }, 2],
  ])('%s: %i and %i', async (_, many, more, rest, wanted) => {
    await owner.sendAlbum(photos(many));
    owner.clock.advance(20_000);
    const [first, ...others] = photos(more);
    const later = { kind: 'photo' as const, ...first, ...rest };
    await (more === 1 ? owner.sendMedia(later) : owner.sendAlbum([later, ...others]));
    const bodies = await owner.bodies();
    expect(bodies).toHaveLength(wanted);
    expect(bodies.map((body) => body.match(/\(.*?\)/g)?.length).sort()).toEqual(
      (wanted === 1 ? [many + more] : [many, more]).sort(),
    );
  });

  test.each<[string, (string | undefined)[], string]>([
    ['of the first picture', ['C', undefined, undefined], '! ! ! C'],
    ['of the second one', [undefined, 'C', undefined], '! ! ! C'],
    ['of two', ['C', 'D', undefined], '! C ! ! D'],
    ['of too many', ['C', ...Array<undefined>(11)], `${'! '.repeat(12)}C`],
  ])('has its words below its pictures: %s', async (_, captions, wanted) => {
    const items = captions.map((caption) => ({
      kind: 'photo' as const,
      ...(caption !== undefined && { caption }),
    }));
    const shown = async () =>
      (await owner.bodies()).map((body) =>
        body
          .replace(/!\[ \]\(.*\)/g, '!')
          .split('\n\n')
          .join(' '),
      );
    const sent = await owner.sendAlbum(items.slice(0, 10));
    if (items.length > 10) await owner.sendAlbum(items.slice(10));
    expect(await shown()).toEqual([wanted]);
    owner.clock.advance(1_000);
    const named = sent.find(({ caption }) => caption === 'C');
    if (named) await owner.correct(named, 'Changed');
    expect(await shown()).toEqual([wanted.replace('C', 'Changed')]);
    await owner.say('/undo');
    expect(await shown()).toEqual([wanted]);
  });

  test.each<[string, number, Record<string, unknown>, string]>([
    ['its first picture', 0, {}, '! ! ! C'],
    ['its second picture', 1, {}, '! ! ! C'],
    ['its last picture', 2, {}, '! ! ! C'],
    ['a film in it', 0, { kind: 'video' }, 'v C ! !'],
    ['the first of pictures that were sent one by one', -1, {}, '! C ! !'],
  ])('has words below its pictures that an edit gives to %s', async (_, which, kind, wanted) => {
    await owner.say('/article A title');
    const items = photos(3).map((photo, at) => (at === which ? { ...photo, ...kind } : photo));
    const sent =
      which >= 0
        ? await owner.sendAlbum(items)
        : [await owner.sendPhoto(), await owner.sendPhoto(), await owner.sendPhoto()];
    const edited = sent[Math.max(which, 0)];
    const shown = async () =>
      bodyOf(await owner.file('articles/a-title.md'))
        .replace(/!\[ \]\(.*\)/g, '!')
        .replace(/\[Video\]\(.*\)/g, 'v')
        .replace(/\n\n/g, ' ');
    const before = await shown();
    for (const words of ['C', 'Changed']) {
      owner.clock.advance(1_000);
      if (edited) await owner.correct(edited, words);
      expect(await shown()).toBe(wanted.replace('C', words));
    }
    await owner.say('/undo', '/undo');
    expect(await shown()).toBe(before);
  });

  test.each([
    ['with', { caption: 'C' }],
    ['without', {}],
  ])(
    '%s words has a picture hidden that an edit hides, and its words below all',
    async (_, words) => {
      const [first] = await owner.sendAlbum([{ kind: 'photo', ...words }, { kind: 'photo' }]);
      if (!first) throw new Error('no album');
      for (const [caption, wanted] of [
        ['C', '||![ ](photo-1.jpg)||\n\n![ ](photo-2.jpg)\n\nC'],
        ['Changed', '![ ](photo-1.jpg)\n\n![ ](photo-2.jpg)\n\nChanged'],
      ] as const) {
        owner.api.holdUpdates();
        owner.clock.advance(1_000);
        await owner.me.edits(first, `${caption}.`);
        const isHidden = caption === 'C' && ({ has_media_spoiler: true } as const);
        owner.api.releaseUpdates((updates) =>
          updates.map(({ update_id, edited_message: edit }) => ({
            update_id,
            ...(edit && { edited_message: { ...edit, caption, ...isHidden } }),
          })),
        );
        await owner.idle();
        expect(await owner.bodies()).toEqual([wanted]);
      }
    },
  );

  test('of which a picture was taken out by hand has words below the others that an edit gives to its first', async () => {
    const [first] = await owner.sendAlbum(photos(3));
    const [file = ''] = await owner.notes();
    await owner.change(file, '![ ](photo-2.jpg)\n\n', '');
    owner.clock.advance(1_000);
    if (first) await owner.correct(first, 'Words');
    expect(await owner.bodies()).toEqual(['![ ](photo-1.jpg)\n\n![ ](photo-3.jpg)\n\nWords']);
  });

  test('in two parts has words below both that an edit gives to its first picture', async () => {
    const [first] = await owner.sendAlbum(photos(10));
    await owner.sendAlbum(photos(2));
    owner.clock.advance(1_000);
    if (first) await owner.correct(first, 'Words');
    expect((await owner.bodies())[0]).toMatch(/photo-13\.jpg\)\n\nWords$/);
  });

  test('that is added to another one, which it may be the rest of, is acknowledged once', async () => {
    for (const count of [10, 3, 2]) await owner.sendAlbum(photos(count));
    const [other, file] = await owner.notes();
    expect(owner.texts().map((text) => text.split('\n')[0])).toEqual([
      `Saved as ${file}`,
      `Added to ${file}`,
      `Saved as ${other}`,
    ]);
  });

  test('in three parts, the last long after the others, is one draft, and two', async () => {
    for (const _ of ['first', 'second']) await owner.sendAlbum(photos(10));
    expect(await owner.notes()).toHaveLength(1);
    owner.clock.advance(61_000);
    await owner.sendAlbum(photos(10));
    expect(await owner.notes()).toHaveLength(2);
  });

  test('whose last picture comes after a restart is one draft', async () => {
    const [first] = await owner.sendAlbum([{ kind: 'photo' }, { kind: 'photo' }]);
    await owner.stop();
    owner.clock.advance(20_000);
    if (!first?.media_group_id) throw new Error('no album');
    await owner.me.sendsMedia(owner.me, { kind: 'photo', media_group_id: first.media_group_id });
    owner.run();
    await owner.idle();
    const [body, ...others] = await owner.bodies();
    expect(others).toEqual([]);
    const pictures = body?.match(/photo-\d+\.jpg/g) ?? [];
    expect(pictures).toHaveLength(3);
    const folder = dirname(join(owner.content, (await owner.notes())[0] ?? ''));
    expect((await readdir(folder)).sort()).toEqual(['index.md', ...pictures].sort());
  });
});

describe('a file', () => {
  const bytes = new TextEncoder().encode('content');
  test.each<readonly [string, Parameters<Phone['owner']['sendsMedia']>[1], RegExp]>([
    [
      'a document',
      { kind: 'document', bytes, file_name: 'Plan B.pdf', mime_type: 'application/pdf' },
      /^\[Plan B\.pdf\]\((plan-b-\d+\.pdf)\)$/,
    ],
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
      'a name that is Markdown',
      { kind: 'document', bytes, file_name: '](x) <b>.txt' },
      /\((x-b-\d+\.txt)\)$/,
    ],
  ])('lies beside the draft under a safe name: %s', async (_, media, pattern) => {
    await owner.sendMedia(media);
    const [body = ''] = await owner.bodies();
    expect(body).toMatch(pattern);
    const name = pattern.exec(body)?.[1] ?? '';
    const folder = dirname(join(owner.content, (await owner.notes())[0] ?? ''));
    expect((await readdir(folder)).sort()).toEqual([name, 'index.md'].sort());
    expect(await readFile(join(folder, name), 'utf8')).toBe('content');
    expect((await readdir(owner.content)).sort()).toEqual(['notes', 'site.yaml']);
  });

  test('that replies to a draft without a folder lies beside it by its name', async () => {
    const message = await owner.say('Words');
    await owner.sendPhoto({}, { replyTo: message });
    const names = await readdir(join(owner.content, 'notes'));
    const picture = names.find((name) => name.endsWith('.jpg'));
    expect(picture).toMatch(/^2026-03-01-120000-photo-\d+\.jpg$/);
    expect(await owner.bodies()).toEqual([`Words\n\n![ ](${picture})`]);
  });

  test('is a photo in its largest size, and the token is nowhere', async () => {
    await owner.sendPhoto({ width: 1600, height: 900 });
    const [file = ''] = await owner.notes();
    const folder = dirname(join(owner.content, file));
    const picture = (await readdir(folder)).find((name) => name.endsWith('.jpg')) ?? '';
    const sizes = owner.api.updates()[0]?.message?.photo ?? [];
    const largest = Math.max(...sizes.map((size) => size.file_size ?? 0));
    expect(sizes.length).toBeGreaterThan(1);
    expect((await readFile(join(folder, picture))).length).toBe(largest);
    await owner.stop();
    const state = await Promise.all(
      (await readdir(owner.state)).map((name) => readFile(join(owner.state, name), 'latin1')),
    );
    const secret = owner.api.token.split(':')[1] ?? '?';
    expect([await owner.read(file), owner.logged(), ...state].join('\n')).not.toContain(secret);
  });

  test.each([
    ['stays as it was changed by hand, where its caption is edited', false, 'By hand'],
    ['is fetched anew, where another one was put in its place', true, 'Another'],
  ])('%s', async (_, isOther, wanted) => {
    const message = await owner.sendPhoto({ caption: 'Before' });
    const file = 'notes/2026-03-01-120000/photo-1.jpg';
    await owner.write(file, 'By hand');
    owner.api.holdUpdates();
    owner.clock.advance(1_000);
    await owner.me.edits(message, 'After');
    const sides = { width: 9, height: 9 };
    const other = { ...owner.me.uploads(new TextEncoder().encode('Another'), 'a.jpg'), ...sides };
    owner.api.releaseUpdates((updates) =>
      updates.map((update) => {
        const { edited_message: edit } = update;
        return edit && isOther
          ? { ...update, edited_message: { ...edit, photo: [other] } }
          : update;
      }),
    );
    await owner.idle();
    expect(await owner.bodies()).toEqual(['![ ](photo-1.jpg)\n\nAfter']);
    expect(await owner.file(file)).toBe(wanted);
    await rm(join(owner.content, file));
    owner.clock.advance(1_000);
    if (!isOther) await owner.correct(message, 'After all');
    expect(await owner.file(file)).toBe(undefined);
  });

  test.each([
    ['getFile' as const, { status: 500 }],
    ['download' as const, { status: 502 }],
    ['download' as const, 'reset' as const],
  ])('is fetched again after a failure of %s: %j', async (method, kind) => {
    owner.api.fault({ method, kind });
    await owner.sendPhoto({ caption: 'Kept' });
    expect(owner.texts()).toEqual([]);
    await owner.wait(6000);
    expect((await owner.bodies())[0]).toMatch(/^!\[ \]\(photo-\d+\.jpg\)\n\nKept$/);
    expect(owner.texts()).toHaveLength(1);
    expect(owner.logged()).not.toContain(owner.api.token.split(':')[1]);
  });
});
