import { expect, it, vi } from 'vitest';
import { entryText, load } from './content.ts';

vi.mock('sharp', () => ({
  get default() {
    throw new Error('Could not load the "sharp" module\nPossible solutions: many');
  },
}));

it('where what reads pictures does not run, that is told once, and no picture is said to be broken', async () => {
  const picture = Buffer.from('GIF89a');
  await expect(
    load({
      'notes/a.md': entryText('', '![A](a.png) ![B](b.png)'),
      'notes/a.png': picture,
      'notes/b.png': picture,
    }),
  ).rejects.toThrow(
    'sharp, which reads pictures, does not run (Could not load the "sharp" module). Expected its program for this kind of machine among the installed packages. Run npm install again.',
  );
});

it('a journal without pictures needs nothing that reads them', async () => {
  expect((await load({ 'notes/a.md': entryText() })).loaded).toBeDefined();
});
