import * as z from 'zod';
import { textThat } from './text.ts';

/** What a journal may have faces of its own for. */
export const faceUses = ['text', 'heading', 'code', 'interface'] as const;

/** One of them. */
export type FaceUse = (typeof faceUses)[number];

const error =
  'the path of a font in the content folder, such as fonts/mine.woff2, or a list of them';

const file = textThat(error, (path) => /^(?![a-z]+:|[\\/])[^\\]+\.(?:woff2?|ttf|otf)$/i.test(path));

const files = z
  .union([file.transform((one) => [one]), z.array(file).min(1, { error })], { error })
  .optional();

/** `theme.faces` of site.yaml: a font or several, whose weights and slants stand in themselves. */
export const facesSchema = z.strictObject({
  /** Of the text; of all else, too, that has none. */
  text: files,
  /** Of headings. */
  heading: files,
  /** Of code. */
  code: files,
  /** Of dates, links around the page, and what else is small. */
  interface: files,
} satisfies Record<FaceUse, typeof files>);
