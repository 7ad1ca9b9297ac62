import { escapeHtml } from '../render/html/html.ts';
import type { FeedPart } from './feedBytes.ts';

/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element around plain text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(text));
}

/** An element around what is XML already; without any, an empty one. */
export function element(name: string, attributes: Attributes, xml = ''): string {
  return elementParts(name, attributes, [xml]).join('');
}

/** The same of parts, of which some are bytes. */
export function elementParts<Part extends FeedPart>(
  name: string,
  attributes: Attributes,
  parts: readonly Part[],
): (Part | string)[] {
  const start = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(value)}"`))
    .join('');
  return parts.every(({ length }) => length === 0)
    ? [`<${name}${start}/>`]
    : [`<${name}${start}>`, ...parts, `</${name}>`];
}

/** Text as it stands between tags, or in a quoted attribute. */
export function escapeXml(text: string): string {
  return escapeHtml(xmlText(text));
}

/** XML as @astrojs/rss writes it, in which no apostrophe stands for itself. */
export function withoutApostrophes(xml: string): string {
  return xml.replaceAll("'", '&apos;');
}

/** Without the characters that XML cannot hold, however they are escaped (XML 1.0, production 2). */
export function xmlText(text: string): string {
  return unusual.test(text) ? text.toWellFormed().replace(notXml, '') : text;
}

/** A look before the other, which takes three times as long. */
const unusual = /[^\t\n\r -\uD7FF\uE000-\uFFFD]/;
const notXml = /[^\P{Cc}\t\n\r\u007F-\u009F]|\uFFFE|\uFFFF/gu;
