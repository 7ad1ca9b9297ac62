import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { Terminal } from '../../../bot/setup/steps/terminal.ts';
import { eventually } from '../world.ts';

const keys = { enter: '\r', down: '\x1b[B', escape: '\x1b', space: ' ', clear: '\x15' } as const;

/** A terminal with somebody at it, who reads what is shown and types. */
export interface AskedTerminal {
  readonly terminal: Terminal;
  /** Waits until words are shown that were not there when something was typed last; gives what is shown since. */
  sees(words: string | RegExp): Promise<string>;
  /** Waits until such words are shown, and presses Enter. */
  confirms(words: string): Promise<void>;
  types(text: string): void;
  presses(...names: (keyof typeof keys)[]): void;
  /** Everything that was shown. */
  shown(): string;
}

/** Makes one that is wide enough for the path of any temporary folder. */
export function askedTerminal(): AskedTerminal {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  let text = '';
  let seenTo = 0;
  const write = (chunk: unknown, _: unknown, done: () => void) => {
    text += stripVTControlCharacters(String(chunk));
    done();
  };
  const output = Object.assign(new Writable({ write }), { columns: 200, rows: 50, isTTY: true });
  const send = (characters: string) => {
    seenTo = text.length;
    input.write(characters);
  };
  const sees = (words: string | RegExp) =>
    eventually(
      () => {
        const fresh = text.slice(seenTo);
        const isThere = typeof words === 'string' ? fresh.includes(words) : words.test(fresh);
        return isThere ? fresh : undefined;
      },
      `${words} after:\n${text.slice(-1500)}`,
    );
  return {
    terminal: new Terminal(input, output),
    sees,
    confirms: async (words) => {
      await sees(words);
      send(keys.enter);
    },
    types: (typed) => send(`${typed}${keys.enter}`),
    presses: (...names) => {
      for (const name of names) send(keys[name]);
    },
    shown: () => text,
  };
}
