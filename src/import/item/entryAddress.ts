import { decoded, decodedWhole } from '#journal/address/contentPath.ts';

export { decoded, decodedWhole };

// No text and no other scheme begins so: it is found wherever it stands.
const scheme = 'scrollback-entry:';

/**
 * The address of a document in the scheme that bodies of an import use among themselves. No sign in it means anything in
 * Markdown or HTML.
 */
export function entryAddress(key: string, fragment = ''): string {
  return `${scheme}${encoded(key)}${fragment}`;
}

// Every other fragment is an id, which cannot begin so where a heading gave it.
const headingMark = '#_heading_';

/** The address of a heading of a document, by its words: what id they get, the journal's own rule says. */
export function headingAddress(key: string, heading: string): string {
  return entryAddress(key, headingMark + encoded(heading).replaceAll('.', '%2e'));
}

/** The words of a heading in a fragment of {@link headingAddress}; undefined for any other. */
export function headingIn(fragment: string): string | undefined {
  return fragment.startsWith(headingMark)
    ? decodedWhole(fragment.slice(headingMark.length))
    : undefined;
}

function encoded(key: string): string {
  return encodeURIComponent(key).replace(
    /[!'()*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** What an address of {@link entryAddress} names. */
export interface EntryAddress {
  readonly key: string;
  /** With `#`, or empty. */
  readonly fragment: string;
}

/** What an address of {@link entryAddress} names; undefined for all others. */
export function readEntryAddress(address: string): EntryAddress | undefined {
  const [, key, fragment = ''] = /^scrollback-entry:([^#]*)(#.*)?$/s.exec(address) ?? [];
  return key === undefined ? undefined : { key: decodedWhole(key), fragment };
}

/** A text in which something else stands for each address of {@link entryAddress}. */
export function withoutEntryAddresses(
  text: string,
  standIn: (address: EntryAddress) => string,
): string {
  return text.replace(
    /scrollback-entry:([\w.%-]*(?:[\w%]|$)|)(#[\p{L}\p{N}_%-]+)?/gu,
    (_, key: string, fragment = '') => standIn({ key: decodedWhole(key), fragment }),
  );
}
