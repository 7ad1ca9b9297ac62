import { type Answers, changeLine, shownAnswer } from './answers/answers.ts';
import { save } from './answers/save.ts';
import { takeGiven } from './byFlags.ts';
import type { Given } from './flags.ts';
import { nextLines } from './nextLines.ts';
import { askBot } from './steps/botSteps.ts';
import { askChannel } from './steps/channelSteps.ts';
import { askGroups } from './steps/groupsStep.ts';
import { askJournal, isPlaceholder } from './steps/journalSteps.ts';
import { forgetOwn } from './steps/listening.ts';
import { askPublishing } from './steps/publishStep.ts';
import type { Session } from './steps/session.ts';
import { LeftError } from './steps/terminal.ts';
import { askTestPost } from './steps/testPost.ts';

interface Section {
  readonly label: string;
  /** What is set; undefined where nothing is. */
  set(answers: Answers): string | undefined;
  ask(session: Session): Promise<void>;
  /** Whether it is proposed where it is not set. */
  readonly isUsual: boolean;
}

/** What can be set, in the order in which it is asked. */
const sections: readonly Section[] = [
  { label: 'The journal', set: journalSet, ask: askJournal, isUsual: true },
  { label: 'The bot and its owner', set: botSet, ask: askBot, isUsual: true },
  {
    label: 'The channel',
    set: (answers) => answers.setting('TELEGRAM_CHANNEL'),
    ask: askChannel,
    isUsual: true,
  },
  {
    label: 'Groups',
    set: (answers) => answers.setting('TELEGRAM_GROUPS'),
    ask: askGroups,
    isUsual: false,
  },
  {
    label: 'How publishing reaches the site',
    set: publishingSet,
    ask: askPublishing,
    isUsual: true,
  },
  { label: 'A test post', set: () => undefined, ask: askTestPost, isUsual: true },
];

function journalSet(answers: Answers): string | undefined {
  const [title, url] = [answers.siteText('title'), answers.siteText('url')];
  if (title === undefined || url === undefined) return undefined;
  return `${title}, ${url}`;
}

function publishingSet(answers: Answers): string | undefined {
  const text = answers.setting('JOURNAL_PUBLISH');
  return text && shownAnswer('JOURNAL_PUBLISH', text);
}

function botSet(answers: Answers): string | undefined {
  const token = answers.setting('TELEGRAM_BOT_TOKEN');
  const owner = answers.setting('TELEGRAM_OWNER_ID');
  return token && owner
    ? `bot ${shownAnswer('TELEGRAM_BOT_TOKEN', token)}, owner ${owner}`
    : undefined;
}

/**
 * Asks for everything that is wanted, shows what would be written, and writes it. Whoever leaves in the middle is asked
 * whether to keep what was answered so far.
 *
 * @returns whether it came to its end.
 */
export async function setUp(session: Session, given: Given): Promise<boolean> {
  const { terminal, answers } = session;
  terminal.begin(
    'Scrollback: setting up. Esc or Ctrl-C leaves; nothing is written before the end.',
  );
  try {
    await takeFirst(session, given);
    for (const section of await wanted(session)) await section.ask(session);
    const isKept = await keep(session, 'Write this?');
    await forget(session);
    terminal.end(isKept ? ['Next:', ...nextLines(answers)].join('\n   ') : 'Nothing was written.');
    return isKept;
  } catch (error) {
    if (!(error instanceof LeftError)) throw error;
    const isKept = await keepRest(session);
    terminal.end(
      isKept
        ? 'Kept. "npm run setup" goes on with the rest.'
        : 'Left: nothing was written. "npm run setup" begins anew.',
    );
    return isKept;
  }
}

/** What was given as flags counts as answered; what of it does not fit is asked. */
async function takeFirst({ terminal, answers, now }: Session, given: Given): Promise<void> {
  for (const { check, what, cure } of await takeGiven(answers, given, now()))
    terminal.wrong(`${check}: ${what}`, cure ?? '');
}

/** What is set is shown, and what is not is proposed. */
function wanted({ terminal, answers }: Session): Promise<Section[]> {
  const choices = sections.map((section) => {
    const set = section.set(answers);
    return { value: section, label: section.label, ...(set !== undefined && { hint: set }) };
  });
  const open = sections.filter((section) => {
    const isUnnamed = section.ask === askJournal && isPlaceholder(answers.siteText('url'));
    return section.isUsual && (isUnnamed || section.set(answers) === undefined);
  });
  return terminal.several('What do you want to set? (space chooses, Enter goes on)', choices, open);
}

/** Shows what is new, and writes it where that is wanted. Nothing to write is as good as written. */
async function keep({ terminal, answers }: Session, question: string): Promise<boolean> {
  const changes = answers.changes();
  if (changes.length === 0) {
    terminal.say('All of that is set already: nothing is written.');
    return true;
  }
  for (const file of ['site.yaml', '.env'] as const) {
    const lines = changes.filter((one) => one.file === file).map(changeLine);
    const folder = file === 'site.yaml' ? `${answers.journal.shownFolder}/` : '';
    if (lines.length > 0) terminal.note(`${folder}${file}`, lines);
  }
  for (const words of answers.elsewhere()) terminal.say(words);
  if (!(await terminal.confirm(question))) return false;
  for (const file of await save(answers)) terminal.well(`Written: ${file}`);
  return true;
}

async function keepRest(session: Session): Promise<boolean> {
  try {
    if (session.answers.changes().length === 0) return false;
    return await keep(session, 'Keep what you answered so far?');
  } catch (error) {
    if (error instanceof LeftError) return false;
    throw error;
  }
}

/** What was sent to setup alone is no message for the bot. */
async function forget({ terminal, line, own }: Session): Promise<void> {
  if (!line || own.size === 0) return;
  const left = await forgetOwn(line.api, new Set(own.keys())).catch(() => [...own.keys()]);
  if (left.some((id) => own.get(id)))
    terminal.say(
      'Other messages wait for the bot, too. So it will find what you sent it meanwhile, and make a draft of it: discard that.',
    );
}
