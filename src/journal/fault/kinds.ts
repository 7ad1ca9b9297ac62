/** What every fault of a kind has in common. */
interface KindOfFault {
  /** What such faults are, several of them. */
  readonly are: string;
  /** See {@link borne}. */
  readonly shown?: string;
  /** See {@link unborne}. */
  readonly because?: string;
  /** Whether a fault of a body may be gone though that is as it was: what is missing lies beside it, or elsewhere. */
  readonly isElsewhere?: boolean;
}

const nothingOfIt = 'nothing of it';
const asTyped = 'what was typed';
const ownAddress = 'two things would have one address';
const textLost = 'text would be lost';
const wrongMatter = 'nobody knows what was meant, a draft maybe';
const wrongPage = 'the page would break';
const everyPage = 'it stands on every page, or on several';
const mayHide = 'it may show what nobody is to see, or hide what was written';

/** A kind that can be borne: `shown` is what readers see where one stands in a text that is published all the same. */
function borne(are: string, shown: string, where?: 'elsewhere'): KindOfFault {
  return { are, shown, isElsewhere: where !== undefined };
}

/** A kind with which nothing can be published, and why. */
function unborne(are: string, because: string): KindOfFault {
  return { are, because };
}

/**
 * Every kind of fault. Its name is in `known-faults.yaml` files, so that it never changes. A kind with `shown` can be
 * borne: `check --accept` puts such a fault on that list, and the build goes on.
 */
