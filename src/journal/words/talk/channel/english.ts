import type { Translation, WordTable } from '../../message.ts';

/** What the bot says of the channel and of itself: posts, the questions of the mirror, /status, and what went wrong. */
export const channel = {
  // Posts.
  stubText: '(removed)',
  resendButton: 'Send again',
  repostButton: 'Post it again',
  sentAgain: 'It is sent again.',
  postedAgain: 'It is posted again.',
  settledAlready: 'That is settled already.',
  thankYou: 'Thank you: the post of {file} is there.',
  thereAfterAll:
    'The post of {file} is there after all: it has come to the channel’s group. There is nothing left to do about it.',
  mayBeThere:
    'But a post of it may be in the channel: nobody knows whether it arrived. Look there. If it is there, forward it to me, and I take it down. If it is not, nothing is left to do.',
  uncertain: 'Nobody knows whether the post of {file} arrived in the channel: {reason}',
  uncertainHint: 'Look there. If it is there, forward it to me. If it is not:',
  linkWaits: 'The link to {file} is not in the channel yet: {reason}.',
  linkWaitsHint:
    'I keep looking, and it goes out as soon as its page answers. Was the site built and put online?',
  pictureWaits: 'What the channel is to show of {file} waits: {reason}.',
  pictureWaitsHint:
    'Give me the right to read that file; I keep trying, and nothing else is to be done.',
  deletedByHand:
    '{file} has changed, but its post was deleted in the channel. I do not post it again unless you say so; "mirror: false" in its front matter keeps it from the channel for good.',
  refused: 'The channel refused what was to be done for {file}: {reason}',
  takeDownByHand: 'Take it down by hand.',
  triedWhenChanged: 'It is tried again when the entry changes.',
  pageSilent: '{page} does not answer yet',
  pageSilentLong: '{page} has not answered for {count} days',
  stub: '{address} is more than 48 hours old, and Telegram lets no bot delete it. It says “{removed}” now; you can delete it in the channel.',
  stubs:
    'These posts are more than 48 hours old, and Telegram lets no bot delete them. They say “{removed}” now; you can delete them in the channel:\n{addresses}',
  unreadablePicture:
    '{file} cannot be read as a picture, so its entry goes to the channel without it, with the link to its page. Save it anew as JPEG or PNG.',
  waitsForAnswer: 'the channel waits for your answer to my question.',

  // Posts that were written in the channel by hand.
  postIsNote: 'A post in the channel is a note. {published}',
  postByIsNote: 'A post by {name} in the channel is a note. {published}',
  postSaved: 'A post in the channel is saved as {file}',
  postBySaved: 'A post by {name} in the channel is saved as {file}',
  postEditGone: 'A post was edited in the channel, and its note {file} is no longer there.',
  postEditByHand:
    'A post was edited in the channel, and {file} is MDX, whose text only you edit, by hand, so the edit is not in it. The post says now:',
  postEditConflict:
    'A post was edited in the channel, and {file} was changed by hand since, so the edit is not in it. Both are as they were left. The post says now:',

  // Questions of the mirror.
  askPosts: {
    one: '{count} entry would go to {channel} at once. All of them, oldest first, take {time}. Nothing of that is posted before you choose.',
    other:
      '{count} entries would go to {channel} at once. All of them, oldest first, take {time}. Nothing of that is posted before you choose.',
  },
  askFirstPosts: {
    one: '{count} entry would go to {channel} at once, which shows nothing of this journal yet. All of them, oldest first, take {time}. Nothing of that is posted before you choose.',
    other:
      '{count} entries would go to {channel} at once, which shows nothing of this journal yet. All of them, oldest first, take {time}. Nothing of that is posted before you choose.',
  },
  foreignFolder:
    'None of the entries that {channel} shows is in {folder}, so nothing is posted, edited or taken down.',
  askRemovals:
    '{removals} of {posts} posts would be taken down, because their entries are not in {folder}, or not for readers. That is more often a wrong folder (JOURNAL_CONTENT) or another branch than a wish. Nothing is taken down before you choose.',
  askMoreRemovals:
    '{removals} of {posts} posts would be taken down, after {gone} within a day, because their entries are not in {folder}, or not for readers. That is more often a wrong folder (JOURNAL_CONTENT) or another branch than a wish. Nothing is taken down before you choose.',
  askJournal:
    '{channel} shows the journal {known}, and site.yaml says that this one is {found}. So nothing is posted, edited or taken down before you choose.',
  journalChanges: '{removals} of {posts} posts would be taken down, and {others} posted or edited.',
  journalMoved:
    'If it is the same journal, and has moved, write {setting} into site.yaml: then its posts are edited to lead there, and to feed readers its entries stay what they are.',
  allButton: 'All, oldest first',
  fromNowButton: 'Only from now on',
  laterButton: 'Not now',
  takeDownButton: 'Take them down',
  keepButton: 'Keep them',
  sameJournalButton: 'It is the same journal',
  nothingToChoose: 'That is settled: there is nothing left to choose.',
  settledOrChanged: 'That is settled, or has changed since.',
  unknownAnswer: 'I do not know this button.',
  postsLater: 'Not now: none of these is posted. What you publish here goes out. The buttons stay.',
  journalLater: 'Not now: the channel stays as it is. The buttons stay.',
  journalShown: 'The channel shows {journal} from now on.',
  goesOut: {
    one: 'It goes out.',
    other: 'These {count} go out, oldest first.',
  },
  passedOver: {
    one: 'Only from now on: it stays out of the channel. {setting} in site.yaml says the same for good; {command} posts them after all.',
    other:
      'Only from now on: these {count} stay out of the channel. {setting} in site.yaml says the same for good; {command} posts them after all.',
  },
  takenDown: { one: 'It is taken down.', other: 'These {count} are taken down.' },
  keptThere: {
    one: 'It stays in the channel, and nothing is done about it until the entry is back.',
    other:
      'These {count} stay in the channel, and nothing is done about it until the entry is back.',
  },
  aMoment: 'a moment',
  seconds: { one: 'about {count} seconds', other: 'about {count} seconds' },
  minutes: { one: 'about {count} minutes', other: 'about {count} minutes' },
  hours: { one: 'about {count} hours', other: 'about {count} hours' },

  // What keeps the channel or the site from being kept up to date.
  passedOverFaults:
    'The channel is not told of these until they are mended; a post that is there stays as it is:',
  allReadAgain: 'All entries can be read again.',
  gitUnfinished:
    'A {work} in {folder} is not finished. Until it is, nothing goes to the channel or to the site.',
  gitFinished:
    'Nothing is unfinished in git any more: the channel and the site are kept up to date again.',
  notUpToDate: 'The channel is not kept up to date: {reason}',
  upToDateAgain: 'The channel is kept up to date again.',
  dateHasCome: 'The date of {file} has come, but: {reason}',
  carriedOn: 'What went no further than the file before is carried on now.',
  botEnds: 'The bot ends: {reason}',
  diskTrouble: 'I cannot write to disk: {reason}',
  diskTroubleHint:
    'What you send waits, in its order, and nothing of it is lost. Make room, or let me write there again; you need not send anything twice. I say when it is over.',
  diskAgain: 'I can write to disk again. What you sent meanwhile is taken in.',
  setAside: 'I could not deal with {what}, and have set it aside after several tries: {reason}',
  setAsideOwn:
    'Look with /drafts whether its words are there; if they are not, mend the cause. It is kept: /retry tries it again.',
  setAsideOther: 'Mend the cause. It is kept: /retry tries it again.',
  ownMessage: 'a message of yours (“{words}”), message {message} of chat {chat}',
  ownMessageWordless: 'a message of yours, message {message} of chat {chat}',
  otherMessage: 'a message (“{words}”), message {message} of chat {chat}',
  otherMessageWordless: 'a message, message {message} of chat {chat}',
  pressedButton: 'a button that you pressed',
  groupReaction: 'a reaction in a group',

  // /status and /retry.
  draftsCount: 'Drafts: {number}',
  nextScheduled: 'Next scheduled: {name}, {moment}',
  scheduledNothing: 'Scheduled: nothing',
  afterThat: '  and {number} after it',
  inboxWaits: 'Inbox: {number} waiting',
  inboxFailed: 'Inbox: {number} waiting, {failed} set aside; /retry tries them again',
  outboxWaits: 'Outbox: {number} waiting',
  outboxNext: 'Outbox: {number} waiting; next try {moment}',
  triedTimes: {
    one: '  {file}: {reason} (tried once)',
    other: '  {file}: {reason} (tried {count} times)',
  },
  refusedLine: 'Refused: {file}: {reason}',
  uncertainLine: 'Uncertain: {file}: {reason}',
  noReason: 'no reason given',
  andMore: '  and {number} more',
  neverPublished: 'Publishing ({mode}): nothing yet',
  lastBuild: 'Last build ({mode}): {moment}, {subject}: went well',
  lastBuildFailed: 'Last build ({mode}): {moment}, {subject}: FAILED: {reason}',
  channelState: 'Channel: {channel}, entries there: {number}; {rights}',
  noChannel: 'Channel: none (TELEGRAM_CHANNEL is not set)',
  groupState: 'Group {group}: {rights}',
  warningLine: 'Warning: {fault}',
  faultLine: 'Fault: {fault}',
  notAsked: 'could not be asked ({reason})',
  isOwner: 'owner',
  isAdministrator: 'administrator',
  mayDo: 'administrator: may {rights}',
  mayNotDo: 'administrator; MAY NOT {rights}',
  mayAndMayNot: 'administrator: may {rights}; MAY NOT {missing}',
  mayPost: 'post',
  mayEdit: 'edit',
  mayDelete: 'delete',
  isMember: 'member',
  isRestricted: 'member with restrictions',
  isOutside: 'NOT IN IT; add the bot',
  waitsForYou: 'Waits for your answer: {what}',
  openJournal: 'whether this is the journal of the channel',
  openPosts: {
    one: '{count} new entry, whether to post it',
    other: '{count} new entries, whether to post them',
  },
  openRemovals: {
    one: '{count} post, whether to take it down',
    other: '{count} posts, whether to take them down',
  },
  openComments: { one: '{count} comment', other: '{count} comments' },
  openPicks: { one: '{count} pick, for a name', other: '{count} picks, for names' },
  openContacts: { one: '{count} contact', other: '{count} contacts' },
  nothingSetAside: 'Nothing is set aside.',
  triedAgain: {
    one: 'One message is tried again. /status shows what is left.',
    other: '{count} messages are tried again. /status shows what is left.',
  },
} as const satisfies WordTable;

/** The same in another language. */
export type ChannelTranslation = Translation<typeof channel>;
