import type { Translation, WordTable } from './message.ts';

/**
 * All that pages and feeds say to readers, in English. A key is never renamed: it stands in people's `words.yaml`.
 * `{name}` stands for a value, `<name>words</name>` is a link or otherwise set apart.
 */
export const english = {
  // Around every page.
  skip: 'Skip to the text',
  journal: 'Journal',
  archive: 'Archive',
  tags: 'Tags',
  series: 'Series',
  authors: 'Authors',
  blogroll: 'Blogroll',
  search: 'Search',
  follow: 'Follow',
  channel: 'Channel',

  // Lists of entries.
  everything: 'Everything',
  articles: 'Articles',
  notes: 'Notes',
  newestEntries: 'Newest entries',
  olderEntries: 'Older entries',
  newerEntries: 'Newer entries',
  page: 'Page {page}',
  streamPage: 'Entries, page {page} from the oldest',
  pages: 'Pages',
  neighbouringMonths: 'Neighbouring months',
  nothingPublished: 'Nothing is published yet.',
  nothingHere: 'Nothing is published here yet.',
  nothingTagged: 'Nothing is tagged yet.',

  // An entry.
  note: 'Note',
  noteName: '{day}: {words}',
  dayAndTime: '{day}, {time}',
  draft: 'draft',
  scheduled: 'scheduled for {moment}',
  tldr: 'tl;dr',
  by: 'By {authors}',
  inReplyTo: 'In reply to {place}',
  changedOn: 'Changed on {day}',
  alsoOn: 'Also on {places}',
  alsoIn: 'Also in {languages}',
  neighbouringEntries: 'Neighbouring entries',
  older: 'Older',
  newer: 'Newer',
  relatedEntries: 'Related entries',
  referredToBy: 'Referred to by',
  similar: 'Similar',
  moreInTag: 'More in {tag}',
  moreFromAuthor: 'More from {author}',

  // Series.
  seriesPlace: 'Series: {series}, part {part}',
  partOfSeries: 'Part {part} of {total} in {series}',
  partBefore: 'Before',
  partNext: 'Next',
  partToCome: 'To come',
  toCome: 'to come',
  seriesParts: {
    one: '{done} of {count} part, {months}',
    other: '{done} of {count} parts, {months}',
  },
  months: '{first} – {last}',
  noSeries: 'There is no series yet.',

  // Comments.
  noComments: 'No comments',
  comments: { one: '{count} comment', other: '{count} comments' },
  commentChanged: 'changed {moment}',
  commentReply: 'in reply to {name}',
  discuss: 'Discuss on Telegram',
  morePictures: {
    one: 'and {count} more picture on the page',
    other: 'and {count} more pictures on the page',
  },

  // Within a text, in the text's own language.
  calloutNote: 'Note',
  calloutTip: 'Tip',
  calloutImportant: 'Important',
  calloutWarning: 'Warning',
  calloutCaution: 'Caution',
  pullQuote: 'Pull quote',
  spoiler: 'Spoiler',
  taskToDo: 'to do',
  taskDone: 'done',
  video: 'Video',
  audio: 'Audio',
  videoAt: 'Video at {place}',
  notWritten: 'not written yet',
  footnotes: 'Footnotes',
  backToReference: 'Back to reference {reference}',

  // Blogroll.
  blogrollFile: 'A feed reader can import all of these at once from <file>this OPML file</file>.',
  blogrollOf: '{journal}: blogroll',
  feed: 'Feed',
  feedOf: 'Feed of {title}',
  noBlogs: 'Nothing is recommended yet.',

  // No such page.
  notFound: 'Not here',
  notFoundText:
    'There is no page at this address. It may have moved without leaving word. The <archive>archive</archive> has everything by year, and the <newest>newest entries</newest> are where they always are.',

  // Search.
  searchWords: 'Words to look for',
  searchButton: 'Search',
  searchScript:
    'The search needs JavaScript. The <archive>archive</archive> has everything by year, and the <tags>tags</tags> have it by subject.',
  searchFailed: 'The search could not be loaded. Reload the page to try again.',
  searchResults: {
    one: '{count} result for “{query}”.',
    other: '{count} results for “{query}”.',
  },
  searchNothing: 'Nothing found for “{query}”.',
  searchMore: 'More results',

  // Feeds, and the page that tells of them.
  feedTitle: '{journal}: {feed}',
  tagFeed: 'Entries tagged {tag}',
  authorFeed: 'Entries by {author}',
  followAbout: 'How to hear of what is new in {journal}: feeds.',
  followAboutChannel: 'How to hear of what is new in {journal}: feeds, and a Telegram channel.',
  followWhy:
    'You need not come back to see whether there is something new. A <feed>feed</feed> is this journal at an address that a program can read: a feed reader looks there now and then and keeps for you what has appeared. You read it when you like, whole, in the order in which it was written. It asks for no account and no e-mail address. When you have had enough, take the address out of your reader, and that is that.',
  followBegin: 'How to begin',
  followReader:
    'Find a feed reader that you like. There are good ones for every phone and computer, many of them free, and some mail programs and browsers are one too.',
  followCopy:
    'Copy one of the addresses below into it. Most readers find the feed by {address} alone.',
  followThen: 'That is all. The next entry comes to you.',
  followFeeds: 'The feeds',
  followFormats:
    'Each feed comes in three formats that say the same. If your reader does not ask for one of them, take the first.',
  followNewest: {
    one: 'A feed holds the newest entry of what it is about, whole. What is older waits in the <archive>archive</archive>.',
    other:
      'A feed holds the newest {count} entries of what it is about, each of them whole. What is older waits in the <archive>archive</archive>.',
  },
  followParts: 'Only a part of it',
  followOther:
    'These are RSS. For the other formats, let the address end in {atom} or {json} instead of {rss}.',
  followTelegram: 'On Telegram',
  followChannel:
    'If you are there anyway, the channel {channel} has what appears here: notes whole, articles as a link.',
} as const satisfies WordTable;

/** All that pages and feeds say. */
export type SiteTable = typeof english;

/** What they say in another language. */
export type SiteTranslation = Translation<SiteTable>;
