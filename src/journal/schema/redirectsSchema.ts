import * as z from 'zod';
import { rootPath } from './text.ts';

/** `redirects.yaml`: old path to present path. */
export const redirectsSchema = z.record(
  rootPath,
  /** The page or the feed that is there now. */
  rootPath,
);
