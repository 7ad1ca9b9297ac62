import { expect, it } from 'vitest';
import { shownComponent } from '../../src/replace/shownComponent.ts';

const named = <T>(component: () => T) =>
  Object.defineProperty(Object.assign(component, { moduleId: '/a/Foot.astro' }), 'name', {
    value: 'Foot',
  });

/** The one line of a stack by which the build and the dev server know a component. */
const stack = expect.stringContaining(
  'at AstroComponentInstance.Foot [as factory] (/a/Foot.astro:1:1)',
);

it('a component is what it was, with its marks and its name', async () => {
  const shown = shownComponent(named(() => 'text'));
  expect(shown()).toBe('text');
  expect({ ...shown }).toEqual({ moduleId: '/a/Foot.astro' });
  expect(shown.name).toBe('Foot');
  expect(await shownComponent(named(async () => 'later'))()).toBe('later');
});

it('one that returns a response fails, at once or later', async () => {
  const response = () => new Response(null, { status: 301, headers: { location: '/x/' } });
  expect(() => shownComponent(named(response))()).toThrow(/^it redirects, or returns /);
  await expect(shownComponent(named(async () => response()))()).rejects.toThrow(/^it redirects/);
  await expect(shownComponent(named(async () => response()))()).rejects.toMatchObject({ stack });
});

it('what fails after it has waited is named in the stack, too', async () => {
  const fails = async () => {
    await Promise.resolve();
    throw new Error('no foot');
  };
  const error = await shownComponent(named(fails))().catch((one: unknown) => one);
  expect(error).toMatchObject({
    message: 'no foot',
    stack,
  });
});
