import { escapeHtml } from './html.ts';

/** A picture in a rendered body, until the picture pipeline fills it in. */
export function imagePlaceholder(
  file: string,
  alt: string,
  title: string | null | undefined,
): string {
  const caption = title ? ` title="${escapeHtml(title)}"` : '';
  return `<img data-journal-image="${escapeHtml(encodeURI(file))}" alt="${escapeHtml(alt)}"${caption} />`;
}

/**
 * A picture on another host. Nothing is loaded from there: the reader gets a link and decides. Where it stands within a
 * link already, its words alone are left.
 */
export function remoteImage(url: string, alt: string, withinLink: boolean): string {
  const words = escapeHtml(alt.trim() === '' ? url : alt);
  return withinLink
    ? `<span class="remote-image">${words}</span>`
    : `<a class="remote-image" href="${escapeHtml(url)}">${words}</a>`;
}

/** The address of a file in a rendered body, until the bundler has given it one. */
export function filePlaceholder(file: string): string {
  return `journal-file:${encodeURI(file)}`;
}

const placeholders =
  /<img data-journal-image="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? ?\/?>|(href|src|poster)="journal-file:([^"]*)"/g;

/** What stands in for the placeholders. `alt` and `title` are escaped as they stood. */
export interface PlaceholderFilling {
  image(file: string, alt: string, title: string | undefined): string;
  file(file: string): string;
}

/** Puts real pictures and addresses in place of the placeholders. */
export function fillPlaceholders(html: string, filling: PlaceholderFilling): string {
  return html.replace(
    placeholders,
    (_, image?: string, alt = '', title?: string, attribute = '', file = '') =>
      image === undefined
        ? `${attribute}="${escapeHtml(filling.file(decode(file)))}"`
        : filling.image(decode(image), alt, title),
  );
}

function decode(file: string): string {
  return decodeURI(file.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
}
