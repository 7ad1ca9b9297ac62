import { resolve } from 'node:path';
import { formatFault } from '#journal/fault/fault.ts';
import type { SiteKey } from '../answers/answers.ts';
import { machineDefaults, siteTextFault, tidyAddress } from '../answers/checks.ts';
import { isEmptyFolder } from '../answers/place.ts';
import { stopping } from './finding.ts';
import { type Session, tried } from './session.ts';

const sampleTitle = 'Second Drawer Down';

/** Asks which journal it is, and what stands at its head. */
export async function askJournal(session: Session): Promise<void> {
  await askFolder(session);
  if (!(await isReadable(session))) return;
  const { language, timeZone } = machineDefaults();
  await askText(session, 'title', 'What is the journal called?', { example: sampleTitle });
  await askAuthor(session);
  await askText(session, 'url', 'Where will it be on the web?', {
    example: 'https://journal.example',
  });
  await askText(session, 'language', 'In which language do you write?', { usual: language });
  await askText(session, 'timeZone', 'In which time zone are your days?', { usual: timeZone });
}

/** The sample is no place for a journal of one's own, unless somebody wants it so. */
async function askFolder(session: Session): Promise<void> {
  const { terminal, answers } = session;
  const { shownFolder } = answers.journal;
  if (isPlaceholder(answers.siteText('url')) && answers.siteText('title') === sampleTitle) {
    const isOwn = await terminal.choose(`${shownFolder}/ holds the sample journal.`, [
      { value: true, label: 'Begin one of your own', hint: 'in another folder' },
      { value: false, label: 'Make the sample yours', hint: 'its entries stay' },
    ]);
    if (isOwn) await beginAnother(session);
  } else if (!answers.journal.isThere)
    terminal.say(`There is no journal in ${answers.journal.folder} yet: it begins here.`);
}

/** Whether an address only holds the place of one, as in the sample and in a folder that `start` made. */
export function isPlaceholder(url: unknown): boolean {
  return url === 'https://journal.example';
}

async function beginAnother({ terminal, answers }: Session): Promise<void> {
  const initial = '../my-journal';
  for (;;) {
    const folder = await terminal.text('In which folder? (a path from here, or a whole one)', {
      initial,
      check: (text) => (text === '' ? `Expected a folder such as ${initial}.` : undefined),
    });
    await answers.moveTo(folder);
    if (answers.journal.isThere) return terminal.say(`${folder} holds a journal already.`);
    if (await isEmptyFolder(resolve(answers.place.projectRoot, folder))) return;
    if (await terminal.confirm(`${folder} holds other files. Begin the journal among them?`, false))
      return;
  }
}

async function isReadable(session: Session): Promise<boolean> {
  const { answers } = session;
  const read = await tried(
    session,
    async () => {
      await answers.look();
      const [first] = answers.journal.faults;
      if (!first) return true;
      throw stopping(
        'site.yaml',
        formatFault(first, answers.journal.shownFolder),
        'Mend that line in an editor, then try again.',
      );
    },
    'Go on without it: site.yaml stays as it is',
  );
  return read === true;
}

interface Asked {
  /** What an answer looks like. */
  readonly example?: string;
  /** What is taken where nothing is set yet. */
  readonly usual?: string;
}

async function askText(
  { terminal, answers }: Session,
  key: SiteKey,
  message: string,
  { example, usual }: Asked,
): Promise<void> {
  const tidy = (text: string) => (key === 'url' ? tidyAddress(text) : text);
  const text = await terminal.text(message, {
    initial: isPlaceholder(answers.siteText(key)) ? undefined : (answers.siteText(key) ?? usual),
    ...(example !== undefined && { example }),
    check: (typed) => siteTextFault(key, tidy(typed)),
  });
  answers.answer(key, tidy(text));
}

/** An id of those in `authors.yaml`, or a name. */
async function askAuthor({ terminal, answers }: Session): Promise<void> {
  const { authors } = answers.journal;
  const message = 'Who writes it?';
  const known = answers.siteText('author');
  const choices = authors.map((value) => ({ value, label: value }));
  const author =
    authors.length > 0
      ? await terminal.choose(message, choices, known)
      : await terminal.text(message, {
          initial: known,
          example: 'Your name; nothing for no name',
          check: () => undefined,
        });
  if (author !== '') answers.answer('author', author);
}
