import * as z from 'zod';
import { altText, identifier, line, webAddress, words } from './text.ts';

/** `authors.yaml`: author id to person. */
export const authorsSchema = z.record(
  identifier,
  z.strictObject({
    /** As readers see it. */
    name: line,
    /** The author's own site. */
    url: webAddress.optional(),
    /** A sentence or two, inline Markdown. */
    bio: words.optional(),
    /** A portrait. */
    picture: z
      .strictObject({
        /** Its path in the content folder. */
        src: line,
        /** What it shows; an empty text says that it only decorates. */
        alt: altText,
      })
      .optional(),
    /** Where else the author is, such as accounts. */
    links: z
      .array(
        z.strictObject({
          /** Its words. */
          label: line,
          /** Where it leads. */
          url: webAddress,
        }),
      )
      .default([]),
  }),
);

/** The people who write. */
export type Authors = z.infer<typeof authorsSchema>;

/** The person behind an id of front matter; undefined where authors.yaml does not name one. */
export function personOf(authors: Authors, id: string): Authors[string] | undefined {
  return Object.hasOwn(authors, id) ? authors[id] : undefined;
}
