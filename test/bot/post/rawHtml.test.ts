import { expect, it } from 'vitest';
import { noteWithMedia as post } from './notePost.ts';
import { shownInChannel } from './shownInChannel.ts';

const shown = shownInChannel();

it.each([
  [
    'a link with its address',
    'Go <a href="../articles/other.md#h">here</a> now.',
    'Go here now. | text_link https://sample.example/2026/other/#h[here]',
  ],
  [
    'a quotation that begins within a bold cell',
    '<table><tr><td><ul><li><blockquote><hr>\nword',
    '• • * * *\n\nword | bold[• ] | blockquote[* * *\n\nword] | bold[* * *] | bold[word]',
  ],
  [
    'a quotation that ends with the code in which it begins',
    '<code>word<b><blockquote>said',
    'wordsaid | code[word] | code[said] | blockquote[said]',
  ],
  [
    'a quotation within a link',
    '<a href="https://e.org/">word<i><blockquote>said',
    'wordsaid | text_link https://e.org/[word] | text_link https://e.org/[said] | italic[said] | blockquote[said]',
  ],
  [
    'a quotation in the middle of code',
    '<code>word<blockquote>said</blockquote>more</code>',
    'word\n\nsaid\n\nmore | code[word] | code[said] | blockquote[said] | code[more]',
  ],
  ['an anchor as its words', 'a <a name="x">b</a>', 'a b'],
  [
    'what never was an element, or is none any more',
    'git <command> in <content>an <element> of <menuitem>x',
    'git in an of x',
  ],
  [
    'what a page embeds as a link, or as what stands within',
    '<object data="a.mp3" title="T"></object> <object data="a.mp3">within</object>',
    'T within | text_link https://sample.example/notes/a/[T]',
  ],
  [
    'styles',
    '<b>B</b> <strong>S</strong> <i>I</i> <em>E</em> <u>U</u> <ins>N</ins> <s>T</s> <del>D</del>',
    'B S I E U N T D | bold[B] | bold[S] | italic[I] | italic[E] | underline[U] | underline[N] | strikethrough[T] | strikethrough[D]',
  ],
  [
    'what Telegram has no style for as what comes nearest',
    '<mark>M</mark> <kbd>K</kbd> <code>c()</code> <q>Q</q> <var>v</var>',
    'M K c() “Q” v | bold[M] | code[K] | code[c()] | italic[v]',
  ],
  [
    'raised and lowered text',
    'H<sub>2</sub>O x<sup>2</sup> 1<sup>st</sup> x<sup>2N</sup>',
    'H₂O x² 1ˢᵗ x^(2N)',
  ],
  [
    'a style around Markdown',
    'a <b>*x* [y](/z/)</b> c',
    'a x y c | bold[x y] | italic[x] | text_link https://sample.example/z/[y]',
  ],
  [
    'a style that nothing closes up to the end of its block',
    '<b>a *b*\n\nc',
    'a b\n\nc | bold[a b] | italic[b]',
  ],
  ['Markdown between tags', '<div>\n\n**a** b\n\n</div>\n\nc', 'a b\n\nc | bold[a]'],
  [
    'a link around blocks',
    '<a href="/x/">\n\n**a**\n\nb\n\n</a>',
    'a\n\nb | text_link https://sample.example/x/[a] | bold[a] | text_link https://sample.example/x/[b]',
  ],
  ['blocks apart', '<p>one</p><p>two</p><div>a</div><div>b</div>', 'one\n\ntwo\n\na\n\nb'],
  ['a block within a line', 'a <div>b</div> c', 'a\n\nb\n\nc'],
  ['line breaks and rules', 'a<br>b<br/>c\n<hr>', 'a\nb\nc\n\n* * *'],
  ['characters by name', '<p>Caf&eacute; &mdash; &#8212; &euro;5 &lt;b&gt;</p>', 'Café — — €5 <b>'],
  ['white space as a browser has it', '<p>a\n   b <b> c</b>\n</p>', 'a b c | bold[c]'],
  [
    'code with its indent and its language',
    '<pre><code class="language-ts">a\n\n  b</code></pre>',
    'a\n\n  b | pre ts[a\n\n  b]',
  ],
  ['lists', '<ul><li>a<li>b<ol start="3"><li>c</ol></ul>', '• a\n• b\n  3. c'],
  ['a list of terms', '<dl><dt>T</dt><dd>D</dd></dl>', '• T\nD | bold[T]'],
  ['a table', '<table><tr><th>H<th>I<tr><td>a<td>b</table>', 'H  I\na  b | pre [H  I\na  b]'],
  [
    'a table without a head, with its caption',
    '<table><caption>C</caption><tr><td>a</td><td>b</td></tr></table>',
    'C\n\na  b | pre [a  b]',
  ],
  [
    'HTML in the cells of a table',
    '| a | b |\n|---|---|\n| x<br>y | <i>z</i> |',
    '• x\ny\n  b: z | bold[x\ny] | italic[z]',
  ],
  [
    'a quotation',
    '<blockquote><p>Said</p><p>twice</p></blockquote>',
    'Said\n\ntwice | blockquote[Said\n\ntwice]',
  ],
  [
    'a quotation that is no callout',
    '<blockquote>[!NOTE] a</blockquote>',
    '[!NOTE] a | blockquote[[!NOTE] a]',
  ],
  [
    'what can be unfolded',
    '<details><summary>S</summary>\n\na **b**\n\n</details>\n\nc',
    'S\n\na b\n\nc | bold[S] | expandable_blockquote[a b] | bold[b]',
  ],
  ['what is unfolded', '<details open><summary>S</summary>a</details>', 'S\n\na | bold[S]'],
  [
    'what is hidden as nothing',
    '<p hidden>a</p><template>b</template><noscript>c</noscript>d',
    'd',
  ],
  [
    'comments, scripts and styles as nothing',
    '<!-- a -->b <!-- c --> d\n\n<script>e</script>\n\n<style>f</style>',
    'b d',
  ],
  ['a heading', '<h2>a <i>b</i></h2>c', 'a b\n\nc | bold[a b] | italic[b]'],
  ['small writing above', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '漢(かん)'],
  [
    'a video elsewhere as the link that the page has',
    '<iframe src="https://www.youtube.com/embed/abc" title="T"></iframe>',
    'T (Video at youtube.com) | text_link https://www.youtube.com/watch?v=abc[T (Video at youtube.com)]',
  ],
  [
    'a sound as a link to the page',
    '<audio src="a.mp3"></audio>',
    'Audio | text_link https://sample.example/notes/a/[Audio]',
  ],
  [
    'a picture elsewhere as a link',
    '<img src="https://x.example/p.png" alt="there">',
    'there | text_link https://x.example/p.png[there]',
  ],
  ['Markdown in code as its words', 'a <code>b *c*</code>', 'a b c | code[b c]'],
  ['text that a tag without an end would swallow', '<div class="x\n\na *b*', 'a b | italic[b]'],
  ['a text field with its words', '<textarea>a *b*', 'a *b*'],
])('raw HTML stands in the channel as on the page: %s', async (_, body, telegram) => {
  expect(await shown(post(body))).toEqual([telegram]);
});

it.each([
  ['<img src="p.jpg" alt="A">', 'photo', ''],
  ['a <img src="p.jpg" alt="A"> b', 'photo', 'a b'],
  ['<picture><source srcset="x.webp"><img src="p.jpg" alt="A"></picture>', 'photo', ''],
  ['<figure><img src="p.jpg" alt="A"><figcaption>C</figcaption></figure>', 'photo', 'C'],
  ['<center>\n\n![A](p.jpg)\n\n</center>', 'photo', ''],
  ['<video src="c.mp4" controls></video>', 'video', ''],
  ['<video controls><source src="c.mp4">No film.</video>\n\na', 'video', 'a'],
])('pictures and films of %s go to the post: a %s', async (body, type, text) => {
  const messages = post(body);
  expect(messages.map((message) => message.type)).toEqual([type]);
  const link = 'https://sample.example/notes/a/';
  expect(messages[0]?.text).toBe(text === '' ? link : `${text}\n\n${link}`);
});
