import type { Translation, WordTable } from '../../message.ts';

/** What the bot says of other people: comments, and what was picked in groups. */
export const people = {
  // The notice of a comment.
  comment: 'Comment of {name} on {entry}:',
  commentChanged: 'Comment, changed, of {name} on {entry}:',
  commentAllowed: 'Allowed: comment of {name} on {entry}:',
  commentAllowedChanged: 'Allowed, with changed words: comment of {name} on {entry}:',
  commentIgnored: 'Ignored: comment of {name} on {entry}:',
  commentRemoved: 'Removed: comment of {name} on {entry}:',
  commentOtherWords: 'Other words in the comment of {name} on {entry}. Readers see:',
  commentKept: 'Kept as it was: comment of {name} on {entry}. Readers see:',
  saysNow: 'It says now:',
  notSeen: 'They do not see:',
  moreCharacters: '… ({number} more characters, to be read at {address})',
  nothing: '(nothing)',
  aPost: 'a post',
  allowButton: 'Allow',
  ignoreButton: 'Ignore',
  newWordsButton: 'Show the new words',
  oldWordsButton: 'Keep the old ones',
  removeButton: 'Remove',
  showAfterAllButton: 'Show after all',

  // What became of a comment.
  allowed: 'Allowed.',
  notYet: 'Not yet.',
  allowedAlready: 'Allowed already.',
  removed: 'Removed.',
  ignored: 'Ignored.',
  oldWordsStay: 'The old ones stay.',
  decidedAlready: 'It is decided already.',
  wordsChanged: 'Its words have changed since. Look at them again.',
  commentForgotten: 'I no longer have that comment.',
  cannotShow: 'I no longer have what it takes to show it.',
  whichComment:
    'Which comment? Reply with /uncomment to my message about it, to a forward of it, or to itself in the group.',
  mendFile: 'Its file has to be mended first:',
  mendThenPress: 'It cannot be kept until this is mended; press the button then:',
  commentByHand: 'Its text was changed by hand in the file, so the newer words are not in it.',
  noEntryOfComment:
    'No entry has the id "{id}", under which this comment would stand. Bring that entry back, or give the one that took its place this id.',

  // Many comments.
  gatheredNone: 'No more comments are gathered here.',
  gatheredAllowed: {
    one: '{count} more comment is allowed:',
    other: '{count} more comments are allowed:',
  },
  gathered: {
    one: '{count} more comment, of which {waiting} wait for you:',
    other: '{count} more comments, of which {waiting} wait for you:',
  },
  bySender: '{name}: {number}',
  moreSenders: { one: 'and {count} more people', other: 'and {count} more people' },
  allowAllOf: 'Allow all of {name}',
  hideAllOf: 'Hide all of {name}',
  showNextButton: 'Show the next',
  allowAllButton: 'Allow all',
  enoughButton: 'Enough',
  hideAllButton: 'Hide all',
  noMoreWait: 'No more wait.',
  allowedSome: 'Allowed: {number}.',
  allowedNotYet: 'Allowed: {number}, not yet: {left}.',
  hiddenSome: 'Hidden: {number}.',
  haveOneBack:
    'To have one back, reply to it in its group with /uncomment: my message about it has “{button}”.',

  // Names of people in what was picked.
  askName:
    'What you picked in “{group}” has words of {name}, who is not in people.yaml. Under which name may they stand in the journal? Nothing is written until you say.',
  useNameButton: 'Use «{name}»',
  otherNameButton: 'Another name',
  leaveOutButton: 'Leave out',
  goOnButton: 'Go on',
  peopleUnread:
    'I cannot read people.yaml, so I do not know the names in what was picked in “{group}”:',
  mendThenButton: 'Mend it, then press the button.',
  pickForgotten: 'I no longer have what was picked.',
  answeredAlready: 'That is answered already.',
  nameThen: '{name}, then.',
  nameKept: '{name}, then. It is in people.yaml.',
  leftOut: 'Left out.',
  lookAgain: 'I look again.',
  writeName: 'Write the name.',
  nameThere: 'The name is in people.yaml already; change it there.',
  nameExpected:
    'Expected a name on one line, of at most {count} characters. Write it as a reply to this message.',
  mendThenName: 'Mend people.yaml, then send the name once more as a reply to my question.',
  mendFirst: 'people.yaml has to be mended first.',
  askNameOf: 'How is {name} called in the journal? Write the name as a reply to this message.',
  askNameOfSomebody:
    'How is this person called in the journal? Write the name as a reply to this message.',
  namePlaceholder: 'Name',

  // What was picked in a group.
  aGroup: 'a group',
  pickLeftOut: 'Nothing of it was kept: everybody in it is left out.',
  pickKept: 'Kept already as {file}',
  pickKeptBefore: 'It was kept before as {file}, which is gone.',
  fromGroup: 'From “{group}”.',
  pickedBy: '{name} picked it. From “{group}”.',
  pickExpired:
    'What was picked in “{group}” has waited 30 days for an answer of yours, so I forget it. If you want it still, reply to it there with /draft.',
  pickUnknown:
    'I do not know the message that was picked in “{group}”: I remember what is said there for 48 hours, from when I came. Reply to it with /draft, and I get its words from the reply.',
  leftGroup:
    'You added me to “{group}”, which TELEGRAM_GROUPS does not name, so I left it again and kept nothing. To have me there, put {id} into TELEGRAM_GROUPS, start me again, then add me.',
  aGroupMoved: 'A group',
  groupMoved:
    '“{group}” has become a supergroup with the id {to}. I go on with it. Put {to} into TELEGRAM_GROUPS in place of {from}.',
  somebodyInGroup: 'Somebody',

  // What somebody sent, where its file is not there.
  photo: 'photo',
  film: 'video',
  animation: 'animation',
  voice: 'voice message',
  audio: 'audio',
  stickerWord: 'sticker',
  document: 'file',
  place: 'place',
  poll: 'poll',
  contact: 'contact',
  dice: 'dice',
  story: 'story',
} as const satisfies WordTable;

/** The same in another language. */
export type PeopleTranslation = Translation<typeof people>;
