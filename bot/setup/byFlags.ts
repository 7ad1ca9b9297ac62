import { settingFault } from '../base/settings.ts';
import { examineChannel, examineGroup } from '../doctor/chats.ts';
import { type Finding, fault } from '../doctor/finding.ts';
import type { Answers, Setting, SiteKey } from './answers/answers.ts';
import { machineDefaults, siteTextFault, tidyAddress } from './answers/checks.ts';
import type { Given } from './flags.ts';
import { answerEntries, entryWishes, isMirrored, publishedEntries } from './steps/entriesStep.ts';
import { faultsIn, faultsOf } from './steps/finding.ts';
import { lookAtPublishing } from './steps/publishStep.ts';
import { configOf, connect } from './steps/session.ts';

/** Takes down what was given as flags; what cannot be taken is told. Nothing is asked of anybody. */
export async function takeGiven(answers: Answers, given: Given, now: number): Promise<Finding[]> {
  if (given.content !== undefined) await answers.moveTo(given.content);
  const [broken] = answers.journal.faults;
  if (broken)
    return [
      fault('site.yaml', `line ${broken.line}: ${broken.what}`, `In that line: ${broken.cure}.`),
    ];
  return [
    ...takeSite(answers, given),
    ...takeSettings(answers, given),
    ...(await takeEntries(answers, given, now)),
  ];
}

function takeSite(answers: Answers, given: Given): Finding[] {
  const texts: readonly (readonly [SiteKey, string, string | undefined])[] = [
    ['title', '--title', given.title],
    ['author', '--author', given.author],
    ['url', '--url', given.url === undefined ? undefined : tidyAddress(given.url)],
    ['language', '--language', given.language],
    ['timeZone', '--time-zone', given['time-zone']],
  ];
  return texts.flatMap(([key, flag, text]) => {
    if (text === undefined) return [];
    const wrong = siteTextFault(key, text);
    if (wrong === undefined) answers.answer(key, text);
    return wrong === undefined ? [] : [fault(flag, `is "${text}"`, wrong)];
  });
}

/** Language and time zone of this machine, where a journal begins that has none. */
export function takeDefaults(answers: Answers): void {
  const usual = machineDefaults();
  for (const key of ['language', 'timeZone'] as const)
    if (!answers.journal.isThere && answers.siteText(key) === undefined)
      answers.answer(key, usual[key]);
}

function takeSettings(answers: Answers, given: Given): Finding[] {
  const { channel, group } = given;
  const texts: readonly (readonly [
    Exclude<Setting, 'JOURNAL_CONTENT' | 'JOURNAL_STATE'>,
    string,
    string | undefined,
  ])[] = [
    ['TELEGRAM_BOT_TOKEN', '--token', given.token],
    ['TELEGRAM_OWNER_ID', '--owner', given.owner],
    ['TELEGRAM_CHANNEL', '--channel', channel === 'none' ? '' : channel],
    ['TELEGRAM_GROUPS', '--group', group?.filter((id) => id !== 'none').join(',')],
    ['JOURNAL_PUBLISH', '--publish', given.publish],
  ];
  return texts.flatMap(([name, flag, text]) => {
    if (text === undefined) return [];
    const wrong = text === '' ? undefined : settingFault(name)(text);
    if (wrong !== undefined) return [fault(flag, 'does not fit', wrong)];
    answers.set(name, text);
    return [];
  });
}

async function takeEntries(answers: Answers, given: Given, now: number): Promise<Finding[]> {
  const { entries: text } = given;
  if (text === undefined) return [];
  const wish = entryWishes.find((one) => one === text);
  const channel = answers.setting('TELEGRAM_CHANNEL');
  if (wish === undefined)
    return [fault('--entries', `is "${text}"`, `Expected ${entryWishes.join(', ')}.`)];
  if (channel === undefined)
    return [fault('--entries', 'needs a channel', 'Name it with --channel @name.')];
  const entries = await publishedEntries(answers, now);
  if (wish === 'new' && isMirrored(answers, entries))
    return [
      fault(
        '--entries',
        'the channel has entries of this journal already, and "new" would take them down',
        'Leave it out; "npm run mirror -- --from-now" keeps out what is not there yet.',
      ),
    ];
  await answerEntries(answers, { channel, wish, entries, now });
  return [];
}

/** What has to be known and is not, as flags that would tell it. */
export function missingFlags(answers: Answers, given: Given): string[] {
  const { token, owner, channel, group, 'test-post': testPost } = given;
  const isOfBot = [token, owner, channel, group, testPost].some((one) => one !== undefined);
  const site = (['title', 'url'] as const)
    .filter((key) => answers.siteText(key) === undefined)
    .map((key) => `--${key}`);
  const bot = (
    [
      ['TELEGRAM_BOT_TOKEN', '--token'],
      ['TELEGRAM_OWNER_ID', '--owner'],
    ] as const
  ).flatMap(([name, flag]) => (answers.setting(name) === undefined ? [flag] : []));
  return [...site, ...(isOfBot ? bot : [])];
}

/** Asks Telegram and git whether what was given holds. */
export async function examineGiven(answers: Answers, given: Given): Promise<Finding[]> {
  const publish = given.publish === undefined ? [] : faultsIn(await lookAtPublishing(answers));
  const { token, owner, channel, group } = given;
  if ([token, owner, channel, group].every((one) => one === undefined)) return publish;
  return [...(await examineBot(answers)), ...publish];
}

function examineBot(answers: Answers): Promise<Finding[]> {
  return faultsOf(async () => {
    const { api, me } = await connect(answers, answers.setting('TELEGRAM_BOT_TOKEN') ?? '');
    const { channel, groups } = configOf(answers);
    return [
      ...(channel === undefined ? [] : await examineChannel(api, channel, me)),
      ...(await Promise.all(groups.map((id) => examineGroup(api, id, me)))),
    ];
  });
}
