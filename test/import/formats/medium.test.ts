import { describe, expect, it } from 'vitest';
import { imported } from '../imported.ts';

/** A story in the shape of Medium's export, with what differs from story to story. */
function story(parts: {
  readonly title: string;
  readonly subtitle?: string;
  readonly body: string;
  readonly foot: string;
}): string {
  const { title, subtitle, body, foot } = parts;
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><article class="h-entry">
<header><h1 class="p-name">${title}</h1></header>
${subtitle === undefined ? '' : `<section data-field="subtitle" class="p-summary">${subtitle}</section>`}
<section data-field="body" class="e-content"><section name="a1" class="section">
<div class="section-divider"><hr class="section-divider"></div>
<div class="section-content"><div class="section-inner">${body}</div></div></section></section>
<footer>${foot}</footer></article></body></html>`;
}

const foot = (
  id: string,
  address: string,
) => `<p>By <a href="https://medium.com/@ana" class="p-author h-card">Ana Lima</a>
on <a href="https://medium.com/p/${id}"><time class="dt-published" datetime="2016-03-04T07:08:09.123Z">March 4</time></a>.</p>
<p><a href="${address}" class="p-canonical">Canonical link</a></p>`;

const exported = {
  'posts/2016-03-04_Night-trains-0123456789ab.html': story({
    title: 'Night trains',
    subtitle: 'And who sleeps in them',
    body: `<h3 class="graf graf--h3 graf--title">Night trains</h3><h4 class="graf graf--h4">And who sleeps in them</h4>
<p name="b1" class="graf graf--p">They leave late, as <a href="https://medium.com/@ana/bread-abcdefabcdef#b2">bread</a> does.</p>
<blockquote class="graf graf--pullquote">Nobody sleeps.</blockquote>
<pre class="graf graf--pre">one<br>  two</pre>
<div class="graf graf--mixtapeEmbed"><a href="https://example.org/x"><strong>A timetable</strong><br><em>All of it</em>example.org</a><a href="https://example.org/x" class="js-mixtapeImage"></a></div>
</div></div></section><section class="section"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><div class="section-inner">
<p class="graf graf--p">Later.</p>`,
    foot: `<p class="p-tags">Tagged in <a href="https://medium.com/tag/trains" class="p-tag">Trains</a></p>${foot('0123456789ab', 'https://medium.com/@ana/night-trains-0123456789ab')}`,
  }),
  'posts/2016-03-05_bread-abcdefabcdef.html': story({
    title: 'Bread',
    body: '<h3 class="graf graf--h3 graf--title">Bread</h3><p class="graf graf--p">Crust.</p>',
    foot: foot('abcdefabcdef', 'https://medium.com/@ana/bread-abcdefabcdef'),
  }),
  'posts/2016-03-06_I-agree--the-crust-is-all-111111111111.html': story({
    title: 'I agree, the crust is all…',
    body: '<p class="graf graf--p">I agree, the crust is all there is.</p>',
    foot: foot('111111111111', 'https://medium.com/@ana/i-agree-111111111111'),
  }),
  'posts/draft_Salt-222222222222.html': story({
    title: 'Salt',
    body: '<p class="graf graf--p">Not yet.</p>',
    foot: '<p><a href="https://medium.com/p/222222222222">View original.</a></p>',
  }),
  'bookmarks/bookmarks-0001.html': '<html><body><h1>Bookmarks</h1></body></html>',
  'claps/claps-0001.html': '<html><body><h1>Claps</h1></body></html>',
};

describe('an export of Medium', () => {
  it('comes with subtitle, tags, feed id and copy, and its links among stories lead to their files', async () => {
    const { files } = await imported(exported);
    expect(files['articles/2016/night-trains.md']).toBe(`---
title: Night trains
date: 2016-03-04T07:08:09Z
tags:
  - Trains
id: https://medium.com/p/0123456789ab
syndication:
  - https://medium.com/@ana/night-trains-0123456789ab
summary: And who sleeps in them
---

They leave late, as [bread](bread.md) does.

> [!PULL]
>
> Nobody sleeps.

\`\`\`
one
  two
\`\`\`

[A timetable](https://example.org/x)

---

Later.
`);
    expect(files['authors.yaml']).toBe(
      'ana-lima:\n  name: Ana Lima\n  url: https://medium.com/@ana\n',
    );
  });

  it('has responses as notes without a title, and drafts as drafts without an address', async () => {
    const { files } = await imported(exported);
    expect(files['notes/2016/i-agree.md']).toContain(
      '\n---\n\nI agree, the crust is all there is.\n',
    );
    expect(files['notes/2016/i-agree.md']).not.toContain('title');
    const draft = Object.entries(files).find(([name]) => name.endsWith('/salt.md'))?.[1];
    expect(draft).toContain('draft: true');
    expect(draft).not.toContain('\nid:');
  });

  it('tells what is no story, a line for each folder', async () => {
    const { report } = await imported(exported);
    expect(
      report.lines
        .filter(({ outcome }) => outcome === 'left')
        .map(({ where, why }) => [where, why]),
    ).toEqual([
      ['bookmarks/', '1 that are no stories'],
      ['claps/', '1 that are no stories'],
    ]);
  });

  it('of a domain of its own keeps the addresses', async () => {
    const { files } = await imported({
      'posts/2016-03-05_bread-abcdefabcdef.html': story({
        title: 'Bread',
        body: '<h3 class="graf graf--h3 graf--title">Bread</h3><p class="graf">Crust.</p>',
        foot: foot('abcdefabcdef', 'https://essays.example/bread-abcdefabcdef'),
      }),
    });
    expect(files['site.yaml']).toContain('url: https://essays.example\n');
    expect(files['articles/2016/bread.md']).toContain('aliases:\n  - /bread-abcdefabcdef/\n');
  });
});
