import { describe, expect, it } from 'vitest';
import { pixel } from '../exports/export.ts';
import { imported } from '../imported.ts';

const post = (id: string, more: object) => ({
  id,
  uuid: `uuid-${id}`,
  slug: id,
  title: id,
  html: '<p>Words.</p>',
  status: 'published',
  visibility: 'public',
  type: 'post',
  published_at: '2019-05-06T07:08:09.000Z',
  updated_at: '2019-05-06T07:08:09.000Z',
  ...more,
});

const data = {
  posts: [
    post('bread', {
      title: 'Bread & butter',
      custom_excerpt: 'A crust.',
      feature_image: '__GHOST_URL__/content/images/2019/05/crust.png',
      updated_at: '2020-01-02 03:04:05',
      html: `<p>Crust, see <a href="__GHOST_URL__/salt/">salt</a>.</p>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://example.org/mill"><div class="kg-bookmark-content"><div class="kg-bookmark-title">The mill</div><div class="kg-bookmark-description">Old</div></div></a></figure>
<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Weigh the <b>flour</b>.</div></div>
<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">More</h4></div><div class="kg-toggle-content"><p>Crumb.</p></div></div>
<figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/size/w600/2019/05/crust.png" alt="A crust"><figcaption>From the oven</figcaption></figure>`,
    }),
    post('salt', { visibility: 'paid' }),
    post('letter', { status: 'sent' }),
    post('later', { status: 'scheduled', published_at: '2031-01-01T00:00:00.000Z' }),
    post('soon', { status: 'draft', published_at: null }),
    post('about', { type: 'page', title: 'About' }),
    post('lost', { html: null, lexical: '{"root":{}}' }),
  ],
  posts_meta: [
    { post_id: 'bread', feature_image_alt: 'A crust, cut', feature_image_caption: 'By <i>Ana</i>' },
  ],
  tags: [
    { id: 't1', name: 'Baking' },
    { id: 't2', name: '#hidden' },
  ],
  posts_tags: [
    { post_id: 'bread', tag_id: 't2', sort_order: 1 },
    { post_id: 'bread', tag_id: 't1', sort_order: 0 },
  ],
  users: [
    { id: 'u1', name: 'Ana Lima', email: 'ana@secret.example', website: 'https://ana.example' },
    { id: 'u2', name: 'Tom Berg', email: 'tom@secret.example' },
  ],
  posts_authors: [
    { post_id: 'bread', author_id: 'u2', sort_order: 1 },
    { post_id: 'bread', author_id: 'u1', sort_order: 0 },
  ],
  settings: [
    { key: 'title', value: 'Crumbs' },
    { key: 'timezone', value: 'Europe/Lisbon' },
    { key: 'navigation', value: '[{"label":"About","url":"__GHOST_URL__/about/"}]' },
  ],
};

const exported = {
  'crumbs.ghost.2024-01-01.json': JSON.stringify({ db: [{ meta: { version: '5.0' }, data }] }),
  'content/images/2019/05/crust.png': pixel,
};

describe('an export of Ghost', () => {
  it('comes with cards as Markdown, pictures, authors and feed id', async () => {
    const { files } = await imported(exported);
    expect(files['articles/2019/bread/index.md']).toBe(`---
title: Bread & butter
date: 2019-05-06T07:08:09Z
updated: 2020-01-02T03:04:05Z
tags:
  - Baking
authors:
  - ana-lima
  - tom-berg
id: bread
summary: A crust.
cover:
  src: crust.png
  alt: A crust, cut
  caption: By Ana
---

Crust, see [[articles/2019/salt|salt]].

[The mill](https://example.org/mill)

> [!NOTE]
>
> Weigh the **flour**.

**More**

Crumb.

![A crust](crust.png)\\
From the oven
`);
    expect(files['articles/2019/bread/crust.png']).toBeDefined();
  });

  it.each([
    ['a post for those who pay', 'articles/2019/salt.md', 'draft: true'],
    ['a letter that was never on the site', 'articles/2019/letter.md', 'draft: true'],
    ['a scheduled post', 'articles/2031/later.md', 'date: 2031-01-01T00:00:00Z'],
    ['a page', 'pages/about.md', 'title: About'],
  ])('keeps the state of %s', async (_, file, expected) => {
    const { files } = await imported(exported);
    expect(files[file]).toContain(expected);
  });

  it('tells a post of which only the form of the editor is there, and takes the rest', async () => {
    const { line } = await imported(exported);
    expect(line('crumbs.ghost.2024-01-01.json: lost')).toMatchObject({ outcome: 'failed' });
  });

  it('says who writes and what the menu has, and no e-mail address', async () => {
    const { files } = await imported(exported);
    expect(files['site.yaml']).toContain('timeZone: Europe/Lisbon\n');
    expect(files['site.yaml']).toContain('nav:\n  - label: About\n    path: /about/\n');
    expect(Object.values(files).join('')).not.toContain('secret.example');
  });

  it.each([
    [
      '<figure class="kg-card kg-video-card"><div><video src="/a.mp4"></video><span>0:00</span><div>/<span>0:10</span></div></div><figcaption>The <b>tide</b></figcaption></figure>',
      '[Video](/a.mp4)\n\nThe **tide**\n',
    ],
    [
      '<div class="kg-card kg-audio-card"><img src="" alt="audio-thumbnail"><audio src="/a.mp3"></audio><div class="kg-audio-title">A song</div><span>0:00</span></div>',
      '[A song](/a.mp3)\n',
    ],
  ])('has of the player %s its recording alone', async (html, expected) => {
    const posts = [{ id: 'a', slug: 'a', title: 'A', html, published_at: '2019-05-06' }];
    const { files } = await imported({ 'a.json': JSON.stringify({ data: { posts } }) });
    expect(files['articles/2019/a/index.md']?.split('---\n\n')[1]).toBe(expected);
  });
});
