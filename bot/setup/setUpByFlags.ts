import { asTyped } from '#journal/command/place.ts';
import { type Finding, fault } from '../doctor/finding.ts';
import { type Answers, changeLine, overwritten } from './answers/answers.ts';
import { save } from './answers/save.ts';
import { examineGiven, missingFlags, takeDefaults, takeGiven } from './byFlags.ts';
import type { Given } from './flags.ts';
import { nextLines } from './nextLines.ts';
import { faultsOf } from './steps/finding.ts';
import { connect } from './steps/session.ts';
import { postAndTakeBack } from './steps/testPost.ts';

/** What came of it, for people and programs. */
export interface Outcome {
  readonly ok: boolean;
  /** Files. */
  readonly written: readonly string[];
  readonly changed: readonly { readonly file: string; readonly name: string }[];
  /** Flags that were needed and not given. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
  readonly next: readonly string[];
  /** Whether it is Telegram or git that says what is wrong. */
  readonly isOfOthers: boolean;
}

/** Sets up what flags say, and tells what came of it. Sets the exit code. `now` is in milliseconds since 1970. */
export async function setUpByFlags(answers: Answers, given: Given, now: number): Promise<void> {
  const outcome = await outcomeOf(answers, given, now);
  for (const words of answers.elsewhere()) console.error(words);
  const { isOfOthers, ...told } = outcome;
  const isPosted = outcome.ok && given['test-post'] && !given.unchecked;
  if (given.json) console.log(JSON.stringify(told, null, 2));
  else {
    if (isPosted)
      console.log(`Posted into ${answers.setting('TELEGRAM_CHANNEL')}, edited, and taken back.`);
    tellOutcome(outcome);
  }
  if (!outcome.ok) process.exitCode = 1;
}

/** Sets up what flags say, all of it or nothing. */
export async function outcomeOf(answers: Answers, given: Given, now: number): Promise<Outcome> {
  const findings = await takeGiven(answers, given, now);
  takeDefaults(answers);
  const missing = missingFlags(answers, given);
  const changes = answers.changes();
  const changed = changes.map(({ file, name }) => ({ file, name }));
  const nothing = { ok: false, written: [], changed: [], missing, next: [], isOfOthers: false };
  if (!given.yes)
    findings.push(
      ...overwritten(changes).map((one) =>
        fault(
          one.file,
          `it would be changed: ${changeLine(one)}`,
          'With --yes it is written over.',
        ),
      ),
    );
  if (findings.length > 0 || missing.length > 0) return { ...nothing, findings };
  if (!given.unchecked) {
    findings.push(...(await examineGiven(answers, given)));
    if (findings.length === 0 && given['test-post']) findings.push(...(await testPost(answers)));
    if (findings.length > 0) return { ...nothing, findings, isOfOthers: true };
  }
  const written = await save(answers);
  return {
    ok: true,
    written,
    changed,
    missing: [],
    findings: [],
    next: nextLines(answers),
    isOfOthers: false,
  };
}

async function testPost(answers: Answers): Promise<Finding[]> {
  const channel = answers.setting('TELEGRAM_CHANNEL');
  if (channel === undefined)
    return [fault('--test-post', 'there is no channel', 'Name it with --channel @name.')];
  return faultsOf(async () => {
    const line = await connect(answers, answers.setting('TELEGRAM_BOT_TOKEN') ?? '');
    await postAndTakeBack(line, channel);
    return [];
  });
}

function tellOutcome({ ok, written, missing, findings, next, isOfOthers }: Outcome): void {
  if (ok) {
    for (const file of written) console.log(`Written: ${file}`);
    if (written.length === 0) console.log('All of that is set already: nothing is written.');
    console.log(['Next:', ...next].join('\n  '));
    return;
  }
  for (const { check, what, cure } of findings)
    console.error(asTyped(`${check}: ${what}. ${cure ?? ''}`));
  if (missing.length > 0)
    console.error(
      asTyped(
        `Missing: ${missing.join(', ')}. Without a terminal, everything is told by options; "npm run setup -- --help" explains them.`,
      ),
    );
  console.error(
    isOfOthers
      ? 'Nothing was written. Mend that, and run this again; with --unchecked, neither Telegram nor git is asked, and all of it is written as it was told.'
      : 'Nothing was written. Run this again with that mended.',
  );
}
