/** What every fault of a kind has in common. */
interface KindOfFault {
  /** What such faults are, several of them. */
  readonly are: string;
  /** What readers see where one stands in a text that is published all the same; none where that cannot be. */
  readonly shown?: string;
  /** Why it cannot be published with such a fault. */
  readonly because?: string;
  /** Whether a fault of a body may be gone though that is as it was: what is missing lies beside it, or elsewhere. */
  readonly elsewhere?: true;
}

const nothingOfIt = 'nothing of it';
const asTyped = 'what was typed';
const ownAddress = 'two things would have one address';
const textLost = 'text would be lost';
const wrongMatter = 'nobody knows what was meant, a draft maybe';
const wrongPage = 'the page would break';
const everyPage = 'it stands on every page, or on several';
const mayHide = 'it may show what nobody is to see, or hide what was written';

/**
 * Every kind of fault. Its name is in `known-faults.yaml` files, so that it never changes. A kind with `shown` can be
 * borne: `check --accept` puts such a fault on that list, and the build goes on.
 */
const faultKinds = {
  // What stands in a text, and what readers see of it.
  'missing-alt': { are: 'pictures without words', shown: 'the picture alone (alt="")' },
  'missing-picture': {
    are: 'pictures that are not there',
    shown: 'the words of the picture',
    elsewhere: true,
  },
  'broken-picture': { are: 'pictures that cannot be read', shown: 'the words of the picture' },
  'damaged-picture': { are: 'pictures that are cut off', shown: 'the picture, as far as it goes' },
  'missing-file': {
    are: 'films, sounds and other files that are not there',
    shown: 'what browsers show in their place',
    elsewhere: true,
  },
  'dead-link': { are: 'links to pages that do not exist', shown: 'the link' },
  'dead-file-link': {
    are: 'links to texts that are no entry',
    shown: 'the words of the link',
    elsewhere: true,
  },
  'dead-anchor': { are: 'links to headings that are not there', shown: 'the link to that page' },
  'dead-reply': { are: 'replies to what is not in this journal', shown: 'the link' },
  'dead-translation': {
    are: 'translations that are no other entry of this journal',
    shown: 'the entry without them',
  },
  'bad-address': { are: 'addresses that no link may have', shown: 'the words of the link' },
  'remote-media': { are: 'things loaded from another host', shown: nothingOfIt },
  'inline-style': { are: 'inline styles', shown: 'the text without them' },
  'forbidden-html': { are: 'elements that no page has', shown: nothingOfIt },
  'forbidden-attribute': { are: 'attributes that no page has', shown: 'the element without them' },
  'unseen-html': { are: 'elements of which browsers show nothing', shown: nothingOfIt },
  'loose-html': { are: 'HTML that does not close as it opened', shown: 'what browsers make of it' },
  'link-in-link': { are: 'links within links', shown: 'the outer link' },
  'double-id': { are: 'ids that are used twice', shown: 'the second without its id' },
  'foreign-syntax': { are: 'shortcodes and syntax of other generators', shown: asTyped },
  'garbled-text': { are: 'characters that a program could not read', shown: asTyped },
  'marked-title': {
    are: 'titles, and other plain words, with Markdown or HTML in them',
    shown: asTyped,
  },
  'marked-name': { are: 'names in double brackets that are not plain words', shown: asTyped },
  'ambiguous-name': {
    are: 'names that several documents have',
    shown: 'the words',
    elsewhere: true,
  },
  'mark-in-link': { are: "footnotes' marks in the words of links", shown: asTyped },
  'empty-heading': { are: 'headings without words', shown: nothingOfIt },
  'open-note': { are: 'notes of spoilers that hide nothing', shown: 'the note' },
  'undefined-footnote': { are: 'marks of footnotes that are not there', shown: asTyped },
  'long-address': { are: 'addresses that go on over the end of a cell', shown: asTyped },
  'lost-cell': { are: 'cells beyond the columns of their table', shown: nothingOfIt },
  'unknown-callout': { are: 'callouts of an unknown kind', shown: 'a quotation' },
  'line-marks': { are: 'marks on lines that code does not have', shown: 'the code without them' },
  'quote-language': { are: 'quotations in a language without a tag', shown: 'the quotation' },
  mathematics: { are: 'formulas that cannot be read', shown: 'the TeX' },
  'series-gap': { are: 'gaps in series', shown: 'the parts that are there' },
  'unknown-author': { are: 'authors whom authors.yaml does not know', shown: 'the id as a name' },

  // What stands in a text, and would take something from its readers.
  'hiding-html': {
    are: 'HTML that never ends',
    because: 'readers would not see the text behind it',
  },
  'unsafe-html': { are: 'HTML that loads or runs something', because: 'readers would be told on' },
  'unstable-html': { are: 'HTML that means something else each time', because: wrongPage },
  mdx: { are: 'MDX that cannot be read', because: 'there would be no page' },
  'too-much': { are: 'texts with too much in them', because: 'there would be no page' },
  'unused-footnote': { are: 'footnotes that no mark leads to', because: textLost },
  'double-footnote': { are: 'footnotes that are defined twice', because: textLost },
  'footnote-twin': { are: 'footnotes whose marks have the same id', because: wrongPage },
  'hidden-link': { are: 'links to what is not published', because: 'a draft would be given away' },

  // What stands between entries.
  'shared-path': { are: 'paths that two have', because: ownAddress },
  'taken-path': { are: 'paths that a page or a file has already', because: ownAddress },
  'shared-id': { are: 'ids that two have', because: 'feeds and the channel would mix them up' },
  'shared-tag': { are: 'tags, or authors, with one page for two', because: ownAddress },
  'bad-path': { are: 'paths that no file can have', because: 'there would be no page' },
  'unknown-series': { are: 'series that are not there', because: 'the part would be in no series' },
  'double-part': {
    are: 'parts of a series that are there twice',
    because: 'one would hide the other',
  },
  'double-translation': {
    are: 'entries with two translations into one language',
    because: 'one would hide the other',
  },
  'same-title': { are: 'articles of the same title', because: 'it is one article, most likely' },

  // What stands in settings and front matter.
  yaml: { are: 'YAML that cannot be read', because: wrongMatter },
  'front-matter': { are: 'front matter that cannot be read', because: wrongMatter },
  'unknown-key': { are: 'unknown keys', because: wrongMatter },
  'renamed-key': {
    are: 'keys that have another name by now',
    because: 'it stops nothing',
  },
  'wrong-value': { are: 'values that are missing or wrong', because: wrongMatter },
  'no-settings': { are: 'journals without site.yaml', because: 'there would be no site' },
  'unknown-site-author': { are: 'journals by an unknown author', because: everyPage },
  'missing-portrait': { are: "authors' pictures that are not there", because: everyPage },
  'dead-nav': { are: 'links at the head or foot of pages that lead nowhere', because: everyPage },
  'dead-redirect': {
    are: 'redirects that lead nowhere, or from where something is',
    because: 'it stops nothing',
  },
  'dead-home': { are: 'home pages that are not there', because: 'there would be no home page' },
  'style-sheet': { are: 'style sheets with mistakes', because: everyPage },
  'page-html': { are: 'HTML of every page that no page can have', because: everyPage },
  'yaml-text': { are: 'texts of settings that no page can show', because: everyPage },
  'gone-fault': { are: 'known faults that are gone', because: 'they are no faults' },
  'comment-id': { are: 'ids that two comments have', because: 'one would hide the other' },
  'comment-reply': { are: 'answers to comments that are not there', because: textLost },
  'comment-entry': { are: 'comments on no entry', because: textLost },
  'comment-file': { are: 'comments in the file of another entry', because: textLost },

  // What stands in the folder.
  encoding: { are: 'texts that are not UTF-8', because: textLost },
  'control-character': { are: 'control characters', because: 'feeds could not be read' },
  conflict: { are: 'two versions of a text in one', because: 'readers would see both' },
  'conflict-copy': { are: 'copies of files', because: 'readers would see both' },
  'misplaced-text': { are: 'texts in the wrong place', because: textLost },
  'foreign-text': { are: 'texts that are not Markdown', because: textLost },
  'misnamed-file': { are: 'files that nearly have the name of settings', because: textLost },
  'former-canonical': {
    are: 'canonical addresses at which no page of this journal is',
    because: 'search engines would be led astray',
  },
  'moved-document': {
    are: 'entries and pages that readers would lose',
    because: 'it stops nothing',
  },
  'underscored-text': { are: 'texts that are passed over', because: textLost },
  unreadable: { are: 'files that cannot be read', because: textLost },
  'bad-name': { are: 'names that no file may have', because: textLost },
  'twin-name': { are: 'names that are the same but for their accents', because: textLost },
  'loose-end': { are: 'links of the file system that lead nowhere', because: textLost },
  'private-link': { are: 'links to what nobody is to see', because: mayHide },
  'far-link': { are: 'links to folders that are too large', because: mayHide },
  'special-file': { are: 'pipes, sockets and devices', because: mayHide },
  'bot-state': { are: "the bot's state among what is published", because: mayHide },
} as const satisfies Record<string, KindOfFault>;

/** The name of a kind of fault. */
export type FaultKind = keyof typeof faultKinds;

/** Every name, in the order of the table. */
export const faultKindNames = Object.keys(faultKinds) as FaultKind[];

/** What the faults of a kind have in common. */
export function kindOf(kind: FaultKind): KindOfFault {
  return faultKinds[kind];
}

/** Whether a text can be published with a fault of a kind. */
export function canBeBorne(kind: FaultKind): boolean {
  return kindOf(kind).shown !== undefined;
}

/** Whether a fault of a body, which does not stop the build, is there as long as that body is what it was. */
export function stays(kind: FaultKind): boolean {
  return canBeBorne(kind) && kindOf(kind).elsewhere !== true;
}
