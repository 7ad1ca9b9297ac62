import { eventually } from '../../world.ts';
import { type Phone, phone } from '../chatWorld.ts';

/** The file of the first draft, and its address on the site. */
export const note = 'notes/2026-03-01-120000.md';
export const permalink = 'https://journal.example/notes/2026-03-01-120000/';

/** The owner's phone after one message. */
export async function draftedPhone(
  text = 'Hello',
  ...world: Parameters<typeof phone>
): Promise<Phone> {
  const owner = await phone(...world);
  await owner.say(text);
  return owner;
}

/** Waits until the mirror has written back what it posted. */
export const isSyndicated = (owner: Phone) =>
  eventually(
    async () => (await owner.file(note))?.includes('syndication') || undefined,
    'syndication',
  );
