import type { Unsafe } from 'mdast-util-to-markdown';

/** Where a sign has to be escaped. */
export type Where = Pick<Unsafe, 'inConstruct' | 'notInConstruct'>;

// In an autolink a `\` before a sign would be a part of the address.
const notInConstruct: Where['notInConstruct'] = ['autolink'];

/** Among the words of a line. */
export const inWords: Where = { inConstruct: 'phrasing', notInConstruct };

/** Within a quotation. */
export const inQuotation: Where = { inConstruct: 'blockquote', notInConstruct };
