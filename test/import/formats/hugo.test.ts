import { describe, expect, it } from 'vitest';
import { pixel } from '../exports/export.ts';
import { imported } from '../imported.ts';

const site = {
  'hugo.toml': `baseURL = "https://old.example/"
title = "Field notes"
languageCode = "pt"
timeZone = "Europe/Lisbon"
[params]
description = "Trains and bread"
author = "Ana Lima"
[permalinks]
posts = "/:year/:month/:slug/"
[languages.de]
title = "Feldnotizen"
[[menu.main]]
name = "Elsewhere"
url = "https://elsewhere.example/"
weight = 2
[[menu.main]]
name = "About"
url = "/about/"
weight = 1
`,
  'content/_index.md': '---\ntitle: Home\n---\nHello.\n',
  'content/about.md': '---\ntitle: About\n---\nWho writes.\n',
  'content/posts/first-train/index.md': `+++
title = "The first train"
date = 2010-05-05T09:02:00+01:00
lastmod = 2011-01-02
tags = ["trains", "bread"]
series = ["Lines"]
aliases = ["/old/first.html"]
description = "It left."
+++

It left at 9:02.[^1] See [the bread]({{< relref "bread.md#crust" >}}), [nothing]({{< ref "nowhere" >}}).

{{< figure src="platform.png" alt="A platform" caption="At night" attr="Tom" attrlink="https://tom.example" >}}

<!--more-->

{{< highlight go "linenos=table" >}}
fmt.Println("{{ raw }}")
{{< /highlight >}}

{{< youtube abc123 >}}

{{< notice tip >}}
Sit left.
{{< /notice >}}

{{< map "Lisbon" >}} and {{</* figure */>}}

[^1]: I was there.
`,
  'content/posts/first-train/platform.png': pixel,
  'content/posts/first-train/aside.md': 'Material.\n',
  'content/posts/bread.md': `---
title: Bread
date: 2010-06-01 18:30
slug: crust-and-crumb
---
![A loaf](/img/loaf.png)
`,
  'content/posts/bread.de.md': '---\ntitle: Brot\ndate: 2010-06-01\n---\nKruste.\n',
  'content/posts/soon.md':
    '{\n  "title": "Soon",\n  "date": "2010-07-01",\n  "draft": true\n}\n\nNot yet.\n',
  'content/posts/over.md':
    '---\ntitle: Over\ndate: 2010-08-01\nexpiryDate: 2011-01-01\n---\nGone.\n',
  'content/posts/old.org': '#+TITLE: Old\n',
  'content/posts/broken.md': '+++\ntitle = "Broken\ndate = 2010-05-05\n+++\nWords.\n',
  'static/img/loaf.png': pixel,
};

