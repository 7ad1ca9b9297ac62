import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/import/html/convert.ts';
import { Notes } from '../../../src/import/item/notes.ts';

const markdownOf = (html: string) => htmlToMarkdown(html, new Notes());

describe('HTML of old journals', () => {
  it.each([
    [
      "the caption of Blogger's editor",
      '<table class="tr-caption-container"><tbody><tr><td><a href="s1600/t.jpg"><img src="s400/t.jpg" alt="A tarn"></a></td></tr><tr><td class="tr-caption">The tarn</td></tr></tbody></table>',
      '![A tarn](s1600/t.jpg)\\\nThe tarn',
    ],
    [
      'a credit below a caption',
      '<figure><img src="c.jpg" alt="A cow"><figcaption>A cow. <span class="credit">Photo: Jo</span></figcaption></figure>',
      '![A cow](c.jpg)\\\nA cow.\\\n-- Photo: Jo',
    ],
    [
      'a credit alone',
      '<figure><img src="c.jpg" alt="A cow"><figcaption><cite>— Jo</cite></figcaption></figure>',
      '![A cow](c.jpg)\\\n-- Jo',
    ],
    [
      "WordPress's pull quote",
      '<figure class="wp-block-pullquote"><blockquote><p>Stay.</p><cite>Ana</cite></blockquote></figure>',
      '> [!PULL]\n>\n> Stay.\n>\n> -- Ana',
    ],
    ['a paragraph as a pull quote', '<p class="pullquote">Stay.</p>', '> [!PULL]\n>\n> Stay.'],
    [
      'who is quoted, behind a dash',
      '<blockquote class="epigraph"><p>Call me.</p><p>— Melville</p></blockquote>',
      '> Call me.\n>\n> -- Melville',
    ],
    [
      'who is quoted, on the last line',
      '<blockquote><p>Call me.<br><cite>Melville</cite></p></blockquote>',
      '> Call me.\n>\n> -- Melville',
    ],
    [
      'an embedded tweet',
      '<blockquote class="twitter-tweet"><p>Off.</p>&mdash; Al (@al) <a href="https://twitter.com/al/status/1">May 1</a></blockquote><script src="//platform.twitter.com/widgets.js"></script>',
      '> Off.\n>\n> -- Al (@al) [May 1](https://twitter.com/al/status/1)',
    ],
    [
      'a dialogue',
      '<blockquote><p>— Who?</p><p>— Me.</p></blockquote>',
      '> &#x2014; Who?\n>\n> &#x2014; Me.',
    ],
    [
      'a gist',
      '<p>One</p><script src="https://gist.github.com/ana/0123abcd.js?file=a.js"></script>',
      'One\n\n<https://gist.github.com/ana/0123abcd>',
    ],
    ['a sign within a text', 'H<sub>2</sub>O', 'H<sub>2</sub>O'],
    [
      'how a word is read, beside it',
      '<p>その<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です。</p>',
      'その<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です。',
    ],
    [
      'signs within lists',
      '<ul><li>H<sub>2</sub>O<ol><li><kbd>x</kbd> y</li></ol></li></ul>',
      '- H<sub>2</sub>O\n  1. <kbd>x</kbd> y',
    ],
    [
      'signs within boxes',
      '<div>a <mark>b</mark> c<p>d</p></div><blockquote>x<sup>2</sup></blockquote>',
      'a <mark>b</mark> c\n\nd\n\n> x<sup>2</sup>',
    ],
    [
      'signs within terms',
      '<dl><dt>a<sub>1</sub></dt><dd>b<sup>2</sup> c</dd></dl>',
      '- **a<sub>1</sub>:** b<sup>2</sup> c',
    ],
    ['a mark around paragraphs', '<mark><p>a</p><p>b</p></mark>', 'a\n\nb'],
    [
      'a film that only its parameters name',
      '<object><param name="movie" value="http://www.youtube.com/v/abcdefghijk"></object>',
      '[Video at youtube.com](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    [
      "a film in the player's old form",
      '<object><embed src="http://www.youtube.com/v/abcdefghijk&amp;hl=en"></object>',
      '[Video at youtube.com](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    [
      'a file and its button',
      '<div class="wp-block-file"><a href="a.pdf">Paper</a><a href="a.pdf" class="wp-block-file__button" download>Download</a></div>',
      '[Paper](a.pdf)',
    ],
  ])('keeps %s', (_, html, expected) => {
    expect(markdownOf(html)).toBe(expected);
  });

  it.each([
    [
      'in columns, with another table in one',
      '<TABLE BORDER=0><TR VALIGN=TOP><TD>Left.<P>More.</TD><TD><TABLE BORDER=1><TR><TH>Year<TH>Boats<TR><TD>2001<TD>3</TABLE></TABLE>',
      'Left.\n\nMore.\n\n| Year | Boats |\n| ---- | ----- |\n| 2001 | 3     |',
    ],
    [
      'in rows, with others in their cells that did the same',
      '<table><tr><td>Logo</td><td>Head</td></tr><tr><td><table><tr><td>One</td></tr><tr><td>Two</td></tr></table></td><td><p>Long.</p><p>Text.</p></td></tr></table>',
      'Logo\n\nHead\n\nOne\n\nTwo\n\nLong.\n\nText.',
    ],
    [
      'with a caption',
      '<table role="none"><caption>Boats</caption><tr><td>a</td><td>b</td></tr></table>',
      'Boats\n\na\n\nb',
    ],
    [
      'as a box around a picture and its words',
      '<table border="1" align="right"><tr><td><img src="a.png" alt="A"></td></tr><tr><td><small>The <i>tarn</i></small></td></tr></table><p>b</p>',
      '![A](a.png)\n\nThe *tarn*\n\nb',
    ],
    [
      'as two texts side by side',
      '<table><tr><td><p>One.</p><p>Two.</p></td><td>&nbsp;</td><td><ul><li>a</li></ul></td></tr></table>',
      'One.\n\nTwo.\n\n- a',
    ],
    [
      'as it says itself',
      '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>',
      'a\n\nb',
    ],
  ])('a table that laid things out %s is what stood in it', (_, html, expected) => {
    expect(markdownOf(html)).toBe(expected);
  });

  it.each([
    [
      'paragraphs',
      '<table><tr><th>A</th><th>B</th></tr><tr><td><p>One.</p>\n<p>Two.</p></td><td>x</td></tr></table>',
      '| A            | B |\n| ------------ | - |\n| One.<br>Two. | x |',
    ],
    [
      'lists and a heading',
      '<table><tr><th>A</th><th>B</th></tr><tr><td>Of:<ul><li>a</li><li>b</li></ul>so</td><td><h4>H</h4><ol><li>c</li></ol></td></tr></table>',
      '| A                       | B             |\n| ----------------------- | ------------- |\n| Of:<br>• a<br>• b<br>so | **H**<br>1. c |',
    ],
    [
      'lines',
      '<table><tr><td><br>One<br>two <br></td><td>x</td></tr><tr><td>a</td><td>b</td></tr></table>',
      '|            |   |\n| ---------- | - |\n| One<br>two | x |\n| a          | b |',
    ],
    [
      'words alone, be it one row',
      '<table><tr><td>2001</td><td>3 boats</td></tr></table>',
      '|      |         |\n| ---- | ------- |\n| 2001 | 3 boats |',
    ],
  ])('the cells of a table keep what stands apart in them: %s', (_, html, expected) => {
    expect(markdownOf(html)).toBe(expected);
  });

  it.each([
    ['css', '<pre lang="css">a</pre>'],
    ['java', '<pre class="brush:java; gutter:false">a</pre>'],
    ['python', '<pre data-code-block-mode="2" data-code-block-lang="python">a</pre>'],
    [
      'sh',
      '<div class="language-sh highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a</code></pre></div></div>',
    ],
    ['shell', '<div class="highlight highlight-source-shell"><pre>a</pre></div>'],
    ['', '<pre lang="en-US">a</pre>'],
  ])('has code in the language "%s" of %s', (language, html) => {
    expect(markdownOf(html)).toBe(`\`\`\`${language}\na\n\`\`\``);
  });
});
