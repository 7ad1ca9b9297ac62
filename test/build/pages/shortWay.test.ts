import type { PathWithRoute } from 'astro';
import { expect, it } from 'vitest';
import { loadOwn } from '../../../src/build/pages/keptSite.ts';
import { type PageText, shortWay } from '../../../src/build/pages/shortWay.ts';

/** Pages of a route, and of which of them each way was asked. */
function site(text: PageText | undefined, page = (path: string) => new Response(`page ${path}`)) {
  const asked = { text: [] as string[], astro: [] as string[] };
  const pathOf = (request: Request) => new URL(request.url).pathname;
  const make = shortWay(
    text &&
      ((ask, path) => {
        asked.text.push(pathOf(ask()));
        return text(ask, path);
      }),
    async (request) => {
      asked.astro.push(pathOf(request));
      return page(pathOf(request));
    },
    (component) => component.startsWith('ours/'),
  );
  return {
    asked,
    async make(pathname: string, component = 'ours/page', type = 'page', route = '/[...path]') {
      const path = { pathname, route: { type, component, route } } as PathWithRoute;
      const made = await make(() => new Request(`https://sample.example${pathname}`), path);
      return typeof made === 'string' ? made : made.text();
    },
  };
}

const same: PageText = async (ask) => `page ${new URL(ask().url).pathname}`;

it('of a route whose text is what Astro makes, Astro makes two pages', async () => {
  const { asked, make } = site(same);
  const paths = ['/a/', '/b/', '/c/'];
  expect(await Promise.all(paths.map((path) => make(path)))).toEqual([
    'page /a/',
    'page /b/',
    'page /c/',
  ]);
  expect(asked).toEqual({ text: ['/b/', '/b/', '/c/'], astro: ['/a/', '/b/'] });
});

it('nothing is made twice where each route has one page to be made', async () => {
  const { asked, make } = site(same);
  expect([await make('/a/'), await make('/list/', 'ours/list')]).toEqual([
    'page /a/',
    'page /list/',
  ]);
  expect(asked).toEqual({ text: [], astro: ['/a/', '/list/'] });
});

it.each<[string, PageText, () => Response]>([
  ['another text', async () => 'else', () => new Response('of Astro')],
  ['no text', async () => new Response('of Astro'), () => new Response('of Astro')],
  ['nothing', async () => undefined, () => new Response('of Astro')],
  ['an error', async () => Promise.reject(new Error('changed')), () => new Response('of Astro')],
  [
    'the text of a page that is none',
    async () => 'of Astro',
    () => new Response('of Astro', { status: 404 }),
  ],
])(
  'where the short way makes %s, all pages of the route are made by Astro',
  async (_, text, page) => {
    const { asked, make } = site(text, page);
    const made = [await make('/a/'), await make('/b/'), await make('/c/')];
    expect(made).toEqual(['of Astro', 'of Astro', 'of Astro']);
    expect(asked.text).toEqual(['/b/']);
  },
);

it('one page that is no text is made by Astro, and no other', async () => {
  const { make } = site(async (ask, path) =>
    path.pathname === '/c/' ? new Response('') : same(ask, path),
  );
  const made = [await make('/a/'), await make('/b/'), await make('/c/')];
  expect(made).toEqual(['page /a/', 'page /b/', 'page /c/']);
});

it('an error of a page after those is Astro’s to tell, too', async () => {
  const { make } = site(
    async (ask, path) => {
      if (path.pathname === '/c/') throw new Error('in short');
      return same(ask, path);
    },
    (path) => {
      if (path === '/c/') throw new Error('in full');
      return new Response(`page ${path}`);
    },
  );
  expect([await make('/a/'), await make('/b/')]).toEqual(['page /a/', 'page /b/']);
  await expect(make('/c/')).rejects.toThrow('in full');
  expect(await make('/d/')).toBe('page /d/');
});

it.each([
  ['/clock/', 'theirs/clock', 'page', '/clock'],
  ['/feed.xml', 'ours/feed', 'endpoint', '/feed.xml'],
  ['/404/', 'ours/404', 'page', '/404'],
])('%s is Astro’s own', async (...page) => {
  const { asked, make } = site(same);
  await make(...page);
  expect(asked).toEqual({ text: [], astro: [page[0]] });
});

it('a bundle that has no text is taken as it is', async () => {
  expect(await loadOwn(undefined)).toBeUndefined();
  const { asked, make } = site(undefined);
  expect(await make('/a/')).toBe('page /a/');
  expect(asked.astro).toEqual(['/a/']);
});
