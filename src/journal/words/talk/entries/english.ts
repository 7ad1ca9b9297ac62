import type { Translation, WordTable } from '../../message.ts';

/** What the bot says where an entry is changed: questions, refusals, edits of messages, and what /undo tells. */
export const entries = {
  // Commands.
  unknownCommand: 'I do not know {command}. /help tells what I do.',
  groupCommand:
    '{command} is for groups: there, in reply to a message, it keeps that as a draft. Here all that you send me is kept without it.',
  commandWithFile:
    'Its file is not kept, and {command} is not done: a command stands alone. Send the file, then reply to it with {command}.',
  editedCommand: 'An edited command is not done again. Send {command} anew.',
  answerNext: 'Your next message is the answer. /cancel leaves it.',
  questionLeft: 'Left. What you send now is kept as usual.',
  noQuestionInArticle: 'I am waiting for no answer. /done ends the article.',
  noQuestion: 'I am waiting for no answer.',
  noDraftOfMessage: 'That message belongs to no draft. /find and /drafts show them all.',
  noDraftYet: 'There is no draft yet. Write something first.',
  takesAway: '- takes it away.',

  // Articles and notes.
  askArticleTitle: 'What is its title?',
  titleChangedSince: 'Its title is “{title}” since, so your edit leaves it. /title sets another.',
  noArticle: 'No article is under way. /article Title begins one.',
  nextIsNote: 'Your next message is the note.',
  articleEndedAlready: 'That article is ended already.',

  // What an entry says of itself.
  askTitle: 'What is the title?',
  askTldr: 'What is the summary, in a sentence or two?',
  askLanguage: 'Which language? A tag such as en, de or pt-BR.',
  articleHasTitle: 'Nothing is changed: an article has a title. /title with words sets another.',
  askSlug: 'What is the last part of its address?',
  formerAddresses: 'Old addresses that lead here: {addresses}',
  slugSpoiler:
    'Nothing is changed: a spoiler would hide a part of it. A slug is for everybody to see; send it without.',
  tagSpoiler:
    'Nothing is changed: a spoiler would hide a part of it. A tag is for everybody to see; send it without.',
  tagHint: '/tag a, b adds; /tag -a removes a; /tag - removes all.',
  askSeries: 'Which series?',
  unknownSeries: 'There is no series “{series}”. Which one is meant?',
  newSeriesButton: 'New series',
  newSeriesNamed: 'New series: {series}',
  askSeriesTitle: 'What is the title of the new series?',
  seriesTitleIsText: 'The title of a series is text; /series begins again.',
  seriesUnread:
    '{file} is there and cannot be read, so I leave it as it is. Mend it, then {command}.',

  // Pictures.
  onlyCover:
    '{file} has no other picture than its cover, {picture}. /cover - puts that back into the text.',
  noPictureForCover: '{file} has no picture. Send one, then /cover.',
  askCoverAlt: 'What does it show, for those who cannot see it? Unanswered, it only decorates.',
  noCover: 'There is no cover to describe.',
  coverByHand: '{file} is MDX, whose text only you edit, by hand: take the picture out there.',
  allDescribedReply: 'All pictures of {file} have words. Reply to one with /alt to change them.',
  hasNoPicture: '{file} has no picture.',
  askAlt: 'What does {picture} show, for those who cannot see it?',
  altPlaceholder: 'What the picture shows',
  allDescribed: 'Every picture of {file} is described.',
  askedAlready: 'I have asked already: your answer to that is the alt text.',
  writeAlt: 'Write what it shows.',
  hasAlt: '{picture} has its alt text.',
  altTakenAway: '{picture} has no words',
  altSet: '{picture} shows: {words}',
  pictureGone: '{file} no longer shows {picture}.',
  altByHand:
    '{file} is MDX, whose text only you edit, by hand. Say there what {name} shows: ![what it shows]({picture}).',

  // Times.
  askWhen: 'When? {examples}',
  unknownTime: 'I do not know when “{words}” is. Expected: {examples}',
  timeIsOver: '{moment} is over. Nothing is changed. Name a time to come, or /publish now.',
  publishedAlready: '{file} is published. /unpublish it first, or let it be.',
  scheduledIn: 'Scheduled for {moment}, {zone}.',
  clockSkipped:
    'The clocks go forward that night and skip the time that you named: it is an hour later.',
  clockRepeated:
    'The clocks go back that night and show this time twice: it is the first of the two.',
  scheduledHint: '{file}; /unschedule makes it a draft again, /undo takes this back.',

  // Publishing, and taking off.
  publishTakesNoWords: 'Nothing is published: /publish takes no words. {command} sets a time.',
  brokenPictures:
    '{file} is not published: no site can be built with a broken picture. Send it anew, or take it out of the text, then /publish:',
  notPublished: '{file} is not published: {fault}',
  wasPublished: '{file} was published, and is a draft again since.',
  wasDiscarded: '{file} was discarded, and is back since.',
  publishedNotDiscarded:
    '{file} is published, so it is not discarded. /unpublish makes it a draft first.',
  scheduledNotDiscarded:
    '{file} is scheduled, so it is not discarded. /unpublish makes it a draft first.',
  noDraftNotDiscarded: '{file} does not say that it is a draft, so it is not discarded.',
  draftAlready: '{file} is a draft already.',
  publishedSince: '{file} was made a draft again, and is published since.',
  scheduledSince: '{file} was made a draft again, and is scheduled since.',
  postTooOld:
    'Its post in the channel is older than 48 hours, which Telegram lets no bot delete: if it refuses, I tell you, and you take it down by hand.',
  postTakenDown:
    'Its post in the channel is taken down; Telegram lets me do that within 48 hours of posting.',
  untilMended: 'Until this is mended, no site is built:',
  writtenBut: 'The file is written, but: {reason}',
  notCommitted: 'Nothing is committed yet; it is tried again every now and then.',
  commitKept: 'The commit is kept in this folder, and goes along when it is tried again.',

  // What /undo takes back, and what it does not.
  changePublish: 'publishing {file}',
  changeTitle: 'setting title of {file}',
  changeTldr: 'setting tldr of {file}',
  changeLang: 'setting lang of {file}',
  changeSlug: 'setting slug of {file}',
  changeTags: 'setting tags of {file}',
  changeCover: 'setting cover of {file}',
  changeSeries: 'setting series of {file}',
  changeSchedule: 'scheduling {file}',
  changeUnpublish: 'taking {file} off',
  changeDiscard: 'discarding {file}',
  changeSent: 'what you sent to {file}',
  changeEdit: 'your edit in {file}',
  changeAlt: 'describing a picture of {file}',
  changePost: 'the post of {file}',
  changeBegin: 'beginning {file}',
  nothingToUndo: 'There is nothing left to take back.',
  changedSince:
    '{file} was changed since, by hand or from elsewhere, so I leave it as it is. The last change from here was: {change}.',
  undoByHand:
    '{file} is MDX, whose text only you edit, by hand, so I leave it as it is. The last change from here was: {change}.',
  inTheWay:
    '{file} is there again, so I leave both as they are: the other one was put away by {change}. Move one of the two first.',

  // Files that are gone, or not as they should be.
  gone: '{file} is no longer there. If it was discarded, /undo may bring it back; if it was renamed, /find finds it.',
  goneFromJournal: '{file} is no longer in the journal.',
  unread: '{file} cannot be read as an entry. Mend it first:',
  wrong: '{what}; expected {expected}; {cure}.',
  wouldHave: '{file} would have {what}; expected {expected}; {cure}.',
  nothingChanged: 'Nothing is changed in {file}: {fault}',
  nothingByHand: '{file} is MDX, whose text only you edit, by hand. Nothing is changed.',
  changedAgain: 'It was changed again since, and stays as it is: /show shows it.',

  // Edits of messages.
  editIn: 'Your edit is in {file}.',
  editGone: '{file} is no longer in the journal, so this edit changes nothing there.',
  editByHand:
    '{file} is MDX, whose text only you edit, by hand, so your edit is not in it. The edited words are above: put them in by hand.',
  editConflict:
    '{file} was changed by hand since, so your edit is not in it. The file is as you left it there; the edited words are above. Put them in by hand, or send them as a reply to add them.',
  editForgotten:
    'I no longer know what became of this message: my memory is that of an older day. {files} was made in the same second, and your edit is not in it. The edited words are above: put them in by hand, or send them anew.',
  twins:
    'My memory is that of an older day, and does not know what {files} was made of in the same second. If it is what this message became by an edit, discard one of them.',

  // Contacts.
  askContact:
    'A contact. Nothing of it is in the journal. Without a word of yours I forget it in 48 hours.',
  keepNameButton: 'Keep the name',
  keepNumberButton: 'Keep name and number',
  forgetButton: 'Forget',
  contactForgotten: 'That contact is forgotten. Send it again if you want to keep it.',
  contactIn: 'It is in {file}.',
  forgotten: 'Forgotten.',
  forgottenWhole: 'Forgotten. Nothing of it is in the journal.',

  // What is not kept.
  notKept: 'I cannot keep {kind}. Text, pictures, files, places and polls are kept.',
  aStory: 'a story',
  aGiveaway: 'a giveaway',
  giveawayNews: 'news of a giveaway',
  aGame: 'a game',
  anInvoice: 'an invoice',
  paidMedia: 'paid media',
  aRichMessage: 'a rich message',
  movingSticker: 'a moving sticker without an emoji',
  aGift: 'a gift',
  pinNews: 'the news that a message is pinned',
  thisKind: 'this kind of message',

  // What goes into a draft where a file has no words of its own.
  voiceNote: 'Voice note',
  video: 'Video',
  file: 'File',
  sticker: 'Sticker',
  picture: 'A picture',
  notFetched: '{file} (too large to fetch from Telegram)',
  notKeptFile: '{file} (not kept)',
  somebody: 'somebody',
  aChat: 'a chat',
} as const satisfies WordTable;

/** The same in another language. */
export type EntriesTranslation = Translation<typeof entries>;
