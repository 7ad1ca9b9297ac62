import type { Format } from '../format/format.ts';
import { jekyll } from './jekyll/jekyll.ts';

/** All formats, the more particular ones first: of equally sure ones, the first reads the source. */
export const formats: readonly Format[] = [jekyll];
