import sharp from 'sharp';
import type { Random } from '../../random.ts';

/** A made-up entry or page, in parts that edits change. */
export interface MadeUpEntry {
  folder: 'articles' | 'notes' | 'pages';
  name: string;
  ending: '.md' | '.mdx' | '/index.md';
  /** Front matter: values as YAML. */
  readonly matter: Map<string, string>;
  body: string;
}

/** A content folder before it is written. */
export interface MadeUpJournal {
  readonly entries: MadeUpEntry[];
  /** All other files: settings, series, comments, pictures. */
  readonly files: Map<string, string | Uint8Array>;
  /** Counts what was made, so that no two are alike. */
  made: number;
}

/** Words that titles and summaries begin with. */
export const words = ['Rain', 'The train', 'Bread & salt', 'Été', '東京'];
export const tags = ['one', 'two', 'Three', 'vier'];
export const seriesIds = ['tide', 'moon'];
export const writers = ['ana', 'rui'];

/** Where every picture lies; an entry in any folder shows it. */
export const pictures = ['articles/a.png', 'articles/b.png', 'articles/c.svg'];

/** What an entry may be made of, and what edits put into it. */
const pieces: readonly ((random: Random, number: number) => string)[] = [
  (_, number) => `Words number ${number}, and more of them.`,
  (random, number) =>
    `See [[Rain ${random.below(number)}]], or [[The train ${random.below(number)}]].`,
  (random, number) => `A note.[^n${number}]\n\n[^n${number}]: On ${random.pick(words)} & "so".`,
  (random, number) =>
    `\`\`\`ts title="a.ts" {1}\nconst n = ${number}; // ${random.below(9)}\n\`\`\``,
  (random) => `![A picture](@/${random.pick(pictures)})`,
  (_, number) => `## Heading ${number}\n\nBelow it.`,
  (random, number) => `> [!NOTE]\n> Take ||${number}|| of ${random.pick(words)}.`,
  (_, number) => `$$x_{${number}}$$ is a formula -- no more.`,
  (random) => `*[API]: ${random.pick(words)}\n\nAn API.`,
  (_, number) => `<details><summary>More</summary>\n\nHidden ${number}.\n\n</details>`,
  (random) =>
    `Links [there](${random.pick(['/about/', '/archive/', '@/pages/about.md'])}) by address.`,
];

/** A piece of text that is nowhere else. */
export function piece(random: Random, journal: MadeUpJournal): string {
  return random.pick(pieces)(random, ++journal.made);
}

/** An entry that is nowhere else. */
export function entry(random: Random, journal: MadeUpJournal): MadeUpEntry {
  const number = ++journal.made;
  const folder = random.happens(0.5) ? 'articles' : 'notes';
  const matter = new Map([['date', day(random)]]);
  if (folder === 'articles' || random.happens(0.2)) matter.set('title', title(random, journal));
  if (random.happens(0.6)) matter.set('tags', `[${random.pick(tags)}, ${random.pick(tags)}]`);
  return {
    folder,
    name: `n${number}`,
    ending: random.pick(['.md', '.md', '/index.md']),
    matter,
    body: [piece(random, journal), piece(random, journal)].join('\n\n'),
  };
}

/** A title that no other entry has; names in double brackets may ask for it. */
export function title(random: Random, journal: MadeUpJournal): string {
  return JSON.stringify(`${random.pick(words)} ${++journal.made}`);
}

/** A day of a few years, one of ten of them after the moment at which the tests build. */
export function day(random: Random): string {
  const year = random.happens(0.1) ? 2030 : 2024 + random.below(3);
  return `${year}-0${1 + random.below(5)}-1${random.below(10)}`;
}

/** A journal to begin with. */
export async function madeUpJournal(random: Random, name: string): Promise<MadeUpJournal> {
  const journal: MadeUpJournal = { entries: [], files: new Map(), made: 0 };
  const set = (file: string, content: string | Uint8Array) => journal.files.set(file, content);
  set(
    'site.yaml',
    `title: ${name}\nurl: https://${name}.example\nstream: { entries: 4 }\nfeeds: { entries: 6 }\nauthor: ana\n`,
  );
  set('authors.yaml', 'ana: { name: Ana }\nrui: { name: Rui, bio: "Writes *things*." }\n');
  set('blogroll.yaml', '- { title: A friend, url: "https://friend.example/" }\n');
  for (const id of seriesIds) set(`series/${id}.yaml`, `title: The ${id}\n`);
  for (const picture of pictures) set(picture, await pictureBytes(picture, 0));
  for (let at = 0; at < 9; at++) journal.entries.push(entry(random, journal));
  const page = { folder: 'pages', name: 'about', ending: '.md' } as const;
  journal.entries.push({ ...page, matter: new Map([['title', 'About']]), body: 'About this.' });
  return journal;
}

/** A picture that looks another way for each number. */
export async function pictureBytes(file: string, number: number): Promise<string | Uint8Array> {
  if (file.endsWith('.svg'))
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${4 + number}" height="3"/>`;
  const background = { r: (number * 53) % 256, g: 90, b: 160 };
  const create = { width: 20 + number, height: 12, channels: 3, background } as const;
  return sharp({ create }).png().toBuffer();
}

/** The path of an entry's file. */
export const pathOf = ({ folder, name, ending }: MadeUpEntry) => `${folder}/${name}${ending}`;

/** Every file of a journal. */
export function filesOf({ entries, files }: MadeUpJournal): Map<string, string | Uint8Array> {
  return new Map([...files, ...entries.map((one) => [pathOf(one), textOf(one)] as const)]);
}

function textOf({ matter, body, ending }: MadeUpEntry): string {
  const lines = [...matter].map(([key, value]) => `${key}: ${value}\n`).join('');
  const program = ending === '.mdx' ? 'export const n = 3;\n\nThree is {n}.\n\n' : '';
  // `@` stands for the content folder.
  const up = ending === '/index.md' ? '../../' : '../';
  return `---\n${lines}---\n\n${program}${body}\n`.replaceAll('@/', up);
}

/** A journal that edits of the first do not reach. */
export function copyOf({ entries, files, made }: MadeUpJournal): MadeUpJournal {
  return {
    entries: entries.map((one) => ({ ...one, matter: new Map(one.matter) })),
    files: new Map(files),
    made,
  };
}
