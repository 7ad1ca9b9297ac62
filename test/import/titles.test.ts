import { describe, expect, it } from 'vitest';
import { imported } from './imported.ts';

describe('a title', () => {
  const titleOf = async (text: string) => {
    const { files } = await imported({ '2010-05-05-a.md': text });
    const [matter = ''] = Object.values(files).filter((file) => file.startsWith('---'));
    return /^title: (.*)$/m.exec(matter)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
  };

  it.each([
    ['Use `__init__` for *all*', 'Use __init__ for all'],
    ['findBy\\* and snake_case_name', 'findBy* and snake_case_name'],
    ['Option<T> and `Vec<T>`', 'Option<T> and Vec<T>'],
    ['1. Begin', '1. Begin'],
    ['A [link](b.md) <b>bold</b> &amp; more', 'A link bold & more'],
    ['An own id {#own}', 'An own id'],
  ])('that is the heading %j has the words %j', async (heading, words) => {
    expect(await titleOf(`# ${heading}\n\nWords.\n`)).toBe(words);
  });

  it.each([
    ['Use `__init__` for *all*', 'Use __init__ for all'],
    ['Option<T> and `Vec<T>`', 'Option<T> and Vec<T>'],
    ['<b>A</b> &lt; B &mdash; 2 * 3', 'A < B — 2 * 3'],
    ['On __init__.py and __all words__', 'On __init__.py and all words'],
  ])('of front matter that is %j has the words %j', async (title, words) => {
    expect(await titleOf(`---\ntitle: ${JSON.stringify(title)}\n---\nWords.\n`)).toBe(words);
  });

  it.each([
    ['Vec&lt;T&gt;', 'Vec<T>'],
    ['<![CDATA[<em>A</em> &lt;b&gt; <x-y>c</x-y>]]>', 'A <b> c'],
  ])('of an export in HTML that is %j has the words %j', async (title, words) => {
    const item = `<item><title>${title}</title><wp:post_id>1</wp:post_id><wp:post_date>2010-05-05 12:00:00</wp:post_date><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>`;
    const { files, line } = await imported({
      'a.xml': `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel>${item}</channel></rss>`,
    });
    expect(Object.values(files).join('')).toContain(`\ntitle: ${words}\n`);
    expect(line(`a.xml: ${words}`).outcome).toBe('written');
  });

  it('that stands above the text, too, stands there once', async () => {
    const { files } = await imported({
      '2010-05-05-a.md': '---\ntitle: Use `a_b_c`\n---\n# Use `a_b_c`\n\nWords.\n',
    });
    expect(Object.values(files).join('')).toContain('\n---\n\nWords.\n');
  });
});
