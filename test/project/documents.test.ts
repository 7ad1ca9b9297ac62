import { access, readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type * as z from 'zod';
import { readOwnWords } from '#journal/content/ownWords.ts';
import { allowedUses } from '#journal/schema/allow.ts';
import { authorsSchema } from '#journal/schema/authorsSchema.ts';
import { blogGroupsSchema } from '#journal/schema/blogrollSchema.ts';
import { commentsSchema } from '#journal/schema/commentsSchema.ts';
import { articleSchema } from '#journal/schema/entrySchema.ts';
import { faceUses } from '#journal/schema/faces.ts';
import { pageSchema } from '#journal/schema/pageSchema.ts';
import { peopleSchema } from '#journal/schema/peopleSchema.ts';
import { redirectsSchema } from '#journal/schema/redirectsSchema.ts';
import { seriesSchema } from '#journal/schema/seriesSchema.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { menuOf } from '../../bot/owner/dialogue/commandTable.ts';
import { componentNames } from '../../src/replace/components.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { checked } from '../runTogether.ts';
import { type KeysOf, keysReference } from './keysReference.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFile(`${project}/${file}`, 'utf8');
const documents = (await readdir(`${project}/docs/pages`)).map((name) => `docs/pages/${name}`);

const files: readonly KeysOf[] = [
  {
    file: 'Articles and notes',
    about: 'Between two lines of `---` at the head of the file.',
    schema: articleSchema,
    source: ['entrySchema.ts', 'articleSchema'],
  },
  {
    file: 'Pages',
    about: 'At the head of a file of `pages/`.',
    schema: pageSchema,
    source: ['pageSchema.ts', 'pageSchema'],
  },
  {
    file: 'site.yaml',
    about: 'What the whole journal goes by. A build needs it.',
    schema: siteSchema,
    source: ['siteSchema.ts', 'siteSchema'],
  },
  {
    file: 'authors.yaml',
    about: 'By an id of your own, as `author` and `authors` name it.',
    schema: authorsSchema,
    source: ['authorsSchema.ts', 'authorsSchema'],
  },
  {
    file: 'series/*.yaml',
    about: "The file's name is the id by which entries name the series.",
    schema: seriesSchema,
    source: ['seriesSchema.ts', 'seriesSchema'],
  },
  {
    file: 'blogroll.yaml',
    about: 'A list of groups, or of blogs without `group` and `blogs` around them.',
    schema: blogGroupsSchema,
    source: ['blogrollSchema.ts', 'blogGroupsSchema'],
  },
  {
    file: 'people.yaml',
    about: 'By the numeric id that a person has in Telegram, in quotation marks.',
    schema: peopleSchema,
    source: ['peopleSchema.ts', 'peopleSchema'],
  },
  {
    file: 'comments/**/*.yaml',
    about: 'One file an entry. The bot writes them; you may.',
    schema: commentsSchema,
    source: ['commentsSchema.ts', 'commentsSchema'],
  },
];

/** What stands in the first column of the table of a page that begins with these words. */
async function firstColumn(head: string, page = 'docs/pages/yours.md'): Promise<string[]> {
  const [, table = ''] = (await read(page)).split(head);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\|(.*?)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []),
  );
}

/** What the examples of a file are held to, which need not have all that the file has to have. */
const exampleSchemas: Readonly<Record<string, z.ZodType>> = {
  'content/site.yaml': siteSchema.partial(),
  'content/people.yaml': peopleSchema,
  'content/redirects.yaml': redirectsSchema,
  'content/articles/the-house.md': articleSchema.partial(),
};

/** What is wrong in an example of a file. */
function wrongIn(file: string, yaml: string): unknown[] {
  if (file === 'content/words.yaml') return [...readOwnWords(yaml, 'en').faults];
  const schema = exampleSchemas[file];
  if (schema === undefined) return ['no file of a journal'];
  return schema.safeParse(parse(yaml, { schema: 'failsafe' })).error?.issues ?? [];
}

