import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../random.ts';

/** A made-up entry, the same on every machine. */
export interface MadeUpEntry {
  /** Its file without the ending. */
  readonly name: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly body: string;
}

const tagCount = 100;
const years = 20;
const dayMilliseconds = 86_400_000;
const first = Date.UTC(2006, 0, 1);

/** The entry of this number, out of `entries` that are spread over twenty years. */
export function madeUpEntry(number: number, entries: number): MadeUpEntry {
  const random = new Random(number + 1);
  const at = first + Math.floor((number * years * 365.25) / entries) * dayMilliseconds;
  const words = 600 + random.below(300);
  const part = (share: number) => paragraphs(random, Math.round(words * share));
  const note = () => sentence(random, 15);
  return {
    name: `entry-${number}`,
    title: `${sentence(random, 4).slice(0, -1)} ${number}`,
    date: new Date(at).toISOString().slice(0, 10),
    tags: [`tag-${number % tagCount}`],
    body: `${part(0.3)}[^1]

## ${sentence(random, 3)}

${part(0.3)}

\`\`\`js
const entry = { number: ${number}, words: ${words} };
for (const [name, value] of Object.entries(entry)) console.log(\`\${name}: \${value}\`);
\`\`\`

## ${sentence(random, 3)}

${part(0.36)}[^2]

[^1]: ${note()}
[^2]: ${note()}
`,
  };
}

/** An entry as a file whose front matter every generator understands. */
export function fileOf({ title, date, tags, body }: MadeUpEntry): string {
  return `---\ntitle: ${title}\ndate: ${date}\ntags: [${tags.join(', ')}]\n---\n\n${body}`;
}

/** Writes all entries into a folder, which is made. */
export async function writeCorpus(folder: string, entries: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < entries; number++) {
    const entry = madeUpEntry(number, entries);
    await writeFile(join(folder, `${entry.name}.md`), fileOf(entry));
  }
}

/** Some thousand words, of which few are frequent and most are rare, as in any language. */
const vocabulary = (() => {
  const syllables = 'ba den ki lor mu nes pa rin so tal ve wo gra hil jon fe qui stra ter um'.split(
    ' ',
  );
  const random = new Random(0);
  const syllable = () => random.pick(syllables);
  const words = Array.from({ length: 4000 }, (_, at) =>
    Array.from(
      { length: 1 + Math.min(3, Math.floor(Math.log10(at + 1) / 2 + random.next())) },
      syllable,
    ),
  );
  return words.map((parts) => parts.join(''));
})();

function word(random: Random): string {
  return vocabulary[Math.floor(vocabulary.length * random.next() ** 3)] ?? '';
}

function sentence(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => word(random)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function paragraphs(random: Random, words: number): string {
  const all: string[] = [];
  for (let rest = words; rest > 0; rest -= 75) {
    const sentences = Array.from({ length: 5 }, () => sentence(random, Math.min(15, rest)));
    all.push(sentences.join(' '));
  }
  return all.join('\n\n');
}
