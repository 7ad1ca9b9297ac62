/** Elements that HTML has or once had. What has another name, and no end, was never meant as a tag. */
export const htmlNames: ReadonlySet<string> = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
   button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
   fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image
   img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav
   nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc
   ruby s samp script search section select slot small source spacer span strike strong style sub summary sup svg table
   tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp inline-footnote
   footnote-mark markdown-text`
    .trim()
    .split(/\s+/),
);

/** Elements whose text is no HTML, and goes on to their end whatever is in it. */
export const rawNames: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes'.split(' '),
);

/** Elements whose words a page does not show as they are: one that is never closed would take all that follows with it. */
export const hidingNames: ReadonlySet<string> = new Set([
  ...rawNames,
  ...'plaintext noscript form select button template object svg math video audio canvas'.split(' '),
]);

/** Of these, those that show something by themselves. */
export const showingNames: ReadonlySet<string> = new Set(
  'iframe object svg math video audio'.split(' '),
);
