import { expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/import/html/convert.ts';
import { Notes } from '../../../src/import/item/notes.ts';

it.each([
  ['blocks:<em> Para, stop.</em> On', 'blocks: *Para, stop.* On'],
  ['one <b>two </b>three', 'one **two** three'],
  ['<i>Right, </i>and', '*Right,* and'],
  ['<strong>bold<strong> text.</strong></strong>', '**bold text.**'],
  ['<b>a <i>b </i></b>c', '**a _b_** c'],
  ['a<b> </b>b <i></i>c', 'a b c'],
  ['<b><br>One</b><br>two', '**One**\\\ntwo'],
  ['<p><b>One<br></b></p><p>Two</p>', '**One**\n\nTwo'],
  ['<b><p>one</p><p>two <br></p></b>', '**one**\n\n**two**'],
  ['<i>a<p>b</p><ul><li>c</li></ul><pre>d</pre></i>e', '*a*\n\n*b*\n\n- *c*\n\n```\nd\n```\n\ne'],
  ['a <del> b</del>', 'a ~~b~~'],
  ['<i>a <code> b </code></i>', '*a `b`*'],
  ['<a href="/x"><b> a </b></a> b', '[**a**](/x) b'],
  ['<dl><dt></dt></dl><p>One</p>', 'One'],
  ['<dl><dt></dt><dd>One</dd></dl>', '- One'],
  ['<pre>\n   \n  a\n b\n</pre>', '```\n  a\n b\n```'],
])('%j is %j, with no sign that nobody typed', (html, markdown) => {
  expect(htmlToMarkdown(html, new Notes())).toBe(markdown);
});

it.each([
  ['<h2 id="h-words">My words</h2>', '## My words {#h-words}'],
  ['<h2 id="my-words">My words</h2>', '## My words'],
  ['<h2><a name="Own_id"></a>My <b>words </b></h2>', '## My **words** {#Own_id}'],
  ['<h2><a id="b1" href="#b1">#</a> Words</h2>', '## [#](#b1) Words {#b1}'],
  ['<h2 id="a">One</h2><h3 id="a">Two</h3>', '## One {#a}\n\n### Two'],
  ['<h3 name="9f3c" id="9f3c">Words</h3>', '### Words'],
  ['<h2 id="__a b">Words</h2>', '## Words'],
  ['<h2 id="x"></h2><p>Words</p>', 'Words'],
])('the heading %j has the id by which others know it', (html, markdown) => {
  expect(htmlToMarkdown(html, new Notes())).toBe(markdown);
});
