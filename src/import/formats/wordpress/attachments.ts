import { copied } from '../../item/copied.ts';
import { decoded } from '../../item/entryAddress.ts';
import type { Source } from '../../source/source.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';

/** A picture or another file of WordPress's library. */
export type Attachment = ReturnType<typeof attachmentOf>;

/** What an export says of files and of the entries that others name by number, and the files that lie beside it. */
export class Attachments {
  readonly #byId = new Map<string, Attachment>();
  readonly #byPage = new Map<string, Attachment>();
  #byParent: ReadonlyMap<string, readonly Attachment[]> | undefined;
  readonly #entries = new Map<string, { readonly title: string; readonly address: string }>();
  readonly #files = new Map<string, string>();

  constructor(source: Source) {
    for (const name of source.names) {
      const below = uploadPath(`/${name}`);
      if (below !== undefined && !this.#files.has(below)) this.#files.set(below, name);
    }
  }

  take(item: XmlElement): void {
    const type = childText(item, 'wp:post_type');
    const id = childText(item, 'wp:post_id');
    if (type === 'attachment') {
      const attachment = copied(attachmentOf(item));
      this.#byId.set(id, attachment);
      this.#byParent = undefined;
      this.#byPage.set(pageKey(attachment.page), attachment);
    } else if (type === 'post' || type === 'page')
      this.#entries.set(
        id,
        copied({ title: childText(item, 'title'), address: childText(item, 'link') }),
      );
  }

  find(id: string): Attachment | undefined {
    return this.#byId.get(id);
  }

  /** Title and address of an entry or a page. */
  entry(id: string): { readonly title: string; readonly address: string } | undefined {
    return this.#entries.get(id);
  }

  /** HTML in which links to the pages of single pictures lead to the pictures: those pages do not come along. */
  withoutPages(html: string): string {
    return html.replace(
      /(<a\b[^>]*\shref=)(["'])([^"']*)\2/gi,
      (link: string, start: string, quote: string, address: string) => {
        const found = this.#byPage.get(pageKey(address));
        return found && found.address !== '' ? `${start}${quote}${found.address}${quote}` : link;
      },
    );
  }

  /** The pictures that were uploaded to an entry. */
  of(parent: string): Attachment[] {
    this.#byParent ??= Map.groupBy(this.#byId.values(), (one) => one.parent);
    const all = this.#byParent.get(parent) ?? [];
    return all.filter(({ address }) => /\.(?:jpe?g|png|gif|webp|avif)$/i.test(address));
  }

  /** The file in the source of an address below the uploads: the original of a picture that was made smaller, where it is there. */
  fileOf(address: string): string | undefined {
    const below = uploadPath(address.replace(/[?#].*$/s, ''));
    if (below === undefined) return undefined;
    return (
      this.#files.get(below.replace(/-\d+x\d+(?=\.\w+$)/, '')) ??
      this.#files.get(below.replace(/-scaled(?=\.\w+$)/, '')) ??
      this.#files.get(below)
    );
  }
}

function attachmentOf(item: XmlElement) {
  return {
    id: childText(item, 'wp:post_id'),
    address: childText(item, 'wp:attachment_url') || childText(item, 'guid'),
    /** Address of the page on which WordPress shows it alone. */
    page: childText(item, 'link'),
    alt: metaOf(item, '_wp_attachment_image_alt'),
    caption: childText(item, 'excerpt:encoded'),
    /** Id of the entry to which it was uploaded. */
    parent: childText(item, 'wp:post_parent'),
  };
}

function pageKey(address: string): string {
  return address.replace(/^https?:/, '').replace(/\/$/, '');
}

/** The value of a custom field. */
export function metaOf(item: XmlElement, key: string): string {
  return metasOf(item, key)[0] ?? '';
}

/** All values of a custom field. */
export function metasOf(item: XmlElement, key: string): string[] {
  return childrenOf(item, 'wp:postmeta')
    .filter((meta) => childText(meta, 'wp:meta_key') === key)
    .map((meta) => childText(meta, 'wp:meta_value'));
}

/** The id of the term of a taxonomy: Polylang also keeps so what says the same in other languages. */
export function termIdOf(item: XmlElement, domain: string): string | undefined {
  const found = childrenOf(item, 'category').find(
    ({ attributes }) => attributes['domain'] === domain,
  );
  return found?.attributes['nicename'];
}

/** `2010/05/a.jpg`: what stands behind the folder of uploads, by whatever name it is there. */
function uploadPath(path: string): string | undefined {
  return /\/(\d{4}\/\d\d\/[^/]+)$/.exec(decoded(path))?.[1]?.toLowerCase();
}
