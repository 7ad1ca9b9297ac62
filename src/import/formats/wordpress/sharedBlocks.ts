import type { Notes } from '../../item/notes.ts';
import { childText, type XmlElement } from '../../xml/elements.ts';

/** A block without any HTML in it, such as `<!-- wp:block {"ref":12} /-->`, by its name and what it is given. */
const emptyBlock = /<!--\s*wp:([a-z][\w/-]*)((?:\s+\{(?:(?!-->)[\s\S]){0,9999}?\})?)\s*\/-->/g;

/** Those that have no words, are read elsewhere, or are parts of what surrounds them. */
const wordless =
  /^(?:core\/)?(?:footnotes|more|nextpage|spacer|separator|shortcode|avatar|loginout|read-more|(?:post|comments?|query|site|template|term)-[\w-]+)$/;

/** Blocks that WordPress keeps once for all entries that show them: "reusable" ones, or "synced patterns". */
export class SharedBlocks {
  readonly #contents = new Map<string, string | undefined>();

  /** Takes down what an item of the export says of one. Drafts and the like are shown nowhere (`render_block_core_block`). */
  take(item: XmlElement): void {
    if (childText(item, 'wp:post_type') !== 'wp_block') return;
    const isShown =
      childText(item, 'wp:status') === 'publish' && childText(item, 'wp:post_password') === '';
    const content = isShown ? childText(item, 'content:encoded') : undefined;
    this.#contents.set(childText(item, 'wp:post_id'), content);
  }

  /** Whether entries show the one of an id. */
  isShown(id: string): boolean {
    return this.#contents.get(id) !== undefined;
  }

  /**
   * The text of an entry with such blocks in their places. `notes` tell of those that the export does not have or that
   * were not shown, and of blocks that have no text because WordPress makes them anew for each view.
   */
  filled(content: string, notes: Notes, within: readonly string[] = []): string {
    return content.replace(emptyBlock, (whole, name: string, given: string) => {
      if (!/^(?:core\/)?block$/.test(name)) {
        if (!wordless.test(name))
          notes.left(`block "${name}"`, 'WordPress makes it anew for each view');
        return whole;
      }
      const id = /"ref"\s*:\s*"?(\d+)/.exec(given)?.[1] ?? '';
      const text = within.includes(id) ? undefined : this.#contents.get(id);
      if (text !== undefined) return this.filled(text, notes, [...within, id]);
      const isThere = this.#contents.has(id);
      const why = isThere ? 'WordPress did not show it there' : 'the export does not have it';
      notes.left('block that entries share', why);
      return '';
    });
  }
}
