import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { settingFault } from '../../base/settings.ts';
import { type Finding, fault } from '../../doctor/finding.ts';
import { examinePublishing } from '../../doctor/publishing.ts';
import type { Answers } from '../answers/answers.ts';
import { faultsIn } from './finding.ts';
import { configOf, examined, type Session, staysOutside } from './session.ts';

const modes = ['none', 'commit', 'push', 'command'] as const;

/** Asks how what is published from chat gets to the site, and whether git takes that. */
export async function askPublishing(session: Session): Promise<void> {
  const { terminal, answers } = session;
  if (staysOutside(session, 'JOURNAL_PUBLISH')) return;
  const known = answers.setting('JOURNAL_PUBLISH') ?? 'none';
  const mode = await terminal.choose<(typeof modes)[number]>(
    'What does publishing from chat do, after the file is written?',
    [
      { value: 'none', label: 'Nothing', hint: 'you build and upload by hand' },
      { value: 'commit', label: 'Commit it in git' },
      { value: 'push', label: 'Commit and push it', hint: 'the host of your site builds it then' },
      { value: 'command', label: 'Run a command', hint: 'such as npm run build' },
    ],
    modes.find((one) => one === known.replace(/:.*/s, '')),
  );
  const text = mode === 'command' ? await askCommand(session, known) : mode;
  answers.set('JOURNAL_PUBLISH', text);
  if (mode === 'none') return;
  await examined(session, async () => {
    const findings = await lookAtPublishing(answers);
    const faults = faultsIn(findings);
    return faults.length > 0 ? faults.slice(0, 1) : findings;
  });
}

/** One that is set stays unseen: it may hold a key of its host, and people show others their screens. */
async function askCommand({ terminal, answers }: Session, known: string): Promise<string> {
  const isSet = /^command:./s.test(known);
  const check = (text: string) => settingFault('JOURNAL_PUBLISH')(`command:${text}`);
  const command = isSet
    ? await terminal.text('Which command? The one that is set stays if you leave this empty.', {
        check: (text) => (text === '' ? undefined : check(text)),
      })
    : await terminal.text('Which command?', { initial: buildCommand(answers), check });
  return command === '' ? known : `command:${command}`;
}

/** What builds the site, from the content folder, in which commands run. */
function buildCommand({ journal, place }: Answers): string {
  const way = relative(journal.folder, place.projectRoot);
  const isWithin = way === '' || /^\.\.(?:[\\/]\.\.)*$/.test(way);
  return isWithin ? 'npm run build' : `npm --prefix "${place.projectRoot}" run build`;
}

/** Whether what is published can be carried on as it is answered. */
export async function lookAtPublishing(answers: Answers): Promise<Finding[]> {
  const { folder } = answers.journal;
  const { publish } = configOf(answers);
  const isOfGit = ['commit', 'push'].includes(publish.mode);
  if (existsSync(folder)) return examinePublishing({ publish, contentFolder: folder });
  if (!isOfGit) return [];
  return [
    fault(
      'git',
      `${folder} is made when this is written, and is in no git repository yet`,
      'Afterwards run "git init" there, and name its remote; "npm run doctor" tells what is missing then.',
    ),
  ];
}
