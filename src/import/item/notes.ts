import type { ImportNote } from './item.ts';

/** Counts what was changed and left while a document is converted; equal things are one note. */
export class Notes {
  readonly #notes = new Map<string, ImportNote & { readonly count: number }>();

  constructor(notes: readonly ImportNote[] = []) {
    for (const note of notes) this.add(note);
  }

  changed(what: string, how: string, count = 1): void {
    this.add({ became: 'changed', what, how, count });
  }

  left(what: string, how: string, count = 1): void {
    this.add({ became: 'left', what, how, count });
  }

  add(note: ImportNote): void {
    const key = JSON.stringify([note.became, note.what, note.how]);
    const count = (this.#notes.get(key)?.count ?? 0) + (note.count ?? 1);
    if (count > 0) this.#notes.set(key, { ...note, count });
  }

  /** In the order in which they first came. */
  get all(): readonly (ImportNote & { readonly count: number })[] {
    return [...this.#notes.values()];
  }
}
