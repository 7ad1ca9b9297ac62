import { text } from 'node:stream/consumers';
import { startCommand } from './app/process.ts';
import { Answers } from './setup/answers/answers.ts';
import { type Given, readGiven, setupFlags } from './setup/flags.ts';
import { setUp } from './setup/setUp.ts';
import { setUpByFlags } from './setup/setUpByFlags.ts';
import { Terminal } from './setup/steps/terminal.ts';

const usage = `npm run setup [-- options]

Asks for all that a journal and its bot need, looks whether it holds, and writes site.yaml and .env. What is set is shown
and stays, unless you choose to change it. Without a terminal, or with --yes, all is told by options:
  --content FOLDER     the folder of the journal (default: content, or what JOURNAL_CONTENT says)
  --title, --author, --url, --language, --time-zone
                       what site.yaml says of it; language and zone are this machine's where nothing is set
  --token TOKEN        of the bot, from @BotFather; "--token -" reads it from standard input, which keeps it out of the
                       list of what runs on this machine
  --owner ID           your own numeric id
  --channel @NAME      or its id; "none" for no channel
  --group ID           a group that the bot may listen in; may be given several times; "none" for no group
  --entries WHAT       of entries that are there already, the channel gets all, or new ones only; with "ask", the bot asks
  --publish HOW        none, commit, push or command:…
  --test-post          posts a line into the channel and takes it back
  --unchecked          asks neither Telegram nor git whether that holds
  --yes                writes over what is set to something else, and asks nothing
  --json               {ok, written, changed, missing, findings, next}; asks nothing`;

await startCommand({ name: 'setup', usage, flags: setupFlags }, async (tools) => {
  const given = await withToken(readGiven(tools.flags));
  if (given.token !== undefined) tools.secrets.push(given.token);
  const answers = await Answers.of(tools);
  const isAsked = process.stdin.isTTY && process.stdout.isTTY && !given.yes && !given.json;
  if (!isAsked) return setUpByFlags(answers, given, Date.now());
  const isDone = await setUp(
    {
      terminal: new Terminal(process.stdin, process.stdout),
      answers,
      now: Date.now,
      secrets: tools.secrets,
      own: new Map(),
    },
    given,
  );
  if (!isDone) process.exitCode = 1;
});

/** A token from standard input is in no history of commands. */
async function withToken(given: Given): Promise<Given> {
  if (given.token !== '-') return given;
  return { ...given, token: (await text(process.stdin)).trim() };
}
