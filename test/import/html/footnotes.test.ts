import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/import/html/convert.ts';
import { Notes } from '../../../src/import/item/notes.ts';

const markdownOf = (html: string) => htmlToMarkdown(html, new Notes());

const expected = `It left.[^1] It came.[^2]

[^1]: I was *there*.

[^2]: So was Ana.`;

const makes: Readonly<Record<string, string>> = {
  'kramdown, Hugo, PHP Markdown': `<p>It left.<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup> It came.<sup id="fnref:2"><a href="#fn:2" class="footnote">2</a></sup></p>
<div class="footnotes" role="doc-endnotes"><hr><ol>
<li id="fn:1" role="doc-endnote"><p>I was <em>there</em>.&#160;<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;&#xfe0e;</a></p></li>
<li id="fn:2"><p>So was Ana. <a href="#fnref:2" class="reversefootnote">&#8617;</a></p></li></ol></div>`,
  Pandoc: `<p>It left.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> It came.<a href="#fn2" class="footnote-ref" id="fnref2"><sup>2</sup></a></p>
<section class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>I was <em>there</em>.<a href="#fnref1" class="footnote-back">↩︎</a></p></li><li id="fn2"><p>So was Ana.<a href="#fnref2" class="footnote-back">↩︎</a></p></li></ol></section>`,
  'Word, and Blogger after it': `<p>It left.<a href="http://ana.blogspot.com/2010/05/x.html#_ftn1" name="_ftnref1" style="mso-footnote-id: ftn1;" title=""><span class="MsoFootnoteReference">[1]</span></a> It came.<a href="#_ftn2" name="_ftnref2">[2]</a></p>
<div><br clear="all"><hr align="left" size="1" width="33%"><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1" title="">[1]</a> I was <i>there</i>.</p></div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> So was Ana.</p></div></div>`,
  "anchors of one's own at Blogger": `It left.<sup><a href="#n1" name="r1">1</a></sup> It came.<sup><a href="#n2" name="r2">2</a></sup><br><br><b>Notes</b><br><div><a name="n1"></a>1. I was <i>there</i>. <a href="#r1">back</a></div><div><a name="n2"></a>2. So was Ana. <a href="#r2">back</a></div>`,
  Substack: `<p>It left.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a> It came.<a class="footnote-anchor" id="footnote-anchor-2" href="#footnote-2">2</a></p>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>I was <em>there</em>.</p></div></div>
<div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a><div class="footnote-content"><p>So was Ana.</p></div></div>`,
  'the footnotes block of WordPress': `<p>It left.<sup data-fn="8a" class="fn"><a href="#8a" id="8a-link">1</a></sup> It came.<sup data-fn="9b" class="fn"><a href="#9b" id="9b-link">2</a></sup></p>
<ol class="wp-block-footnotes"><li id="8a">I was <em>there</em>. <a href="#8a-link" aria-label="Jump to footnote reference 1">↩︎</a></li><li id="9b">So was Ana. <a href="#9b-link">↩︎</a></li></ol>`,
  'Easy Footnotes of WordPress': `<p>It left.<span id="easy-footnote-1-12" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-1-12" title="I was there."><sup>1</sup></a></span> It came.<span id="easy-footnote-2-12" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-2-12" title="So was Ana."><sup>2</sup></a></span></p>
<div class="easy-footnote-title"><h4>Notes</h4></div><ol class="easy-footnotes-wrapper"><li class="easy-footnote-single" id="easy-footnote-bottom-1-12">I was <em>there</em>.<a class="easy-footnote-to-top" href="#easy-footnote-1-12"></a></li><li class="easy-footnote-single" id="easy-footnote-bottom-2-12">So was Ana.<a class="easy-footnote-to-top" href="#easy-footnote-2-12"></a></li></ol>`,
  'notes in the text': `<p>It left.<inline-footnote>I was <em>there</em>.</inline-footnote> It came.<inline-footnote>So was Ana.</inline-footnote></p>`,
  'Medium: superscript signs': `<p>It left.¹ It came.²</p><p>Notes</p><p>¹ I was <em>there</em>.</p><p>² So was Ana.</p>`,
  'Medium: superscript signs, with notes in italics': `<p>It left.¹ It came.²</p><p><em>¹ </em>I was <em>there</em>.</p><p><b>²</b> So was Ana.</p>`,
  'marks with spaces around them': `<p>It left. <sup><a href="#fn1">1</a></sup> It came. [2]</p><p>[2] So was Ana.</p><ol><li id="fn1">I was <em>there</em>.</li></ol>`,
  'Modern Footnotes, as shown': `<p>It left.<sup class="modern-footnotes-footnote " data-mfn="1"><a href="javascript:void(0)">1</a></sup><span class="modern-footnotes-footnote__note">I was <em>there</em>.</span> It came.<sup class="footnote_plugin_tooltip_text">[2]</sup><span class="footnote_tooltip">So was Ana.</span></p>`,
  'notes in a box that a rule parts from the text': `<div><p>It left.<a href="#n1">[1]</a> It came.<a href="#n2">[2]</a></p><hr><div id="n1">[1] I was <em>there</em>.</div><div id="n2">[2] So was Ana.</div></div><p></p>`,
  'typed in brackets, with a list of notes': `<p>It left.[1] It came.[2]</p><h3>Notes</h3><ol><li>I was <em>there</em>.</li><li>So was Ana.</li></ol>`,
  'raised numbers, with a list of notes': `<p>It left.<sup>1</sup> It came.<sup>2</sup></p><p><b>Notes</b></p><ol><li>I was <em>there</em>.</li><li>So was Ana.</li></ol>`,
  'typed in brackets': `<p>It left.[1] It came.[2]</p><hr><p>[1] I was <em>there</em>.</p><p>[2] So was Ana.</p>`,
  'typed in brackets, on lines of one paragraph': `<p>It left.[1] It came.[2]</p><p>[1] I was <em>there</em>.<br>[2] So was Ana.</p>`,
  'raised numbers without links': `<p>It left.<sup>1</sup> It came.<sup>2</sup></p><h3>Footnotes</h3><p><sup>1</sup> I was <em>there</em>.</p><p><sup>2</sup> So was Ana.</p>`,
};

