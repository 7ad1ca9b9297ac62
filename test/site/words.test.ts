import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { english } from '../../src/journal/words/english.ts';
import { textsOf } from '../../src/journal/words/message.ts';
import { writeFiles } from '../load/temporary.ts';
import { built } from './build.ts';
import { emptyJournal, lacking, wordsJournal } from './wordsJournal.ts';

type Node = DefaultTreeAdapterTypes.Node;

let whole = '';
let empty = '';

/** Builds the content folder beside an output folder. */
async function build(output: string): Promise<void> {
  const folder = join(output, '..');
  await built({ content: join(folder, 'content'), output, cache: join(folder, 'cache') });
}

async function builtOf(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  await writeFiles(join(folder, 'content'), files);
  await build(join(folder, 'dist'));
  return join(folder, 'dist');
}

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-words-'));
  whole = await builtOf(join(folder, 'whole'), wordsJournal);
  empty = await builtOf(join(folder, 'empty'), emptyJournal);
  return () => rm(folder, { recursive: true, force: true });
});

/** What a reader sees or hears of a piece of HTML, each with the language that it says to be in. */
interface Heard {
  readonly words: string;
  readonly lang: string;
  readonly at: string;
}

const heardAttributes = /^(?:alt|title|placeholder|label|aria-label|data-label|data-words)$/;
const saidInHead = /^(?:description|og:(?:title|description|image:alt|site_name))$/;

function heardIn(node: Node, lang: string): Heard[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ words: node.value, lang, at: '' }];
  if (!('childNodes' in node)) return [];
  const attributes = new Map('attrs' in node ? node.attrs.map((one) => [one.name, one.value]) : []);
  const own = attributes.get('lang') ?? lang;
  if (/^(?:script|style|code)$/.test(node.nodeName)) return [];
  const isSaid = saidInHead.test(attributes.get('name') ?? attributes.get('property') ?? '');
  const labels = [...attributes].filter(
    ([name]) => heardAttributes.test(name) || (isSaid && name === 'content'),
  );
  return [
    ...labels.map(([name, words]) => ({ words, lang: own, at: name })),
    ...node.childNodes.flatMap((child) => heardIn(child, own)),
  ];
}

/** Everything that the files of an output say, by file. */
async function heard(output: string): Promise<(Heard & { readonly file: string })[]> {
  const files = (await filesBelow(output)).filter(
    (file) => /\.(?:html|xml|json|opml)$/.test(file) && !/^(?:pagefind\/|sitemap)/.test(file),
  );
  const found = files.map(async (file) => {
    const text = await readFile(join(output, file), 'utf8');
    return heardInFile(file, text).map((one) => ({ ...one, file }));
  });
  return (await Promise.all(found)).flat();
}

function heardInFile(file: string, text: string): Heard[] {
  // Where a line may break within an address, no word ends.
  const unbroken = text.replaceAll('<wbr>', '');
  if (file.endsWith('.html')) return heardIn(parse(unbroken, { scriptingEnabled: false }), '');
  if (file.endsWith('.json')) return heardInJson(JSON.parse(text));
  const texts = [...text.matchAll(/(?:<[^>]* (?:text|title)="([^"]*)"|>([^<]+)<)/g)];
  return texts.flatMap(([, attribute, inside]) => {
    const words = parseFragment(attribute ?? inside ?? '').childNodes[0];
    const html = words && 'value' in words ? words.value : '';
    return /^\s*</.test(html)
      ? heardIn(parseFragment(html), '')
      : [{ words: html, lang: '', at: '' }];
  });
}

function heardInJson(value: unknown, key = ''): Heard[] {
  if (typeof value === 'string')
    return key === 'content_html'
      ? heardIn(parseFragment(value), '')
      : /^(?:title|summary|description|name)$/.test(key)
        ? [{ words: value, lang: '', at: key }]
        : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => heardInJson(one, name));
}

