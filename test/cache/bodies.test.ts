import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Bodies } from '../../src/cache/bodies.ts';
import { htmlIn } from '../../src/cache/keptBody.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { render } from '../render/sample.ts';

const one = render('Größe\n');
const two = render('two\n');

async function packWith(documents: Readonly<Record<string, typeof one>>): Promise<string> {
  const folder = await temporaryFolder();
  const bodies = new Bodies(folder);
  bodies.begin();
  for (const [file, document] of Object.entries(documents)) bodies.put(file, 'd1', document);
  bodies.save();
  return folder;
}

it('what one process saved another one reads', async () => {
  const bodies = new Bodies(await packWith({ 'a.md': one, 'b.md': two }));
  bodies.begin();
  expect(bodies.facts('a.md', 'd1')).toEqual(one.facts);
  expect(bodies.facts('b.md', 'd1')).toEqual(two.facts);
  expect([bodies.html('a.md'), bodies.html('b.md')]).toEqual([one.html, two.html]);
});

const several = Object.entries({ 'a.md': two, 'b.md': one, 'c.md': two });

it('a body is read where it lies: of the first pack at once, of the next once it is saved', async () => {
  const bodies = new Bodies(await temporaryFolder());
  for (const digest of ['d1', 'd2']) {
    bodies.begin();
    for (const [file, document] of several) bodies.put(file, digest, document);
    expect(bodies.kept('b.md') !== undefined).toBe(digest === 'd1');
    bodies.save();
    const kept = bodies.kept('b.md');
    expect(kept && htmlIn(kept)).toBe(one.html);
    expect(bodies.kept('d.md')).toBeUndefined();
  }
});

it('a first pack that could not be put in its place is written whole by the next save', async () => {
  const folder = await temporaryFolder();
  const bodies = new Bodies(folder);
  bodies.begin();
  for (const [file, document] of several) bodies.put(file, 'd1', document);
  await mkdir(join(folder, 'bodies.pack'));
  expect(() => bodies.save()).toThrow();
  await rm(join(folder, 'bodies.pack'), { recursive: true });
  expect(bodies.html('b.md')).toBe(one.html);
  bodies.save();
  const next = new Bodies(folder);
  next.begin();
  for (const [file, { facts }] of several) expect(next.facts(file, 'd1')).toEqual(facts);
  expect([next.html('b.md'), next.html('c.md')]).toEqual([one.html, two.html]);
});

it('what is put anew before the first pack is saved takes the place of what was there', async () => {
  const folder = await temporaryFolder();
  const bodies = new Bodies(folder);
  bodies.begin();
  for (const [file, document] of several) bodies.put(file, 'd1', document);
  bodies.begin();
  bodies.put('a.md', 'd2', one);
  bodies.facts('c.md', 'd1');
  bodies.save();
  const next = new Bodies(folder);
  next.begin();
  expect(next.facts('a.md', 'd2')).toEqual(one.facts);
  expect(next.facts('b.md', 'd1')).toBeUndefined();
  expect(next.facts('c.md', 'd1')).toEqual(two.facts);
  expect([next.html('a.md'), next.html('c.md')]).toEqual([one.html, two.html]);
});

it('two that begin the first pack at once each read their own', async () => {
  const folder = await temporaryFolder();
  const both = [new Bodies(folder), new Bodies(folder)];
  for (const [at, bodies] of both.entries()) {
    bodies.begin();
    for (const [file, document] of several) bodies.put(file, `d${at}`, at === 0 ? document : one);
  }
  for (const bodies of both) bodies.save();
  expect(both.map((bodies) => bodies.html('a.md'))).toEqual([two.html, one.html]);
  const next = new Bodies(folder);
  next.begin();
  expect(next.facts('a.md', 'd1')).toEqual(one.facts);
});

