import type { AskedTerminal } from './askedTerminal.ts';
import type { SetupWorld } from './setupWorld.ts';

/** Settings of a journal that is there. */
export const site = `# Mine.
title: "Half Past" # as on the door
url: https://ada.example
timeZone: Europe/Lisbon
`;

/** Answers the list of what can be set with these lines of it, the first being 0. */
export async function chooses(asked: AskedTerminal, ...wanted: number[]): Promise<void> {
  const shown = await asked.sees('What do you want to set?');
  await asked.sees('to navigate');
  const isChosen = shown
    .split('\n')
    .filter((line) => /[◼◻]/.test(line))
    .map((line) => line.includes('◼'));
  for (const [place, was] of isChosen.entries()) {
    if (was !== wanted.includes(place)) asked.presses('space');
    asked.presses('down');
  }
  asked.presses('enter');
}

/** The code that setup waits for. */
export async function codeIn(asked: AskedTerminal): Promise<string> {
  const shown = await asked.sees(/Waiting for (?:your message|the group) \(\w{6}\)…/);
  return /\((\w{6})\)…/.exec(shown)?.[1] ?? '';
}

/** Types the token of the bot. */
export async function givesToken(asked: AskedTerminal, one: SetupWorld): Promise<void> {
  await asked.sees('The token');
  asked.types(one.api.token);
}