/** Names, addresses and moments for machines, which no language has for itself. */
const ofNoLanguage =
  /https?:\/\/\S+|\b(?:xn--[\w-]+\.example|t\.me|youtu\.be|Telegram|RSS|Atom|JSON Feed|OPML|@?tochka_kanal|tochka.kanal|[a-z-]+@\S+|bg|uk)\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} [\d:]+ GMT/g;

/** Our words that are left in Latin letters once the disguise is taken off. */
function leftOver({ words, at }: Heard): string {
  const said = at === 'data-words' ? messagesIn(words) : words;
  return said
    .replace(/⟦\w+⟧/g, '')
    .replace(ofNoLanguage, '')
    .replace(/[^a-z ]+/gi, ' ')
    .trim();
}

/** The messages in what the search page hands its script. */
function messagesIn(json: string): string {
  const words = Object.values(JSON.parse(json)) as { message: string | { other: string } }[];
  const texts = words.map(({ message }) => (typeof message === 'string' ? message : message.other));
  return texts.join(' ').replace(/\{\w+\}/g, '');
}

/** The words that the journal's words.yaml lacks, and the one between two authors behind the first of them. */
const inEnglish = new Set([
  'and',
  ...lacking.flatMap((key) =>
    textsOf(english[key]).map((text) => text.replace(/[{][^}]*[}]/g, '').trim()),
  ),
]);

it('every word that readers meet comes out of the table', async () => {
  const all = [...(await heard(whole)), ...(await heard(empty))];
  const left = all.flatMap((one) => {
    const words = leftOver(one);
    return words === '' || inEnglish.has(words) ? [] : `${one.file} ${one.at}: ${words}`;
  });
  expect([...new Set(left)]).toEqual([]);
});

it('every word of the table is said somewhere', async () => {
  const all = [...(await heard(whole)), ...(await heard(empty))]
    .map(({ words }) => words)
    .join(' ');
  const unsaid = Object.keys(english).filter(
    (key) => !all.includes(`⟦${key}⟧`) && !lacking.some((one) => one === key),
  );
  // Only the dev server shows what is hidden, and only a post leaves pictures to the page.
  expect(unsaid).toEqual(['draft', 'scheduled', 'morePictures']);
});

it('a language calls itself what it does, marked as its own', async () => {
  const page = await readFile(join(whole, '2026/всичко/index.html'), 'utf8');
  expect(page).toContain('<bdi>українська</bdi>');
  expect(page).toContain('hreflang="uk" lang="uk"');
});

it('labels without text inside, and feeds of Atom, name the language of English words too', async () => {
  const spoilers = (await heard(whole)).filter(({ words }) => words === 'Spoiler');
  expect(spoilers.length).toBeGreaterThan(3);
  expect(spoilers.filter(({ lang }) => lang !== 'en')).toEqual([]);
  const feed = await readFile(join(whole, 'tags/общо/atom.xml'), 'utf8');
  expect(feed).toContain('<subtitle xml:lang="en">Entries tagged общо</subtitle>');
});

it('what is said in English in a journal of another language says so where it is text', async () => {
  const all = await heard(whole);
  const texts = all.filter(
    ({ file, at, words }) => file.endsWith('.html') && at === '' && inEnglish.has(words.trim()),
  );
  const titles = texts.filter(({ lang }) => lang !== 'en').map(({ words }) => words);
  expect(new Set(texts.map(({ words }) => words.trim()))).toEqual(
    new Set(['Archive', 'By', 'and', 'Tip', 'Footnotes']),
  );
  expect(titles).toEqual([]);
});

it('another word in words.yaml makes those pages and bodies anew that were kept', async () => {
  const words = join(whole, '../content/words.yaml');
  await writeFile(words, `${await readFile(words, 'utf8')}calloutTip: Съвет\narchive: Минало\n`);
  await build(whole);
  const said = new Set((await heard(whole)).map(({ words: one }) => one.trim()));
  expect([said.has('Tip'), said.has('Archive')]).toEqual([false, false]);
  expect([said.has('Съвет'), said.has('Минало')]).toEqual([true, true]);
});
