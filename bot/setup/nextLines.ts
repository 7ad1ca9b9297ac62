import { asTyped } from '#journal/command/place.ts';
import type { Answers } from './answers/answers.ts';

/** What to run next, a line each, with commands as they are typed there. */
export function nextLines(answers: Pick<Answers, 'setting'>): string[] {
  const hasBot = answers.setting('TELEGRAM_BOT_TOKEN') && answers.setting('TELEGRAM_OWNER_ID');
  const hasChannel = answers.setting('TELEGRAM_CHANNEL') !== undefined;
  return [
    line('npm run dev', 'the journal in your browser, as you write'),
    ...(hasBot
      ? [line('npm run doctor', 'whether all is well, with what to do where it is not')]
      : []),
    ...(hasBot && hasChannel ? [line('npm run mirror -- --dry-run', 'what would be posted')] : []),
    ...(hasBot
      ? [line('npm run bot', 'the bot, for as long as it runs')]
      : [line('npm run setup', 'the bot, once you want one')]),
  ];
}

function line(command: string, what: string): string {
  return `${asTyped(command).padEnd(32)} ${what}`;
}
