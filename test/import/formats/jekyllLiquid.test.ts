import { expect, it } from 'vitest';
import { pixel } from '../exports/export.ts';
import { imported } from '../imported.ts';

it('has values in place of their names, files of its own, and callouts that a class makes', async () => {
  const { files } = await imported({
    '_config.yml':
      'url: https://old.example\nnew_post_name: :year-:month-:day-:title.md\nmotto: "Bread & tea"\npermalink: /:title/\n',
    'source/_posts/sub/2010-05-05-a.md': `---
title: A
asset_path: /img/
---
{% assign base = "/img" %}
![1]({{ page.asset_path }}cup.png) ![2]({{ base }}/cup.png){: width="7%"}{: .wide} ![3](pan.png) {{ site.motto }} {{ site.none }}

> Hot
> pan
{: .prompt-danger }

Mind *it*.
{: .notice--info}

\`\`\`
{{ page.title }}
\`\`\`
`,
    'source/_posts/sub/2010-05-05-a/pan.png': pixel,
    'img/cup.png': new Uint8Array([...pixel, 0]),
  });
  expect(files['articles/2010/a/index.md']).toContain(`---

![1](cup.png) ![2](cup.png) ![3](pan.png) Bread & tea <!-- {{ site.none }} -->

> [!CAUTION]
> Hot
> pan

> [!NOTE]
> Mind *it*.

\`\`\`
{{ page.title }}
\`\`\`
`);
  expect(files['articles/2010/a/index.md']).toContain('  - /sub/a/\n');
});

it('of a text in which Liquid is told to stand still, its tags are words', async () => {
  const { files, line } = await imported({
    '_posts/2010-05-05-a.md':
      '---\ntitle: A\nrender_with_liquid: false\n---\nWrite {{ page.title }} or {% post_url x %}.\n',
  });
  expect(files['articles/2010/a.md']).toContain(
    '\n\nWrite {{ page.title }} or {% post_url x %}.\n',
  );
  expect(line('_posts/2010-05-05-a.md').notes).toEqual([]);
});
