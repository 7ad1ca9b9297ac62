import { runCommand } from '../src/terminal/command.ts';
import { runDemo } from './app/runDemo.ts';
import { untilStopped } from './app/untilStopped.ts';
import { openBrowser } from './processes/browser.ts';

const usage = `npm run demo [-- --no-open] [-- --reset] [-- --port 4400] [-- --folder demo-journal]

Everything at once, without account, token or network: a chat on the left, the file that changes in the middle, the site
on the right. The bot and the site are the real ones, on a copy of the sample journal in a folder of its own; a stand-in
on this machine takes the place of Telegram. The page opens in your browser. Ctrl-C ends it, and the next start goes on.
  --no-open        only says the address
  --reset          begins anew, with a fresh copy
  --port NUMBER    another port; where it is taken, the next one that is free
  --folder FOLDER  another folder for the copy`;

const flags = {
  'no-open': { type: 'boolean' },
  reset: { type: 'boolean' },
  port: { type: 'string' },
  folder: { type: 'string' },
} as const;

await runCommand({ name: 'demo', usage, flags }, async (given) => {
  const folder = typeof given['folder'] === 'string' ? given['folder'] : 'demo-journal';
  await untilStopped(
    () =>
      runDemo({
        folder,
        port: portOf(given['port']),
        isReset: given['reset'] === true,
        tell: (words) => console.error(words),
      }),
    ({ address }) => {
      console.log(`The demo is at ${address}`);
      console.log(
        `Its journal is the folder ${folder}; Ctrl-C ends it, and the next start goes on.`,
      );
      if (given['no-open'] !== true) openBrowser(address);
    },
  );
});

function portOf(text: unknown): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_400) return port;
  throw new Error(`--port ${text}; expected a number from 1 to 65399, such as --port 4400`);
}
