import type { Random } from '../../random.ts';
import { codeEdits } from './codeEdits.ts';
import { contentEdits } from './contentEdits.ts';
import { outputEdits } from './outputEdits.ts';
import { settingsEdits } from './settingsEdits.ts';
import type { World } from './world.ts';

/**
 * Something that happens between two builds.
 *
 * @returns what happened, in words; undefined where it cannot happen by now.
 */
export type Edit = (
  world: World,
  random: Random,
) => Promise<string | undefined> | string | undefined;

const kinds: readonly (readonly [until: number, edits: Readonly<Record<string, Edit>>])[] = [
  [0.55, contentEdits],
  [0.7, settingsEdits],
  [0.9, outputEdits],
  [1, codeEdits],
];

/** Makes one edit of any kind. @returns what happened. */
export async function editAtRandom(world: World, random: Random): Promise<string> {
  for (;;) {
    const chance = random.next();
    const [, edits] = kinds.find(([until]) => chance < until) ?? [0, contentEdits];
    const [name, edit] = random.pick(Object.entries(edits));
    const words = await edit(world, random);
    if (words !== undefined) return `${name}: ${words}`;
  }
}
