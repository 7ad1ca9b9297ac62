import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const vocabulary =
  'the a of in on evening journal bread map rain train question nobody answered yesterday drawer written'.split(
    ' ',
  );

/** The same made-up notes on every machine, of 40 to 300 words. */
export async function writeNotes(content: string, entries: number): Promise<void> {
  let state = 7;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  await mkdir(join(content, 'notes/made-up'), { recursive: true });
  for (let number = 0; number < entries; number++) {
    const words = 40 + Math.floor(random() * 260);
    const text = Array.from(
      { length: words },
      () => vocabulary[Math.floor(random() * vocabulary.length)],
    ).join(' ');
    const at = new Date(Date.UTC(2006, 0, 1) + (number * 20 * 365.25 * 86_400_000) / entries);
    const date = at.toISOString().replace('.000Z', '+00:00').slice(0, 10);
    await writeFile(
      join(content, `notes/made-up/${number}.md`),
      `---\ndate: ${date}\ntags: [tag ${number % 30}]\n---\n\n${text}.\n`,
    );
  }
}