describe('footnotes of the make', () => {
  it.each(Object.entries(makes))('%s become [^1]', (_, html) => {
    const markdown = markdownOf(html).replace(/\n\n(?:\*\*)?Notes(?:\*\*)?(?=\n)/, '');
    expect(markdown).toBe(expected);
  });
});

it.each([
  [
    '<p>See <a href="#s2">2</a>.</p><h2 id="s2">Second</h2><p>Words.</p>',
    'See [2](#s2).\n\n## Second {#s2}\n\nWords.',
  ],
  [
    '<p>An area of 5 m² is small.</p><p>¹ A note that nothing refers to.</p>',
    'An area of 5 m² is small.\n\n¹ A note that nothing refers to.',
  ],
  [
    '<p>It left.[1]</p><h3>Notes</h3><ol><li>I was there.</li><li>So was Ana.</li></ol>',
    'It left.\\[1]\n\n### Notes\n\n1. I was there.\n2. So was Ana.',
  ],
  ['<p>The array a[1] in words.</p>', 'The array a\\[1] in words.'],
  ['<pre>x[1]</pre><p>[1] of x</p>', '```\nx[1]\n```\n\n\\[1] of x'],
])('what only looks like a footnote stays: %s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

it('a note of several paragraphs and one that is referred to twice are whole', () => {
  const html = `<p>A.<sup id="fnref:1"><a href="#fn:1">1</a></sup> B.<sup id="fnref1:1"><a href="#fn:1">1</a></sup></p>
<div class="footnotes"><ol><li id="fn:1"><p>One.</p><pre><code>two</code></pre><p>Three. <a href="#fnref:1">↩</a> <a href="#fnref1:1">↩<sup>2</sup></a></p></li></ol></div>`;
  expect(markdownOf(html)).toBe(
    'A.[^1] B.[^1]\n\n[^1]: One.\n\n    ```\n    two\n    ```\n\n    Three.',
  );
});

it('stars at the foot of a text are a note', () => {
  expect(markdownOf('<p>It left on time*, as ever.</p><p>* By its own clock.</p>')).toBe(
    'It left on time[^1], as ever.\n\n[^1]: By its own clock.',
  );
});
