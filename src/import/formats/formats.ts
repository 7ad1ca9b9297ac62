import type { Format } from '../format/format.ts';
import { blogger } from './blogger/blogger.ts';
import { ghost } from './ghost/ghost.ts';
import { hugo } from './hugo/hugo.ts';
import { jekyll } from './jekyll/jekyll.ts';
import { jsonfeed } from './jsonfeed/jsonfeed.ts';
import { livejournal } from './livejournal/livejournal.ts';
import { markdown } from './markdown/markdown.ts';
import { medium } from './medium/medium.ts';
import { movabletype } from './movabletype/movabletype.ts';
import { scrollback } from './scrollback/scrollback.ts';
import { substack } from './substack/substack.ts';
import { telegram } from './telegram/telegram.ts';
import { wordpress } from './wordpress/wordpress.ts';

/** All formats, the more particular ones first: of equally sure ones, the first reads the source. */
export const formats: readonly Format[] = [
  scrollback,
  wordpress,
  blogger,
  jekyll,
  hugo,
  substack,
  medium,
  movabletype,
  livejournal,
  telegram,
  ghost,
  markdown,
  jsonfeed,
];
