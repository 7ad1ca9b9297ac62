import { describe, expect, it } from 'vitest';
import { pixel } from '../exports/export.ts';
import { imported } from '../imported.ts';

const blog = {
  '_config.yml': `title: Field notes
url: https://old.example
timezone: Europe/Lisbon
lang: pt
description: Trains and bread
author: {name: Ana Lima}
permalink: /:year/:month/:day/:title/
`,
  '_posts/2010-05-05-first-train.md': `---
title: "The **first** train"
tags: trains bread
category: Travel
redirect_from:
  - /old/first.html
last_modified_at: 2011-01-02 08:00:00 +0000
---
It left at 9:02.[^1] See [the bread]({% post_url 2010-06-01-bread %}#crust), [about]({% link about.md %}).

![A platform](/img/platform.png){: .wide}

{% highlight ruby linenos %}
puts "{{ raw }}"
{% endhighlight %}

{% include map.html id=1 %}

[^1]: I was there.
`,
  '_posts/2010-06-01-bread.html': `---
title: Bread
date: 2010-06-01 18:30
uuid: 01475da9-58d6-36ac-e652-ce88c48b6b02
---
<p style="color:red">Crust &amp; <em>crumb</em>: <a href="/2010/05/05/first-train/">a train</a></p>
`,
  '_drafts/soon.md': '---\ntitle: Soon\n---\nNot yet.\n',
  'about.md': '---\ntitle: About\n---\nWho writes.\n',
  'README.md': '# For those who build this\n',
  'img/platform.png': pixel,
};

