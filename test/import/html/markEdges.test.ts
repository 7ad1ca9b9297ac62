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
  ['a <del> b</del>', 'a ~~b~~'],
  ['<i>a <code> b </code></i>', '*a `b`*'],
  ['<a href="/x"><b> a </b></a> b', '[**a**](/x) b'],
  ['<dl><dt></dt></dl><p>One</p>', 'One'],
  ['<dl><dt></dt><dd>One</dd></dl>', '- One'],
  ['<pre>\n   \n  a\n b\n</pre>', '```\n  a\n b\n```'],
])('%j is %j, with no sign that nobody typed', (html, markdown) => {
  expect(htmlToMarkdown(html, new Notes())).toBe(markdown);
});
