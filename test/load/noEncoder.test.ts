import { registerHooks } from 'node:module';
import { beforeAll, expect, it } from 'vitest';
import { entryText, load } from './content.ts';

/** As where the packages of another machine were copied: the module is there, and fails as it is loaded. */
beforeAll(() => {
  const words = 'Could not load the "sharp" module\nPossible solutions: many';
  const module = `throw new Error(${JSON.stringify(words)});`;
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === 'sharp'
        ? { url: `data:text/javascript,${encodeURIComponent(module)}`, shortCircuit: true }
        : next(name, context),
  });
  return () => hooks.deregister();
});

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