describe('a Hugo site', () => {
  it('comes with bundles, shortcodes, series and old addresses', async () => {
    const { files } = await imported(site);
    expect(files['articles/2010/the-first-train/index.md']).toBe(`---
title: The first train
date: 2010-05-05T09:02:00+01:00
updated: 2011-01-02
tags:
  - trains
  - bread
series: lines
id: https://old.example/2010/05/the-first-train/
summary: It left.
aliases:
  - /2010/05/the-first-train/
  - /old/first.html
---

It left at 9:02.[^1] See [the bread](../crust-and-crumb/index.md#crust), [nothing](#).

![A platform](platform.png)\\
At night\\
-- [Tom](https://tom.example)

\`\`\`go
fmt.Println("{{ raw }}")
\`\`\`

[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)

> [!TIP]
> Sit left.

<!-- {{< map "Lisbon" >}} --> and {{< figure >}}

[^1]: I was there.
`);
    expect(files['articles/2010/the-first-train/platform.png']).toBeDefined();
  });

  it('says title, language, zone, author and menu of its settings', async () => {
    const { files } = await imported(site);
    expect(files['site.yaml']).toBe(`title: Field notes
tagline: Trains and bread
url: https://old.example
language: pt
timeZone: Europe/Lisbon
author: ana-lima
nav:
  - label: About
    path: /about/
  - label: Elsewhere
    path: https://elsewhere.example/
headingIds: hugo
`);
  });

  it.each([
    ['autoHeadingIDType = "github"', 'headingIds: hugo'],
    ['autoHeadingIDType = "github-ascii"', undefined],
    ['autoHeadingID = false', undefined],
  ])('whose settings say %s has the rule %s for the ids of headings', async (line, rule) => {
    const { files } = await imported({
      'hugo.toml': `title = "A"\n[markup.goldmark.parser]\n${line}\n`,
      'content/posts/a.md': '---\ntitle: A\ndate: 2010-05-05\n---\nWords.\n',
    });
    expect(/headingIds.*/.exec(files['site.yaml'] ?? '')?.[0]).toBe(rule);
  });

  it('some folders deep in an archive has its settings in YAML, and no picture of another host', async () => {
    const { files } = await imported({
      'site/hugo.yaml': '---\ntitle: Field notes\nbaseURL: https://old.example\n',
      'site/static/a.png': pixel,
      'site/content/posts/a.md':
        '---\ntitle: A\ndate: 2010-05-05\n---\n![B](/a.png) ![C](https://other.example/a.png)\n',
    });
    expect(files['site.yaml']).toContain('title: Field notes\nurl: https://old.example\n');
    expect(files['articles/2010/a/index.md']).toContain(
      '![B](a.png) [C (missing picture)](https://other.example/a.png)',
    );
  });

  it.each([
    ['a picture of static', 'articles/2010/crust-and-crumb/index.md', '![A loaf](loaf.png)'],
    ['a page in another language', 'articles/2010/brot.md', 'lang: de'],
    ['the address of that', 'articles/2010/brot.md', '- /de/2010/06/brot/'],
    ['JSON front matter and a draft', 'articles/2010/soon.md', 'draft: true'],
    ['a page that has run out, as a draft', 'articles/2010/over.md', 'draft: true'],
    ['a page at the top', 'pages/about.md', 'Who writes.'],
  ])('keeps %s', async (_, file, expected) => {
    const { files } = await imported(site);
    expect(files[file]).toContain(expected);
  });

  it.each([
    '{"title": "A {b}", "date": "2010-05-05", "params": {"c": "\\"}"}}',
    '{"title": "A {b}",\n"date": "2010-05-05", "params": {\n"c": 1\n}\n}',
    '{\n  "title": "A {b}",\n  "date": "2010-05-05" }  ',
  ])('has front matter in JSON, however it is written: %j', async (matter) => {
    const { files } = await imported({
      'hugo.toml': 'title = "A"\n',
      'content/posts/a.md': `${matter}\n\nWords {c}.\n`,
    });
    expect(files['articles/2010/a.md']).toContain('title: A {b}\ndate: 2010-05-05\n');
    expect(files['articles/2010/a.md']).toMatch(/---\n\nWords \{c\}\.\n$/);
  });

  it('tells what it could not say, what is no page, and what is broken', async () => {
    const { line, report } = await imported(site);
    const { notes } = line('content/posts/first-train/index.md');
    expect(notes.filter(({ became }) => became === 'left').map(({ what }) => what)).toEqual([
      'link {{< ref "nowhere" >}}',
      'shortcode map',
    ]);
    expect(
      report.lines
        .filter(({ outcome }) => outcome === 'left' || outcome === 'failed')
        .map(({ where, outcome }) => [where, outcome]),
    ).toEqual([
      ['content/_index.md', 'left'],
      ['content/posts/first-train/aside.md', 'left'],
    ]);
    expect(line('content/posts/broken.md')).toMatchObject({
      file: 'articles/2010/broken.md',
      notes: expect.arrayContaining([
        expect.objectContaining({ what: 'front matter that is no TOML', became: 'changed' }),
      ]),
    });
  });

  it.each([
    [undefined, '/posts/deep/a/'],
    ['/:sections/:filename/', '/posts/deep/a/'],
    ['/:year/:monthname/:yearday/:title', '/2010/may/125/words-and-more/'],
  ])('of the permalink %s has the address %s', async (pattern, address) => {
    const { files } = await imported({
      'config.toml': `baseURL = "https://old.example"\n${pattern === undefined ? '' : `[permalinks]\nposts = "${pattern}"\n`}`,
      'content/posts/deep/a.md': '---\ntitle: Words and more\ndate: 2010-05-05\n---\nWords.\n',
    });
    const [, file] = /\/([^/]+)\/$/.exec(address) ?? [];
    expect(files[`articles/2010/${file}.md`]).toContain(`aliases:\n  - ${address}\n`);
  });
});

