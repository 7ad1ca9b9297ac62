/** The element that stands for a link that leads nowhere, while a body is on its way to a page. */
const wordsTag = 'scrollback-words';

/**
 * What makes of a link its words, as the data of its node. Were they put in its place, the parser would lose what is done to
 * them: a picture among them would be loaded from wherever it is.
 */
export const wordsAlone = { hName: wordsTag, hProperties: { href: null, title: null } };

/** HTML with the words alone of such links. */
export function linksGone(html: string): string {
  return html.includes(wordsTag) ? html.replace(tags, '') : html;
}

const tags = new RegExp(`</?${wordsTag}>`, 'g');
