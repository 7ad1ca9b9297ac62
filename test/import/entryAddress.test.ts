import { describe, expect, it } from 'vitest';
import { imported } from './imported.ts';

const matter = (title: string, more = '') => `---\ntitle: ${title}\ndate: 2010-05-05\n${more}---\n`;

/** All that an import wrote and told. */
const all = ({ files, report }: Awaited<ReturnType<typeof imported>>) =>
  JSON.stringify([files, report]);

describe('an address of an entry that is no link', () => {
  it.each([
    ['in running text', 'See {{< relref "the_bread.md" >}}.', 'See /2010/bread/.'],
    ['with a place', 'See {{< ref "the_bread.md#crust" >}}, x.', 'See /2010/bread/#crust, x.'],
    ['between signs', '({{< ref "the_bread.md" >}})', '(/2010/bread/)'],
    ['in code', 'Go `{{< ref "the_bread.md" >}}`.', 'Go `/2010/bread/`.'],
    ['in a block', '```\n{{< ref "the_bread.md" >}}\n```', '```\n/2010/bread/\n```'],
    ['in a comment', '<!-- {{< ref "the_bread.md" >}} -->', '<!-- /2010/bread/ -->'],
    [
      'as the words of a link',
      '[{{< ref "the_bread.md" >}}](https://a.example)',
      '[/2010/bread/](https://a.example)',
    ],
    ['in angles', '<{{< ref "the_bread.md" >}}>', '[/2010/bread/](bread.md)'],
    ['of a draft', 'See {{< ref "soon.md" >}}.', 'See (not published).'],
    [
      'of what did not come',
      'See {{< ref "parts.md" >}}, [it]({{< ref "parts.md" >}}).',
      'See content/posts/parts.md, it.',
    ],
    ['as a picture', '![]({{< ref "the_bread.md" >}})', 'the\\_bread.md (missing picture)'],
  ])('is the one that it has here: %s', async (_, body, expected) => {
    const found = await imported({
      'hugo.toml': 'title = "A"\n',
      'content/posts/a.md': `${matter('A')}${body}\n`,
      'content/posts/the_bread.md': matter('Bread', 'slug: bread\n'),
      'content/posts/soon.md': matter('Soon', 'draft: true\n'),
      'content/posts/parts.md': matter('Parts', 'headless: true\n'),
    });
    const text = found.files['articles/2010/a.md'] ?? found.files['articles/2010/a/index.md'];
    expect(text).toContain(`${expected}\n`);
    expect(all(found)).not.toContain('-entry:');
  });

  it.each([
    [
      'md',
      'See {% post_url 2010-05-05-my_bread %} and {% link about.md %}.',
      'See /2010/bread/ and /about/.',
    ],
    [
      'html',
      '<p>See {% post_url 2010-05-05-my_bread %}, <code>{% link about.md %}</code>.</p>',
      'See /2010/bread/, `/about/`.',
    ],
    [
      'md',
      'See {{ "/about.html" | relative_url }}, [it]({% post_url 2010-05-05-my_bread %}).',
      'See /about.html, [it](bread.md).',
    ],
  ])('is so in a Jekyll post in %s: %s', async (ending, body, expected) => {
    const found = await imported({
      '_config.yml': 'title: A\n',
      [`_posts/2010-05-05-a.${ending}`]: `---\ntitle: A\n---\n${body}\n`,
      '_posts/2010-05-05-my_bread.md': '---\ntitle: Bread\nslug: bread\n---\nCrust.\n',
      'about.md': '---\ntitle: About\n---\nWho.\n',
    });
    expect(found.files['articles/2010/a.md']).toContain(`${expected}\n`);
    expect(all(found)).not.toContain('-entry:');
  });

  it('is not seen in words that look like one', async () => {
    const { files } = await imported({
      '2010-05-05-a.md': '# A\n\nThe entry:2010-05-05-a.md stays.\n',
    });
    expect(files['articles/2010/a.md']).toContain('The entry:2010-05-05-a.md stays.\n');
  });
});
