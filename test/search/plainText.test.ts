import { describe, expect, it } from 'vitest';
import { insideOf, plainText } from '../../src/search/plainText.ts';

describe('the plain text of', () => {
  it.each([
    ['nothing that is hidden', '<p>a<span hidden>b</span><b>c</b></p><div hidden>d</div>', 'ac'],
    ['blocks', '<p>One</p><p>two</p><ul><li>three</li></ul>', 'One\ntwo\nthree'],
    ['marks within a word', '<p>un<em>believ</em>able<br>yes</p>', 'unbelievable\nyes'],
    [
      'a picture',
      '<figure><img src="a>b.png" alt="a &quot;b&quot;"><figcaption>c</figcaption></figure>',
      'a "b"\nc',
    ],
    ['references', '<p>a &amp;lt; b&#39;s &#x26;&nbsp;c &unknown;</p>', "a &lt; b's & c &unknown;"],
    [
      'a note',
      '<p>Word<sup><a href="#n" id="r" data-footnote-ref>1</a></sup>.</p><section data-footnotes><h2 class="sr-only">Footnotes</h2><ol><li><p>Why <a href="#r" data-footnote-backref>↩<sup>2</sup></a></p></li></ol></section>',
      'Word.\nWhy',
    ],
    [
      'what nobody reads',
      '<style>p{}</style><!-- <p>no</p> --><p>yes</p><script>1 < 2</script>',
      'yes',
    ],
    [
      'mathematics',
      '<math><semantics><mi>x</mi><mo>=</mo><mn>1</mn><annotation>x=1</annotation></semantics></math>',
      'x=1',
    ],
    ['a table', '<table><tr><th>a</th><td>b</td></tr></table>', 'a\nb'],
    [
      'signs that are spelled out, in names of any case',
      '<P>a<IMG Alt="b &amp; c"><B CLASS="x sr&#45;only">d</B><label class="spoiler"><i>e</i></label><!-- f -->g',
      'a b & c ▒▒▒g',
    ],
    ['a lone sign', '<p>1 < 2</p>', '1 < 2'],
    ['nothing', '', ''],
  ])('%s', (_, html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

it.each([
  ['<div class="x e-content"><div>a</div><p>b</p></div><div>c</div>', '<div>a</div><p>b</p>'],
  ['<p title="<div class=\'e-content\'>">a</p>', ''],
])('the inside of an element: %s', (html, inside) => {
  expect(insideOf(html, 'e-content')).toBe(inside);
});