it('a first pack that cannot be written to keeps nobody from reading', async () => {
  const folder = await temporaryFolder();
  const bodies = new Bodies(folder);
  await rm(folder, { recursive: true });
  bodies.begin();
  for (const [file, document] of several) bodies.put(file, 'd1', document);
  expect(bodies.html('b.md')).toBe(one.html);
  expect(() => bodies.save()).toThrow(/ENOENT/);
});

it('a body whose digest changed is not known', async () => {
  const bodies = new Bodies(await packWith({ 'a.md': one }));
  bodies.begin();
  expect(bodies.facts('a.md', 'd2')).toBeUndefined();
  expect(() => bodies.html('a.md')).toThrowErrorMatchingInlineSnapshot(
    `[Error: a.md has not been rendered]`,
  );
});

it('a pack in which nothing changed is not written again', async () => {
  const folder = await packWith({ 'a.md': one });
  const bodies = new Bodies(folder);
  bodies.begin();
  bodies.facts('a.md', 'd1');
  await writeFile(join(folder, 'bodies.pack'), 'left alone');
  bodies.save();
  expect(await readFile(join(folder, 'bodies.pack'), 'utf8')).toBe('left alone');
});

it('a changed body takes the place of the old one, and one that nobody asked for goes', async () => {
  const folder = await packWith({ 'a.md': one, 'b.md': one, 'c.md': one });
  const bodies = new Bodies(folder);
  bodies.begin();
  bodies.facts('a.md', 'd1');
  bodies.put('b.md', 'd2', two);
  bodies.save();
  expect([bodies.html('a.md'), bodies.html('b.md')]).toEqual([one.html, two.html]);

  const next = new Bodies(folder);
  next.begin();
  expect(next.facts('a.md', 'd1')).toEqual(one.facts);
  expect(next.facts('b.md', 'd2')).toEqual(two.facts);
  expect(next.facts('c.md', 'd1')).toBeUndefined();
});

it('a process that has the pack open keeps reading while another one replaces it', async () => {
  const folder = await packWith({ 'a.md': one });
  const reading = new Bodies(folder);
  reading.begin();
  reading.facts('a.md', 'd1');
  const writing = new Bodies(folder);
  writing.begin();
  writing.put('a.md', 'd2', two);
  writing.save();
  expect(reading.html('a.md')).toBe(one.html);
});

it.each([
  ['cut in half', 0.5],
  ['without its last byte', undefined],
  ['empty', 0],
])('a pack %s is an empty cache', async (_, share) => {
  const folder = await packWith({ 'a.md': one, 'b.md': two });
  const pack = join(folder, 'bodies.pack');
  const { length } = await readFile(pack);
  await truncate(pack, share === undefined ? length - 1 : Math.floor(length * share));
  const bodies = new Bodies(folder);
  bodies.begin();
  expect(bodies.facts('a.md', 'd1')).toBeUndefined();
  bodies.put('a.md', 'd1', two);
  bodies.save();
  expect(bodies.html('a.md')).toBe(two.html);
});

it('a pack in which a letter is another one is an empty cache', async () => {
  const folder = await packWith({ 'a.md': one, 'b.md': two });
  const pack = join(folder, 'bodies.pack');
  await writeFile(pack, (await readFile(pack, 'latin1')).replace('<p>two', '<p>too'), 'latin1');
  const bodies = new Bodies(folder);
  bodies.begin();
  expect(bodies.facts('b.md', 'd1')).toBeUndefined();
});

it('a pack that is no pack is an empty cache', async () => {
  const bodies = new Bodies(await temporaryFolder({ 'bodies.pack': 'hello, I am a text file' }));
  bodies.begin();
  expect(bodies.facts('a.md', 'd1')).toBeUndefined();
});