const faultKinds = {
  // What stands in a text, and what readers see of it.
  'missing-alt': borne('pictures without words', 'the picture alone (alt="")'),
  'missing-picture': borne('pictures that are not there', 'the words of the picture', 'elsewhere'),
  'broken-picture': borne('pictures that cannot be read', 'the words of the picture'),
  'damaged-picture': borne('pictures that are cut off', 'the picture, as far as it goes'),
  'missing-file': borne(
    'films, sounds and other files that are not there',
    'what browsers show in their place',
    'elsewhere',
  ),
  'dead-link': borne('links to pages that do not exist', 'the link'),
  'dead-file-link': borne('links to texts that are no entry', 'the words of the link', 'elsewhere'),
  'dead-anchor': borne('links to headings that are not there', 'the link to that page'),
  'dead-reply': borne('replies to what is not in this journal', 'the link'),
  'dead-translation': borne(
    'translations that are no other entry of this journal',
    'the entry without them',
  ),
  'bad-address': borne('addresses that no link may have', 'the words of the link'),
  'remote-media': borne('things loaded from another host', nothingOfIt),
  'inline-style': borne('inline styles', 'the text without them'),
  'forbidden-html': borne('elements that no page has', nothingOfIt),
  'forbidden-attribute': borne('attributes that no page has', 'the element without them'),
  'unseen-html': borne('elements of which browsers show nothing', nothingOfIt),
  'loose-html': borne('HTML that does not close as it opened', 'what browsers make of it'),
  'link-in-link': borne('links within links', 'the outer link'),
  'double-id': borne('ids that are used twice', 'the second without its id'),
  'foreign-syntax': borne('shortcodes and syntax of other generators', asTyped),
  'garbled-text': borne('characters that a program could not read', asTyped),
  'marked-title': borne('titles, and other plain words, with Markdown or HTML in them', asTyped),
  'marked-name': borne('names in double brackets that are not plain words', asTyped),
  'ambiguous-name': borne('names that several documents have', 'the words', 'elsewhere'),
  'mark-in-link': borne("footnotes' marks in the words of links", asTyped),
  'empty-heading': borne('headings without words', nothingOfIt),
  'open-note': borne('notes of spoilers that hide nothing', 'the note'),
  'undefined-footnote': borne('marks of footnotes that are not there', asTyped),
  'long-address': borne('addresses that go on over the end of a cell', asTyped),
  'lost-cell': borne('cells beyond the columns of their table', nothingOfIt),
  'unknown-callout': borne('callouts of an unknown kind', 'a quotation'),
  'line-marks': borne('marks on lines that code does not have', 'the code without them'),
  'quote-language': borne('quotations in a language without a tag', 'the quotation'),
  mathematics: borne('formulas that cannot be read', 'the TeX'),
  'series-gap': borne('gaps in series', 'the parts that are there'),
  'unknown-author': borne('authors whom authors.yaml does not know', 'the id as a name'),

  // What stands in a text, and would take something from its readers.
  'hiding-html': unborne('HTML that never ends', 'readers would not see the text behind it'),
  'unsafe-html': unborne('HTML that loads or runs something', 'readers would be told on'),
  'unstable-html': unborne('HTML that means something else each time', wrongPage),
  mdx: unborne('MDX that cannot be read', 'there would be no page'),
  'too-much': unborne('texts with too much in them', 'there would be no page'),
  'unused-footnote': unborne('footnotes that no mark leads to', textLost),
  'double-footnote': unborne('footnotes that are defined twice', textLost),
  'footnote-twin': unborne('footnotes whose marks have the same id', wrongPage),
  'hidden-link': unborne('links to what is not published', 'a draft would be given away'),

  // What stands between entries.
  'shared-path': unborne('paths that two have', ownAddress),
  'taken-path': unborne('paths that a page or a file has already', ownAddress),
  'shared-id': unborne('ids that two have', 'feeds and the channel would mix them up'),
  'shared-tag': unborne('tags, or authors, with one page for two', ownAddress),
  'bad-path': unborne('paths that no file can have', 'there would be no page'),
  'unknown-series': unborne('series that are not there', 'the part would be in no series'),
  'double-part': unborne('parts of a series that are there twice', 'one would hide the other'),
  'double-translation': unborne(
    'entries with two translations into one language',
    'one would hide the other',
  ),
  'same-title': unborne('articles of the same title', 'it is one article, most likely'),

  // What stands in settings and front matter.
  yaml: unborne('YAML that cannot be read', wrongMatter),
  'front-matter': unborne('front matter that cannot be read', wrongMatter),
  'unknown-key': unborne('unknown keys', wrongMatter),
  'wrong-value': unborne('values that are missing or wrong', wrongMatter),
  'no-settings': unborne('journals without site.yaml', 'there would be no site'),
  'unknown-site-author': unborne('journals by an unknown author', everyPage),
  'missing-portrait': unborne("authors' pictures that are not there", everyPage),
  'dead-nav': unborne('links at the head or foot of pages that lead nowhere', everyPage),
  'dead-redirect': unborne(
    'redirects that lead nowhere, or from where something is',
    'it stops nothing',
  ),
  'dead-home': unborne('home pages that are not there', 'there would be no home page'),
  'style-sheet': unborne('style sheets with mistakes', everyPage),
  'page-html': unborne('HTML of every page that no page can have', everyPage),
  'yaml-text': unborne('texts of settings that no page can show', everyPage),
  'gone-fault': unborne('known faults that are gone', 'they are no faults'),
  'comment-id': unborne('ids that two comments have', 'one would hide the other'),
  'comment-reply': unborne('answers to comments that are not there', textLost),
  'comment-entry': unborne('comments on no entry', textLost),
  'comment-file': unborne('comments in the file of another entry', textLost),

  // What stands in the folder.
  encoding: unborne('texts that are not UTF-8', textLost),
  'control-character': unborne('control characters', 'feeds could not be read'),
  conflict: unborne('two versions of a text in one', 'readers would see both'),
  'conflict-copy': unborne('copies of files', 'readers would see both'),
  'misplaced-text': unborne('texts in the wrong place', textLost),
  'foreign-text': unborne('texts that are not Markdown', textLost),
  'misnamed-file': unborne('files that nearly have the name of settings', textLost),
  'former-canonical': unborne(
    'canonical addresses at which no page of this journal is',
    'search engines would be led astray',
  ),
  'moved-document': unborne('entries and pages that readers would lose', 'it stops nothing'),
  'underscored-text': unborne('texts that are passed over', textLost),
  unreadable: unborne('files that cannot be read', textLost),
  'bad-name': unborne('names that no file may have', textLost),
  'twin-name': unborne('names that are the same but for their accents', textLost),
  'loose-end': unborne('links of the file system that lead nowhere', textLost),
  'private-link': unborne('links to what nobody is to see', mayHide),
  'far-link': unborne('links to folders that are too large', mayHide),
  'special-file': unborne('pipes, sockets and devices', mayHide),
  'bot-state': unborne("the bot's state among what is published", mayHide),
} as const;

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
  return canBeBorne(kind) && !kindOf(kind).isElsewhere;
}