describe('the documents', () => {
  it('tell every key of every file, what it takes and what it means (-u writes docs/pages/keys.md)', async () => {
    const head =
      '---\ntitle: Keys\nsummary: Every key of every file of the content folder.\n---\nAn unknown key is an error that names the nearest one. Keys in `{}` are written as in YAML: `cover.src` is `src` below `cover`.\n\n';
    const told = `${head}${keysReference(files)}\n`;
    expect(told.match(/^.*(?:` \| {2}\||Invalid input).*$/gm)).toBe(null);
    await expect(told).toMatchFileSnapshot('../../docs/pages/keys.md');
  });

  it('tell the variables of .env.example, and no others', async () => {
    const named = new Set((await read('.env.example')).match(/^(?:# )?[A-Z_]+(?==)/gm));
    const told = (await read('docs/pages/variables.md')).match(/(?<=^\| `)[A-Z_]+/gm) ?? [];
    const expected = [...named].map((name) => name.replace('# ', ''));
    expect(told.toSorted()).toEqual(
      [...expected, 'SOURCE_DATE_EPOCH', 'VISUAL', 'CHOKIDAR_USEPOLLING'].toSorted(),
    );
  });

  it('tell every command that is not for developers only, and name none that is not there', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: object };
    const forDevelopers = /^(preinstall|prepack|postpack|test|bench|types|lint|format)/;
    const told = (await read('docs/pages/commands.md')).match(/(?<=^\| `npm run )\w+/gm) ?? [];
    const commands = Object.keys(scripts).filter((name) => !forDevelopers.test(name));
    expect(told.toSorted()).toEqual(commands.toSorted());
    const texts = await Promise.all(documents.map(read));
    const named = texts.flatMap((text) => text.match(/(?<=npm run )[a-z][\w:-]*/g) ?? []);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('show files of a journal that are right, each by its name', async () => {
    const texts = await Promise.all(documents.map(read));
    const examples = texts.flatMap((text) => [
      ...text.matchAll(/^```yaml(?: title="(.*?)")?.*\n([\s\S]*?)^```/gm),
    ]);
    expect(examples.length).toBeGreaterThan(7);
    const told = examples.map(([, file = '', yaml = '']) => ({ file, wrong: wrongIn(file, yaml) }));
    expect(told.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  });

  it('tell every command of the bot, and no other', async () => {
    const cells = await firstColumn('| In chat | |', 'docs/pages/chat.md');
    const told = cells.map((cell) => /^\/(\w+)/.exec(cell)?.[1]);
    expect(told.sort()).toEqual(
      menuOf('private')
        .map(({ command }) => command)
        .sort(),
    );
    const chat = await read('docs/pages/chat.md');
    for (const { command } of menuOf('group')) expect(chat).toContain(`\`/${command}\``);
  });

  it('are all reached from the README, which names no file that is not there', async () => {
    const readme = await read('README.md');
    const named = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file = '']) => file);
    await expect(
      Promise.all(named.map((file) => access(`${project}/${file}`))),
    ).resolves.toBeDefined();
    const index = 'docs/pages/contents.md';
    expect(documents.filter((file) => file !== index && !named.includes(file))).toEqual([]);
  });

  it('are a journal without a fault: every link leads somewhere', async () => {
    const { text, code } = await checked(`${project}docs`);
    expect(text).not.toMatch(/^(?:docs|content)\//m);
    expect(code).toBe(0);
  });

  it('begin with a journal without a fault: what is left of the sample stands by itself', async () => {
    const [, key = ''] = /take out `(\w+)`/.exec(await read('docs/pages/start.md')) ?? [];
    const { [key]: taken, ...left } = parse(await read('content/site.yaml'));
    expect(taken).toBeDefined();
    const { text, code } = await checked(await temporaryFolder({ 'site.yaml': stringify(left) }));
    expect(text).toMatch(/^Nothing is wrong/);
    expect(code).toBe(0);
  });

  it('name in docs/pages/yours.md every token of the look, and no other', async () => {
    const tokens = [...(await read('src/styles/tokens.css')).matchAll(/^ {2}(--[\w-]+):/gm)];
    const told = await firstColumn('| Token | Is |');
    expect(told.sort()).toEqual(tokens.map(([, name]) => name).sort());
  });

  it('name in docs/pages/yours.md every component, every use of other hosts, and every face', async () => {
    expect((await firstColumn('| Component | Shows |')).sort()).toEqual(componentNames);
    expect((await firstColumn('| Key of `theme.faces` |')).sort()).toEqual([...faceUses].sort());
    expect((await firstColumn('| Key of `allow` |')).sort()).toEqual([...allowedUses].sort());
  });
});
