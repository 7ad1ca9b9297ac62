import { describe, expect, it } from 'vitest';
import { imported } from '../imported.ts';

describe('a folder with collections', () => {
  const config = `url: https://old.example
permalink: /:categories/:title/
collections:
  recipes: {output: true, permalink: "/r/:path/"}
  talks: {output: true}
  people: {}
include: [.htaccess, _pages/]
defaults:
  - {scope: {path: _posts/kitchen, type: posts}, values: {category: food, author: bo}}
  - {scope: {path: "", type: post}, values: {author: ana}}
  - {scope: {path: ""}, values: {author: cy}}
  - {scope: {path: "", type: pages}, values: {permalink: "/:path/at-:basename:output_ext"}}
`;
  const site = {
    '_config.yml': config,
    '_posts/2010-05-05-a.md': '---\ntitle: A\n---\n[Soup]({% link _recipes/warm/soup.md %})\n',
    '_posts/kitchen/2010-05-06-b.md': '---\ntitle: B\n---\nB.\n',
    '_posts/kitchen/2010-05-07-c.md': '---\ntitle: C\ncategory: own\nauthor: ana\n---\nC.\n',
    '_recipes/warm/soup.md': '---\ntitle: Soup\n---\nBoil.\n',
    '_talks/first.md': '---\ntitle: First\ndate: 2011-02-03\n---\nGood evening.\n',
    '_talks/old/index.md': '---\ntitle: Old talks\n---\nAll of them.\n',
    '_talks/old/tea.md': '---\ntitle: On tea\ndate: 2010-02-03\n---\nTea.\n',
    '_people/ana.md': '---\nname: Ana\n---\nWho she is.\n',
    '_drafts/d.md': '---\ntitle: D\ndate: 2010-06-01\n---\nD.\n',
    '_pages/us.md': '---\ntitle: Us\npermalink: /who/\n---\nWe.\n',
    'shop/open.md': '---\ntitle: Open\n---\nAt nine.\n',
  };

  it('has their texts, with what the settings say for them', async () => {
    const { files, line } = await imported(site);
    expect(files['pages/warm-soup.md']).toContain('aliases:\n  - /r/warm/soup/\n');
    expect(files['articles/2010/a.md']).toContain('[Soup](../../pages/warm-soup.md)');
    expect(files['articles/2011/first.md']).toContain('aliases:\n  - /talks/first.html\n');
    expect(line('_people/ana.md')).toMatchObject({ outcome: 'left' });
    expect(files['articles/2010/a.md']).toContain('authors:\n  - ana\n');
    expect(files['articles/2010/d.md']).toContain('authors:\n  - ana\n');
  });

  it.each([
    ['pages/old.md', '/talks/old/'],
    ['articles/2010/tea.md', '/talks/old/tea.html'],
    ['pages/us.md', '/who/'],
    ['pages/shop-open.md', '/shop/at-open.html'],
  ])('has them at the addresses that they had: %s', async (file, address) => {
    const { files } = await imported(site);
    expect(files[file]).toContain(`aliases:\n  - ${address}\n`);
  });

  it.each([
    ['articles/2010/b.md', 'food', 'bo'],
    ['articles/2010/c.md', 'own', 'ana'],
  ])('has the facts of the nearest, and its own before: %s', async (file, category, author) => {
    const { files } = await imported(site);
    const text = files[file] ?? '';
    expect(text).toContain(`tags:\n  - ${category}\n`);
    expect(text).toContain(`/${category}/${file.slice(-4, -3)}/\n`);
    expect(text).toContain(`authors:\n  - ${author}\n`);
  });
});
