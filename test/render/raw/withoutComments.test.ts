import { expect, it } from 'vitest';
import { withoutComments } from '../../../src/render/raw/withoutComments.ts';
import { render } from '../sample.ts';

it.each([
  ['a <!-- b --> c', 'a  c'],
  ['a<!-->b<!--->c<!-- d --!>e', 'abce'],
  ['<!-- a\n\n<p>b</p>\n-->\nc', '\nc'],
  ['<a title="<!-- b -->">c</a>', '<a title="<!-- b -->">c</a>'],
  ['<textarea><!-- a --></textarea><!-- b -->', '<textarea><!-- a --></textarea>'],
  ['<p>no comment</p>', '<p>no comment</p>'],
])('of %j there is %j without comments', (html, without) => {
  expect(withoutComments(html)).toBe(without);
});

it.each([
  'Before <!-- secret --> after.',
  'Before\n\n<!--\nsecret\n\n- secret\n-->\n\nafter.',
  '<div>\nBefore <!-- secret -->\n\nafter.\n\n</div>',
])('nobody finds in the page what a comment of the text says: %j', (body) => {
  const { html } = render(body);
  expect(html).toContain('Before');
  expect(html).toContain('after.');
  expect(html).not.toMatch(/secret|<!--/);
});

it('code shows comments', () => {
  expect(render('Before <b>x</b>\n\n```html\n<!-- shown -->\n```\n\n`<!-- too -->`').html).toMatch(
    /shown[\s\S]*too/,
  );
});
