import { expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/import/html/convert.ts';
import { Notes } from '../../../src/import/item/notes.ts';
import { loadFolder } from '../../load/content.ts';
import { imported } from '../imported.ts';

it.each([
  ['a name before words', '<p><a name="p1"></a>Text</p>', '<a id="p1"></a>Text'],
  ['a name by itself', '<a name="p1"></a><br><br>Text', '<a id="p1"></a>\n\nText'],
  ['a paragraph with an id', '<p id="p1">Text</p>', '<a id="p1"></a>Text'],
  ['an item of a list', '<ul><li id="p1">Text</li></ul>', '- <a id="p1"></a>Text'],
  ['a box', '<div id="p1"><div><p>Text</p></div></div>', '<a id="p1"></a>Text'],
  ['a link', '<p><a name="p1" href="/x/">X</a></p>', '<a id="p1"></a>[X](/x/)'],
  ['code', '<pre id="p1">Text</pre>', '<a id="p1"></a>\n\n```\nText\n```'],
  [
    'a figure',
    '<figure id="p1"><img src="a.png" alt="A"></figure>',
    '<a id="p1"></a>\n\n![A](a.png)',
  ],
  ['a heading, which has it itself', '<h2><a name="p1"></a>Text</h2>', '## Text {#p1}'],
  ['a heading in a box', '<div id="p1"><h2>Text</h2></div>', '## Text {#p1}'],
  ['a heading that has that id anyway', '<a name="p1"><h2>P1</h2></a>', '## P1'],
])('where a link of the text leads stays a place: %s', (_, html, markdown) => {
  const link = '<p><a href="#p1">there</a></p>';
  expect(htmlToMarkdown(link + html, new Notes())).toBe(`[there](#p1)\n\n${markdown}`);
});

it('a place whose name is encoded in the link is that place', () => {
  const html = '<p><a href="#%C3%A9t%C3%A9">there</a></p><p id="été">Text</p>';
  expect(htmlToMarkdown(html, new Notes())).toBe('[there](#%C3%A9t%C3%A9)\n\n<a id="été"></a>Text');
});

it('places to which nothing leads, and those of footnotes, leave no mark', () => {
  const text = '<p id="a">Text<sup><a href="#fn1" id="r1">1</a></sup> <a name="more"></a></p>';
  const note = '<p id="fn1">1. Note <a href="#r1">back</a></p>';
  expect(htmlToMarkdown(text + note, new Notes())).toBe('Text[^1]\n\n[^1]: Note');
});

it('an imported list of questions has links that lead to their answers', async () => {
  const { root } = await imported({
    '_posts/2003-01-02-faq.html':
      '---\ntitle: FAQ\n---\n<ul><li><a href="#q_1">Why?</a><li><a href="#q2">How?</a></ul><a name="q_1"></a><b>Why?</b><br>So.<p><a name=q2><b>How?</b></a> Thus.',
  });
  const { faults } = await loadFolder(root);
  expect(faults).toEqual([]);
});
