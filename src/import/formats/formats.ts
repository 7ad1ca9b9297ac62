import type { Format } from '../format/format.ts';
import { ghost } from './ghost/ghost.ts';
import { jekyll } from './jekyll/jekyll.ts';
<<<<<<< HEAD
import { medium } from './medium/medium.ts';
import { substack } from './substack/substack.ts';

/** All formats, the more particular ones first: of equally sure ones, the first reads the source. */
export const formats: readonly Format[] = [jekyll, substack, medium, ghost];
=======
import { wordpress } from './wordpress/wordpress.ts';

/** All formats, the more particular ones first: of equally sure ones, the first reads the source. */
export const formats: readonly Format[] = [wordpress, jekyll];
>>>>>>> a0db784 (site: bring a WordPress export in, as a stream, with comments, footnotes, galleries and menus)
