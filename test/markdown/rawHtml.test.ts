import { expect, it } from 'vitest';
import { faults, render } from './sample.ts';

it.each([
  ['<img src="photo.jpg" alt="A">', '<img data-journal-image="articles/photo.jpg" alt="A" />'],
  [
    "<img alt='a > b' src='./photo.jpg'>",
    '<img data-journal-image="articles/photo.jpg" alt="a &gt; b" />',
  ],
  [
    '<IMG SRC=photo.jpg ALT="" title="T">',
    '<img data-journal-image="articles/photo.jpg" alt="" title="T" />',
  ],
  [
    '<img src="https://b.example/x.png" alt="A">',
    '<a class="remote-image" href="https://b.example/x.png">A</a>',
  ],
  ['<img src="/favicon.svg" alt="A">', '<img src="/favicon.svg" alt="A">'],
  ['<img src="data:image/png;base64,AA" alt="A">', '<img src="data:image/png;base64,AA" alt="A">'],
  ['<!-- <img src="nope.jpg"> -->', '<!-- <img src="nope.jpg"> -->'],
])('a picture in raw HTML goes the way of all pictures: %s', (source, html) => {
  const rendered = render(`<p>${source}</p>\n`.replace(/^<p>(<!--.*)<\/p>/, '$1'));
  expect(rendered.facts.faults).toEqual([]);
  expect(rendered.html).toContain(html);
});

it('raw HTML with a missing picture, no alt text or an id used twice is told with its line', () => {
  const body =
    '## Part\n\n<div id="a">\n<img src="nope.jpg">\n</div>\n\n<p id="a">b</p>\n\n<p id="part">c</p>\n';
  expect(faults(body)).toMatchInlineSnapshot(`
    [
      "articles/sample.md:9: the picture nope.jpg has no alt text; expected words that say what it shows; write alt="what it shows", or alt="" if it only decorates",
      "articles/sample.md:9: the picture nope.jpg is missing; expected the file articles/nope.jpg; put the file there, or correct the name",
      "articles/sample.md:12: the id "a" is there already; expected ids that are used once; give it another id",
      "articles/sample.md:14: the id "part" is there already; expected ids that are used once; give it another id",
    ]
  `);
});
