import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

it('a site of Zola comes with the addresses that Zola gave it', async () => {
  const { files } = await imported({
    'config.toml':
      'base_url = "https://old.example"\ntitle = "Z"\ndefault_language = "fr"\n[languages.en]\n',
    'content/blog/four.en.md': '+++\ntitle = "Four"\ndate = 2020-03-03\n+++\nWords.\n',
    'content/blog/2021-05-06-one.md':
      '+++\ntitle = "One"\naliases = ["older/one"]\n[taxonomies]\ntags = ["a"]\n+++\n[two](@/blog/two.md)\n',
    'content/blog/2021-05-07_three.md': '+++\ntitle = "Three"\n+++\nWords.\n',
    'content/blog/two.md': '+++\ntitle = "Two"\ndate = 2020-03-02\npath = "deux"\n+++\nWords.\n',
  });
  expect(files['articles/2021/one.md']).toContain(
    'tags:\n  - a\nid: https://old.example/blog/one/\naliases:\n  - /blog/one/\n  - /older/one/\n',
  );
  expect(files['articles/2021/one.md']).toContain('[two](../2020/');
  expect(files['articles/2021/three.md']).toContain('date: 2021-05-07\n');
  expect(files['articles/2020/deux.md']).toContain('aliases:\n  - /deux/\n');
  expect(files['articles/2020/four.md']).toContain('lang: en\naliases:\n  - /en/blog/four/\n');
  expect(files['site.yaml']).toContain('language: fr\n');
});

it.each([
  [
    '{{ youtube(id="a-b", class="c") }}',
    '[https://www.youtube.com/watch?v=a-b](https://www.youtube.com/watch?v=a-b)',
  ],
  [
    '{{ gist(url="https://gist.github.com/a/b") }}',
    '[https://gist.github.com/a/b](https://gist.github.com/a/b)',
  ],
  [
    '{% note(kind="warning") %}\nA\n```sh\nb\n```\n{% end %}',
    '> [!WARNING]\n> A\n> ```sh\n> b\n> ```',
  ],
  [
    '{% details(summary="More") %}{% quote(author="Bo") %}A{% end %}{% end %}',
    '**More**\n\n> A\n>\n> -- Bo',
  ],
  [
    '{{ figure(src="https://a.example/c", alt="A", caption="B, c=*d*") }}',
    '[A (missing picture)](https://a.example/c)\\\nB, c=*d*',
  ],
  ['`{{/* b() */}}` {{ c }}', '`{{ b() }}` {{ c }}'],
  ['[A](@/blog/_index.md)', '[A](/blog/)'],
  ['```rust,linenos,hl_lines=1\na\n```', '```rust {1}\na\n```'],
])('what Zola has as %j is said in Markdown', async (body, expected) => {
  const { below } = await imported({
    'config.toml': 'base_url = "https://old.example"\n',
    'content/blog/a.md': `+++\ntitle = "A"\ndate = 2010-01-01\n+++\n${body}\n`,
  });
  const [text = ''] = below('articles/');
  expect(text.split('---\n').at(-1)?.trim()).toBe(expected);
});
