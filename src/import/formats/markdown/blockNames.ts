import type { Notes } from '../../item/notes.ts';
import type { Vault } from './vault.ts';

/** At the end of a line, or alone on the one below a block. */
const name = /^([ \t]*(?:>[ \t]*)*)(?:(.*\S)[ \t]+)?\^([A-Za-z0-9-]+)[ \t]*$/gm;

/** Of the kind that Obsidian makes itself. */
const made = /^(?=.*\d)(?=.*[a-z])[a-z0-9]{6}$/;

/** A text without the names of its blocks, by which Obsidian links to them: ` ^a1b2c3`. What may be a word stays. */
export function withoutBlockNames(text: string, { isOne, blocks }: Vault, notes: Notes): string {
  return text.replace(name, (line, indent: string, words: string | undefined, block: string) => {
    const isName = isOne || blocks.has(block) || made.test(block);
    if (!isName || !/[a-z0-9]/i.test(block)) return line;
    notes.left('name of a block', 'nobody reads it, and a heading can be linked to');
    return words === undefined ? indent.trimEnd() : indent + words;
  });
}
