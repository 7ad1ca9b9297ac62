import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../../src/files/outputFolder.ts';
import type { Random } from '../../random.ts';
import type { Edit } from './edits.ts';
import type { World } from './world.ts';

/** A change to any file of the code whose name fits and in which there is something to change. */
const ofCode =
  (fits: RegExp, edit: (text: string, random: Random, file: string) => string): Edit =>
  async (world, random) => {
    const names = (await filesBelow(join(world.folder, 'src'))).filter((name) => fits.test(name));
    const file = `src/${random.pick(names)}`;
    const before = await readFile(join(world.folder, file), 'utf8');
    const after = edit(before, random, file);
    if (after === before) return undefined;
    await writeFile(join(world.folder, file), after);
    return file;
  };

/** Replaces one of the places that fit. */
function atOnePlace(
  text: string,
  place: RegExp,
  random: Random,
  change: (found: string) => string,
): string {
  const found = [...text.matchAll(place)];
  if (found.length === 0) return text;
  const { index, 0: old } = random.pick(found);
  return text.slice(0, index) + change(old) + text.slice(index + old.length);
}

const publicFile = async ({ folder }: World, random: Random) => {
  const file = `made-up-${random.below(3)}.txt`;
  const path = join(folder, 'public', file);
  if (random.happens(0.4)) await rm(path, { force: true });
  else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `Public ${random.below(99)}`);
  }
  return file;
};

/** What somebody does who changes the look or the code. */
export const codeEdits: Readonly<Record<string, Edit>> = {
  component: ofCode(
    /^(?:components|layouts|routes)\/.*\.astro$/,
    (text, random) => `${text}<!-- ${random.below(1000)} -->\n`,
  ),
  style: ofCode(/\.css$/, (text, random) => `${text}.made-up { order: ${random.below(1000)}; }\n`),
  words: ofCode(/^(?:feeds|view|render|search|routes)\/.*\.(?:ts|astro)$/, (text, random) =>
    atOnePlace(
      text,
      /(?<==['"]|[ (]['"]|>)[A-Z][a-z]+(?: [a-z]+)*(?=['"<])/g,
      random,
      (words) => `${words}x`,
    ),
  ),
  number: ofCode(/^(?:feeds|view|related|search)\/.*\.ts$/, (text, random) =>
    atOnePlace(text, /(?<=^const \w+ = )[1-9]\d?(?=;)/gm, random, (number) => String(+number + 1)),
  ),
  'version of a package': async (world, random) => {
    const name = random.pick(['satteri', 'prismjs', 'temml', 'astro']);
    const version = `9.9.${random.below(99)}`;
    await world.change('package-lock.json', (text) =>
      text.replace(
        new RegExp(`("node_modules/${name}": \\{\\s*"version": ")[^"]+`),
        `$1${version}`,
      ),
    );
    return `${name} ${version}`;
  },
  'public file': publicFile,
};
