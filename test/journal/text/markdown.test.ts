import { expect, it } from 'vitest';
import { plainWords } from '#journal/text/markdown.ts';

it.each([
  ['In *order*, with `code` & <b>more</b>', 'In order, with code & more'],
  ['[A link](/a/) to [[About|us]]', 'A link to us'],
  ['![a picture](a.png) &amp; 1 < 2', 'a picture & 1 < 2'],
  ['Bread\\\nMilk  \nTea<br>Jam<br/>Ham', 'Bread Milk Tea Jam Ham'],
  ['- One\n- Two\n\n> Three\n\nFour', 'One Two Three Four'],
  ['| A | B |\n| - | - |\n| C | D |', 'A B C D'],
  ['Soft\nbreak, 第一\n第二, 한국\n말', 'Soft break, 第一第二, 한국 말'],
  ['第一\\\n第二', '第一 第二'],
  ['one![two](a.png)three (![four](a.png)).', 'one two three (four).'],
  ['un<b>broken</b> wo<wbr>rd, a<img src="x">b<p>c', 'unbroken word, a b c'],
  ['', ''],
])('the words of %j are %j', (markdown, words) => {
  expect(plainWords(markdown)).toBe(words);
});
