import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { changingCalls, makeWorld, type World } from '../world.ts';

let world: World;

/** Whatever a post may be: text, split, announced, with footnotes, photo, album, more pictures than one album holds. */
const bodies = [
  'Words with **style** and [a link](/notes/n2/).',
  `${'A sentence of some words. '.repeat(300)}`,
  `${'A sentence of some words. '.repeat(900)}`,
  'A note[^1].\n\n[^1]: Below.',
  '| a | b |\n|---|---|\n| c | d |\n\n- [x] done\n\n> [!NOTE]\n> Mind.',
  'One.\n\n![One](p0.jpg)',
  'Two.\n\n![One](p0.jpg)\n![Two](p1.jpg)',
  `${'Words above. '.repeat(120)}\n\n![One](p0.jpg)`,
  Array.from({ length: 11 }, (_, number) => `![P](p${number}.jpg)`).join('\n'),
  '😀 👨‍👩‍👧‍👦 `code` $$x$$ <b>html</b>',
];
const entries = 40;

test('a journal of every kind of post that is mirrored again, by other processes, changes nothing', async () => {
  const pages = createServer((_, response) => response.writeHead(200).end());
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  try {
    world = await makeWorld();
    const url = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
    await world.write('site.yaml', `title: A journal\nurl: ${url}\ntimeZone: Europe/Lisbon\n`);
    for (let number = 0; number < 11; number++)
      await world.paint(`notes/p${number}.jpg`, `#0${number.toString(16)}8`);
    for (let number = 0; number < entries; number++) {
      const date = `date: 2026-01-01T00:00:${String(number).padStart(2, '0')}Z`;
      await world.write(
        `notes/n${number}.md`,
        `---\n${date}\n---\n\n${bodies[number % bodies.length]}\n`,
      );
    }
    await world.write('articles/a.md', '---\ntitle: T\ndate: 2026-01-02\n---\n\nLong text.\n');
    const mirror = async () => {
      const { code, output } = await world.command('mirrorCommand.ts', ['--all']);
      expect(code, output).toBe(0);
    };
    const mirrorApart = async () => {
      const apart = world.start('mirrorCommand.ts', ['--all']);
      expect(await apart.ended, apart.output()).toBe(0);
    };
    const changesBy = async (run: () => Promise<void>) => {
      world.api.clearCalls();
      await run();
      return changingCalls(world.api);
    };
    expect((await changesBy(mirror)).length).toBeGreaterThan(entries);
    const posts = world.api.messages(world.channel).map(({ id, text }) => [id, text]);
    expect(await changesBy(mirrorApart)).toEqual([]);
    expect(await changesBy(mirror)).toEqual([]);
    expect(world.api.messages(world.channel).map(({ id, text }) => [id, text])).toEqual(posts);
  } finally {
    pages.close();
  }
});