describe('a Jekyll folder', () => {
  it('comes with dates, tags, old addresses, feed ids, links and pictures', async () => {
    const { files, report } = await imported(blog);
    expect(Object.keys(files).sort()).toEqual([
      '.imported.jsonl',
      'articles/2010/bread.md',
      'articles/2010/first-train/index.md',
      'articles/2010/first-train/platform.png',
      'articles/2026/soon.md',
      'authors.yaml',
      'pages/about.md',
      'site.yaml',
    ]);
    expect(report.lines.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(files['site.yaml']).toBe(`title: Field notes
tagline: Trains and bread
url: https://old.example
language: pt
timeZone: Europe/Lisbon
author: ana-lima
permalinks:
  articles: /:year/:month/:day/:slug/
headingIds: github
`);
    expect(files['articles/2010/first-train/index.md']).toBe(`---
title: The first train
date: 2010-05-05
updated: 2011-01-02T08:00:00+00:00
tags:
  - trains
  - bread
  - Travel
id: https://old.example/2010/05/05/first-train
aliases:
  - /old/first.html
---

It left at 9:02.[^1] See [the bread](../bread.md#crust), [about](../../../pages/about.md).

![A platform](platform.png)

\`\`\`ruby
puts "{{ raw }}"
\`\`\`

<!-- {% include map.html id=1 %} -->

[^1]: I was there.
`);
  });

  it('reads a clock without offset in its own zone, and HTML as Markdown', async () => {
    const { files, line } = await imported(blog);
    expect(files['articles/2010/bread.md']).toBe(`---
title: Bread
date: 2010-06-01T18:30:00+01:00
id: urn:uuid:01475da9-58d6-36ac-e652-ce88c48b6b02
---

Crust & *crumb*: [a train](first-train/index.md)
`);
    expect(line('_posts/2010-06-01-bread.html').notes).toEqual([
      { became: 'left', what: 'inline style', how: 'the theme decides how a page looks', count: 1 },
    ]);
  });

  it('keeps drafts drafts, and tells what it could not say in Markdown', async () => {
    const { files, line } = await imported(blog);
    expect(files['articles/2026/soon.md']).toContain('draft: true');
    expect(line('_posts/2010-05-05-first-train.md').notes.map(({ what }) => what)).toEqual([
      'Liquid include',
      'attributes in braces',
      'picture',
    ]);
  });

  it.each([
    ['date', '/travel/2010/05/05/a.html'],
    ['pretty', '/travel/2010/05/05/a/'],
    ['ordinal', '/travel/2010/125/a.html'],
    ['none', '/travel/a.html'],
    ['/blog/:short_year/:i_month/:title', '/blog/10/5/a.html'],
    // Hexo knows any word of the front matter, and no other.
    ['posts/:abbrlink.html', '/posts/3e2c1f.html'],
    ['posts/:hash/', undefined],
  ])('of the permalink style %s has the address %s as an alias', async (style, address) => {
    const { files } = await imported({
      '_config.yml': `permalink: ${style}\n`,
      '_posts/2010-05-05-a.md': '---\ntitle: A\ncategory: travel\nabbrlink: 3e2c1f\n---\nWords.\n',
    });
    const text = files['articles/2010/a.md'] ?? '';
    expect(/aliases:\n {2}- (.*)\n/.exec(text)?.[1]).toBe(address);
  });

  it.each([
    ['a colon in a title', 'title: Trains: a love story', 'title: "Trains: a love story"'],
    ['a quotation mark at the front', 'title: "Trains" I took', `title: '"Trains" I took'`],
    ['a sign that YAML keeps for itself', 'title: @home', 'title: "@home"'],
    ['a tab', 'title:\tTabs', 'title: Tabs'],
  ])('with %s in its front matter comes all the same', async (_, matter, expected) => {
    const { files } = await imported({
      '_posts/2010-05-05-a.md': `---\n${matter}\ntags: [x]\n---\nWords.\n`,
    });
    expect(files['articles/2010/a.md']).toContain(expected);
    expect(files['articles/2010/a.md']).toContain('tags:\n  - x\n');
  });
});

describe('a site whose texts lie in a folder of their own', () => {
  it('has posts without a tag of that folder, and pages that are called index', async () => {
    const { files, line } = await imported({
      '_config.yml': 'title: A\nurl: https://old.example\npermalink: /:year/:title.html\n',
      'source/_posts/2010-05-05-bread.md':
        '---\ntitle: Bread\n---\n{% asset_img crust.png "A crust" %}\n',
      'source/_posts/2010-05-05-bread/crust.png': pixel,
      'source/about/index.md': '---\ntitle: About\n---\nMe.\n',
      'source/tags/index.md': '---\ntitle: Tags\nlayout: tags\n---\n',
      'source/log/index.html': '---\nlayout: log\n---\n{% include top.html %}{{ content }}\n',
      'source/index.md': '---\ntitle: Home\n---\nHi.\n',
    });
    expect(files['articles/2010/bread/index.md']).not.toContain('source');
    expect(files['articles/2010/bread/index.md']).toContain('![A crust](crust.png)');
    expect(files['pages/about.md']).toContain('Me.');
    expect(files['pages/about.md']).not.toContain('aliases');
    expect(Object.keys(files).filter((file) => file.startsWith('pages/'))).toEqual([
      'pages/about.md',
    ]);
    expect(line('source/tags/index.md').outcome).toBe('left');
  });
});

describe('a blog below a path of its host', () => {
  const project = {
    ...blog,
    '_config.yml': `${blog['_config.yml']}baseurl: /blog\n`,
    '_posts/2010-07-01-links.md':
      '---\ntitle: Links\n---\n[rooted](/blog/2010/05/05/first-train/) [whole](https://old.example/blog/2010/05/05/first-train/) [relative]({{ site.baseurl }}/2010/05/05/first-train/)\n\n![A platform](/blog/img/platform.png)\n',
  };

  it.each([
    ['stays there', {}, '/old/first.html'],
    [
      'moves to the root of its host',
      { 'content/site.yaml': 'title: A\nurl: https://old.example\n' },
      '/blog/old/first.html',
    ],
    [
      'moves to another host',
      { 'content/site.yaml': 'title: A\nurl: https://new.example\n' },
      '/blog/old/first.html',
    ],
  ])('%s, with its addresses, links and pictures', async (_, there, alias) => {
    const { below, files } = await imported(project, {}, there);
    const [links = ''] = below('articles/2010/links/index.md');
    expect(links.slice(links.indexOf('[rooted]'))).toBe(
      `[rooted](../first-train/index.md) [whole](../first-train/index.md) [relative](../first-train/index.md)\n\n![A platform](platform.png)\n`,
    );
    const aliases = Object.values(files)
      .join('\n')
      .match(/^ *- \/.*/gm);
    expect(aliases).toContain(`  - ${alias}`);
    expect(aliases?.map((one) => one.includes('/blog/'))).not.toContain(!alias.includes('/blog/'));
  });

  it('has the address that it had', async () => {
    expect((await imported(project)).files['site.yaml']).toContain(
      'url: https://old.example/blog\n',
    );
  });
});

it('brings along what importers kept of the journal before it, and comments in files', async () => {
  const { below, files, report } = await imported({
    '_config.yml': 'url: https://old.example\npermalink: /:title/\n',
    '_posts/2006-11-26-a.html': `---
title: A
author: {display_name: Carl, login: admin, email: c@old.example}
author_email: c@old.example
wordpress_id: 105
wordpress_url: http://old.example/?p=105
modified_time: '2007-05-05T11:16:17.420+02:00'
comments:
- id: 7
  author: Bo
  author_email: b@far.example
  author_url: https://bo.example/
  date: '2006-11-27 12:00:53 -0500'
  content: "It&#39;s <em>so</em>."
---
<p>One.</p>
`,
    '_posts/2007-01-02-b.md':
      '---\ntitle: B\ncomments: true\n---\n[a](http://old.example/?p=105)\n',
    '_data/comments/b/comment-1.yml':
      "_id: 3b0b\nmessage: Nice *post*\nname: Ana\nemail: d41d8c\ndate: '2018-02-03T04:05:06.000Z'\n",
  });
  expect(files['articles/2006/a.md']).toContain(
    'updated: 2007-05-05T11:16:17+02:00\nauthors:\n  - carl\n',
  );
  expect(files['articles/2007/b.md']).toContain('[a](../2006/a.md)');
  const comments = below('comments/').map((text) => text.slice(text.indexOf('comments:')));
  expect(comments).toEqual([
    "comments:\n  - id: jekyll-7\n    name: Bo\n    url: https://bo.example/\n    date: 2006-11-27T17:00:53Z\n    text: It's *so*.\n",
    'comments:\n  - id: jekyll-3b0b\n    name: Ana\n    date: 2018-02-03T04:05:06Z\n    text: Nice *post*\n',
  ]);
  expect(Object.values(files).join('')).not.toContain('@');
  expect(report.lines.flatMap(({ notes }) => notes.map(({ what }) => what))).not.toContain(
    'key "comments"',
  );
});

it('shows the pictures that front matter lists', async () => {
  const { files } = await imported({
    '_posts/2010-05-05-a.md': `---
title: A
gallery:
  - url: /img/cup.png
    image_path: /img/small.png
    alt: A cup
tea:
  - image_path: /img/cup.png
---
{% include gallery caption="All of *it*" %}

{% include gallery id="tea" %}

{% include gallery id="none" %}
`,
    'img/cup.png': pixel,
  });
  expect(files['articles/2010/a/index.md']).toContain(
    '---\n\n![A cup](cup.png)\n\nAll of *it*\n\n![](cup.png)\n\n<!-- {% include gallery id="none" %} -->\n',
  );
});
