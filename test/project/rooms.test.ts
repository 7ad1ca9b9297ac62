import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { circlesIn } from './circles.ts';
import { importedFiles, reachOf, wrongImports } from './imports.ts';
import { entryPoints, folders, mayImport, roomOf, telegramRooms } from './rooms.ts';
import { drawRooms, pictures } from './roomsPicture.ts';
import { rooms } from './roomsTable.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const most = 20;
const mostLines = 300;

const files = (
  await Promise.all(
    ['src', 'bot', 'telegram-double', 'demo'].map(async (folder) =>
      (await filesBelow(join(project, folder))).map((file) => `${folder}/${file}`),
    ),
  )
)
  .flat()
  .filter((file) => !file.startsWith('telegram-double/test/'));
const code = files.filter((file) => /\.(ts|astro|mjs|js)$/.test(file));

/** The rooms of the bot that know grammY, by what they import of it. */
const grammy = { calls: new Set<string>(), messages: new Set<string>() };

/** The rooms that each room imports from, and by which imports. */
const arrows = new Map<string, Map<string, string[]>>();
/** The files that each file imports. */
const imports = new Map<string, string[]>();
/** What files of the site and of the bot import against the directions of the design. */
const wrong: string[] = [];
for (const file of code) {
  const from = roomOf(file);
  const source = await readFile(join(project, file), 'utf8');
  if (from.startsWith('bot') && /from 'grammy'/.test(source)) grammy.calls.add(from);
  if (from.startsWith('bot') && /from 'grammy\/types'/.test(source)) grammy.messages.add(from);
  const reach = reachOf(file, source);
  imports.set(file, importedFiles(reach));
  if (/^(?:src|bot)\//.test(file)) wrong.push(...wrongImports(reach));
  for (const target of imports.get(file) ?? []) {
    if (!/\.(ts|astro)$/.test(target)) continue;
    const to = roomOf(target);
    if (to === from) continue;
    const targets = arrows.get(from) ?? new Map<string, string[]>();
    arrows.set(from, targets.set(to, [...(targets.get(to) ?? []), `${file} → ${target}`]));
  }
}

describe('files', () => {
  it('of the site and of the bot keep the directions with every import', () => {
    for (const folder of ['src', 'bot'])
      expect(code.filter((file) => file.startsWith(`${folder}/`)).length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('are in no circle, not even within a room', () => {
    expect(circlesIn(imports)).toEqual([]);
  });

  it.each([
    [{ a: ['b'], b: ['c'], c: [] }, []],
    [{ a: ['b'], b: ['c'], c: ['b'] }, ['b → c → b']],
    [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    [{ a: ['a'], b: ['c', 'd'], c: ['b'], d: ['b'] }, ['a → a', 'b → c → b', 'b → d → b']],
  ])('with the imports %j have the circles %j', (targets, circles) => {
    expect(circlesIn(new Map(Object.entries(targets)))).toEqual(circles);
  });
});

describe('the table of rooms', () => {
  it('names only rooms above each, so that there is no circle', () => {
    const names = Object.keys(rooms);
    const below = names.flatMap((name, place) =>
      (rooms[name] ?? [])
        .filter((other) => other !== 'src/journal' && names.indexOf(other) >= place)
        .concat((rooms[name] ?? []).filter((other) => other !== 'src/journal' && !rooms[other]))
        .map((other) => `${name} → ${other}`),
    );
    expect(below).toEqual([]);
  });

  it('has every folder of the code, and no folder that is not there', () => {
    const seen = new Set(code.map(roomOf));
    expect([...seen].sort()).toEqual(Object.keys(rooms).sort());
    const without = files.filter((file) => !code.includes(file)).map((file) => dirname(file));
    expect([...new Set(without)].sort()).toEqual([...folders].sort());
  });

  it('lets no import through that it does not name', () => {
    const wrong = [...arrows].flatMap(([from, targets]) =>
      [...targets].flatMap(([to, imports]) => (mayImport(from, to) ? [] : imports)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no arrow that nobody uses', () => {
    const unused = Object.entries(rooms).flatMap(([from, allowed]) => {
      const used = [...(arrows.get(from)?.keys() ?? [])];
      const isUsed = (to: string) =>
        to === 'src/journal'
          ? used.some((one) => one.startsWith('src/journal/'))
          : used.includes(to);
      return allowed.filter((to) => !isUsed(to)).map((to) => `${from} → ${to}`);
    });
    expect(unused).toEqual([]);
  });
});

it('no room has more files than one takes in at a glance', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > most)).toEqual([]);
});

it('no module, and no test, is longer than one reads in one go', async () => {
  const tests = (await filesBelow(join(project, 'test'))).map((file) => `test/${file}`);
  const modules = [...code, ...tests].filter(
    (file) => /\.(ts|astro|mjs|js)$/.test(file) && !file.startsWith('test/fixtures/'),
  );
  const texts = await Promise.all(modules.map((file) => readFile(join(project, file), 'utf8')));
  const linesOf = (text = '') => text.split('\n').length - 1;
  expect(modules.filter((_, at) => linesOf(texts[at]) > mostLines)).toEqual([]);
});

it('only rooms that speak to Telegram know grammY, and those that need its types alone have no more', () => {
  expect([...grammy.calls].sort()).toEqual(telegramRooms.calls);
  const onlyTypes = [...grammy.messages].filter((room) => !grammy.calls.has(room));
  expect(onlyTypes.sort()).toEqual(telegramRooms.messages);
});

it('what stands in no room is what npm starts', () => {
  expect(
    code.filter((file) => /^(src|bot|telegram-double|demo)\/[^/]+$/.test(file)).sort(),
  ).toEqual(entryPoints);
});

it('ARCHITECTURE.md shows the rooms as they are', async () => {
  const text = await readFile(join(project, 'ARCHITECTURE.md'), 'utf8');
  for (const top of pictures) expect(text).toContain(drawRooms(top));
});

it.each([
  ['src/journal/fault', 'src/load', false],
  ['src/journal/address', 'src/journal/content', false],
  ['bot/post', 'bot/outbox', false],
  ['bot/post', 'src/journal/text/inline', true],
  ['bot/post', 'src/render', false],
  ['bot/post', 'bot/post', true],
])('%s may import %s: %s', (from, to, may) => {
  expect(mayImport(from, to)).toBe(may);
});