it.each([
  [
    '{{< highlight go "linenos=table,hl_lines=2 4-5" >}}\n1\n2\n3\n4\n5\n{{< /highlight >}}',
    '```go {2,4-5}\n1\n2\n3\n4\n5\n```',
  ],
  ['{{< highlight go "hl_lines=[1,9]" >}}\n1\n{{< /highlight >}}', '```go {1}\n1\n```'],
  [
    '```go {linenos=true,hl_lines=[1,"2-3"],title="a.go"}\n1\n2\n3\n```',
    '```go title="a.go" {1,2-3}\n1\n2\n3\n```',
  ],
  ['```go {linenos=inline}\n1\n```', '```go\n1\n```'],
  ['```py\na\n\n\n\nb\n```\n\n\n\nc', '```py\na\n\n\n\nb\n```\n\nc'],
  ['{{< map >}} **a** b\nc', '**a** b <!-- {{< map >}} -->\nc'],
  ['```go {2}\n1\n2\n```', '```go {2}\n1\n2\n```'],
  [
    '{{% notice warning "Watch out" %}}\nIt is *deep*.\n{{% /notice %}}',
    '> [!WARNING] Watch out\n> It is *deep*.',
  ],
  ['{{< tip "Try it" >}}A{{< /tip >}}', '> [!TIP] Try it\n> A'],
  ['{{< callout type="info" title="So" >}}A{{< /callout >}}', '> [!NOTE] So\n> A'],
  ['{{< alert "circle-info" >}}A{{< /alert >}}', '> [!NOTE]\n> A'],
  ['{{< alert "triangle-exclamation" >}}A{{< /alert >}}', '> [!WARNING]\n> A'],
  ['{{< alert context="danger" text="A *b*" />}}', '> [!CAUTION]\n> A *b*'],
  ['{{< hint info >}}A{{< /hint >}}', '> [!NOTE]\n> A'],
  ['{{< a.inline >}}A{{< /a.inline >}} {{< a.inline />}}', 'A <!-- {{< a.inline />}} -->'],
  ['{{< tabs >}}{{< tab "One" >}}\nA\n{{< /tab >}}{{< /tabs >}}', '**One**\n\nA'],
  ['{{< expand "More" >}}A{{< /expand >}}', '**More**\n\nA'],
  ['{{< button href="/b/" >}}Go{{< /button >}}', '[Go](/b/)'],
  ['{{< mermaid >}}\nA --> B\n{{< /mermaid >}}', '```mermaid\nA --> B\n```'],
  ['{{< katex >}}x^2{{< /katex >}}', '$$x^2$$'],
  ['{{< verse >}}\nA line\n  and *more*\n\nEnd\n{{< /verse >}}', 'A line\\\n  and *more*\n\nEnd'],
])('what Hugo has as %j keeps its marks, titles and lines', async (body, expected) => {
  const { files } = await imported({
    'hugo.toml': '',
    'content/posts/a.md': `---\ntitle: A\ndate: 2010-01-01\n---\n${body}\n`,
  });
  expect(files['articles/2010/a.md']?.split('---\n').at(-1)?.trim()).toBe(expected);
});

it.each([
  [
    'files that name it',
    '',
    { a: 'posts/a.en.md', b: 'posts/a.pt-br.md' },
    ['/posts/a/', '/pt-br/posts/a/'],
  ],
  [
    'a folder of its own',
    '',
    { a: 'en/posts/a.md', b: 'br/posts/a.md' },
    ['/posts/a/', '/pt-br/posts/a/'],
  ],
  [
    'a folder in addresses, too',
    'defaultContentLanguageInSubdir = true\n',
    { a: 'posts/a.md', b: 'posts/a.pt-br.md' },
    ['/en/posts/a/', '/pt-br/posts/a/'],
  ],
])('a language with %s has its pages where they were', async (_, settings, { a, b }, addresses) => {
  const text = (title: string) => `---\ntitle: ${title}\ndate: 2010-01-01\n---\nWords.\n`;
  const { files } = await imported({
    'hugo.toml': `baseURL = "https://old.example"\n${settings}[languages.en]\ncontentDir = "content/en"\n[languages.pt-br]\ncontentDir = "content/br"\n`,
    [`content/${a}`]: text('Bread'),
    [`content/${b}`]: text('Pão'),
  });
  const texts = ['Bread', 'Pão'].map((title) =>
    Object.values(files).find((one) => one.includes(`title: ${title}\n`)),
  );
  expect(texts.map((one = '') => /aliases:\n {2}- (.*)\n/.exec(one)?.[1])).toEqual(addresses);
  expect(texts[1]).toContain('lang: pt-BR\n');
  expect(texts.join('')).toContain('translations:\n');
});