it('of more bodies than are copied at a time each is read as it was put, whichever changed or went', async () => {
  const folder = await temporaryFolder();
  const wanted = new Map<string, string>();
  for (const [round, every] of [1, 7, 11, 5].entries()) {
    const bodies = new Bodies(folder);
    bodies.begin();
    for (let at = 0; at < 40; at++) {
      const file = `${at}.md`;
      if (round > 0 && at % 9 === round) wanted.delete(file);
      else if (at % every === 0) wanted.set(file, `${round}é${at}`.repeat(20_000 + at));
      const html = wanted.get(file);
      const isKnown = html !== undefined && bodies.facts(file, html.slice(0, 9)) !== undefined;
      if (html !== undefined && !isKnown) bodies.put(file, html.slice(0, 9), { ...one, html });
    }
    bodies.save();
    for (const [file, html] of wanted) expect(bodies.html(file) === html).toBe(true);
  }
});

/** Bodies of a megabyte and more in all, of which the one of `changed` is another than before. */
function large(changed?: string): Map<string, string> {
  const files = Array.from({ length: 20 }, (_, at) => `${at}.md`);
  return new Map(
    files.map((file) => [file, `${file}é${file === changed ? 'new' : ''}`.repeat(12_000)]),
  );
}

/** Has what is cached of these bodies read, and the rest put, and saves it. @returns the files that were put. */
function saveAll(folder: string, wanted: ReadonlyMap<string, string>): string[] {
  const bodies = new Bodies(folder);
  bodies.begin();
  const put = [...wanted].filter(([file, html]) => !bodies.facts(file, html.slice(0, 12)));
  for (const [file, html] of put) bodies.put(file, html.slice(0, 12), { ...one, html });
  bodies.save();
  for (const [file, html] of wanted) {
    expect(bodies.html(file) === html).toBe(true);
    const kept = bodies.kept(file);
    expect(kept && htmlIn(kept) === html).toBe(true);
  }
  return put.map(([file]) => file);
}

it('what little changes of a large pack is kept beside it, again and again', async () => {
  const folder = await temporaryFolder();
  saveAll(folder, large());
  const pack = await readFile(join(folder, 'bodies.pack'));
  for (const file of ['3.md', '7.md']) {
    expect(saveAll(folder, large(file))).toContain(file);
    expect(saveAll(folder, large(file))).toEqual([]);
  }
  expect(pack.equals(await readFile(join(folder, 'bodies.pack')))).toBe(true);
  expect((await stat(join(folder, 'bodies.pack.later'))).size).toBeLessThan(pack.length / 8);
});

it('when much has changed since, the pack is written anew, and nothing is beside it', async () => {
  const folder = await temporaryFolder();
  const wanted = large();
  saveAll(folder, wanted);
  for (const [file, html] of [...wanted].slice(0, 3)) {
    wanted.set(file, `new ${html}`);
    expect(saveAll(folder, wanted)).toEqual([file]);
  }
  const names = await readdir(folder);
  expect(names.filter((name) => !name.endsWith('.seen'))).toEqual(['bodies.pack']);
  expect(saveAll(folder, wanted)).toEqual([]);
});

it.each([
  ['beside it', 'bodies.pack.later', ['7.md']],
  ['of which little has changed', 'bodies.pack', [...large().keys()]],
])('a damaged pack %s costs what is in it', async (_, damaged, lost) => {
  const folder = await temporaryFolder();
  saveAll(folder, large());
  saveAll(folder, large('7.md'));
  await truncate(join(folder, damaged), 1000);
  expect(saveAll(folder, large('7.md'))).toEqual(lost);
  expect(saveAll(folder, large('7.md'))).toEqual([]);
});

it('a pack that another process wrote meanwhile, and what is kept beside it, are as good as each other', async () => {
  const folder = await temporaryFolder();
  saveAll(folder, large());
  const slow = new Bodies(folder);
  slow.begin();
  for (const [file, html] of large('3.md')) {
    if (!slow.facts(file, html.slice(0, 12))) slow.put(file, html.slice(0, 12), { ...one, html });
  }
  const anew = new Map([...large()].map(([file, html]) => [file, `new ${html}`]));
  saveAll(folder, anew);
  slow.save();
  expect(slow.html('3.md') === large('3.md').get('3.md')).toBe(true);
  expect(saveAll(folder, anew)).toEqual(['3.md']);
});
