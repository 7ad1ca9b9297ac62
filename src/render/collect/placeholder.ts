import { escapeHtml } from '../html/html.ts';

/**
 * A picture in a rendered body, until the picture pipeline fills it in. `attributes` are those that its element has
 * beside, as HTML, each with a space before it.
 */
export function imagePlaceholder(
  file: string,
  alt: string,
  title: string | null | undefined,
  attributes = '',
): string {
  const caption = title ? ` title="${escapeHtml(title)}"` : '';
  return `<img data-journal-image="${encodedName(file)}" alt="${escapeHtml(alt)}"${caption}${attributes} />`;
}

/**
 * A picture on another host. Nothing is loaded from there: the reader gets a link and decides. Where it stands within a
 * link already, its words alone are left.
 */
export function remoteImage(url: string, alt: string, withinLink: boolean): string {
  const isBare = alt.trim() === '';
  const words = escapeHtml(isBare ? url : alt);
  return withinLink
    ? `<span class="remote-image">${words}</span>`
    : `<a class="remote-image" href="${escapeHtml(url)}"${isBare ? ' data-bare=""' : ''}>${words}</a>`;
}

/** What stands in place of a picture that is not there, or cannot be read: its words. `alt` is text, not HTML. */
export function missingPicture(alt: string): string {
  return alt.trim() === '' ? '' : `<span class="missing-picture">${escapeHtml(alt)}</span>`;
}

/**
 * The address of a file in a rendered body, until the bundler has given it one. `suffix` is what the address has behind
 * the name: a query, a fragment.
 */
export function filePlaceholder(file: string, suffix = ''): string {
  return `journal-file:${encodedName(file)}${suffix}`;
}

/** A name in characters that no HTML writes in another way, and that part nothing in a `srcset`. */
function encodedName(file: string): string {
  return encodeURIComponent(file)
    .replaceAll('%2F', '/')
    .replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const placeholders =
  /<img data-journal-image="([\w.%/-]+)" alt="([^"]*)"(?: title="([^"]*)")?((?: [^\s=>"/]+(?:="[^"]*")?)*) ?\/?>|(?!srcset=)\b([a-z:]+)="journal-file:([\w.%/-]+)([^"]*)"|srcset="([^"]*journal-file:[^"]*)"/g;

/** What stands in for the placeholders. `alt`, `title` and `attributes` are HTML as they stood; a file may have no address. */
export interface PlaceholderFilling {
  image(file: string, alt: string, title: string | undefined, attributes: string): string;
  file(file: string): string | undefined;
}

/** Puts real pictures and addresses in place of the placeholders. */
export function fillPlaceholders(html: string, filling: PlaceholderFilling): string {
  const address = (file: string) => filling.file(decodeURIComponent(file));
  return html.replace(
    placeholders,
    (
      _,
      image?: string,
      alt = '',
      title?: string,
      rest = '',
      attribute = '',
      file = '',
      suffix = '',
      set?: string,
    ) => {
      if (set !== undefined) return `srcset="${filledSet(set, address)}"`;
      if (image !== undefined) return filling.image(decodeURIComponent(image), alt, title, rest);
      const found = address(file);
      return found === undefined ? '' : `${attribute}="${escapeHtml(found)}${suffix}"`;
    },
  );
}

/** A `srcset` without the candidates that have no address. */
function filledSet(set: string, address: (file: string) => string | undefined): string {
  const candidates = set.split(', ').map((one) => {
    const [whole = '', file] = /^journal-file:([^\s,]+)/.exec(one) ?? [];
    if (file === undefined) return one;
    const found = address(file);
    return found === undefined ? '' : escapeHtml(found) + one.slice(whole.length);
  });
  return candidates.filter((one) => one !== '').join(', ');
}

/** Whether an address in a rendered body is that of a file, which the bundler has still to give. */
export function isFilePlaceholder(address: string): boolean {
  return address.startsWith('journal-file:');
}
