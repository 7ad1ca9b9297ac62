import { expect, it } from 'vitest';
import { loadBeside } from './content.ts';

/** What is wrong with a link to the page of an entry that has a shown comment, `a`, and a waiting one, `b`. */
async function faultsOfLink(url: string): Promise<string[]> {
  const comment = (id: string, status: string) =>
    `  - {id: ${id}, name: Ann, date: "2026-01-03T10:00:00Z", text: Words., status: ${status}}\n`;
  const { faults } = await loadBeside([], {
    'notes/a.md': '---\ndate: 2026-01-02\n---\n\nA.\n',
    'notes/b.md': `---\ndate: 2026-01-02\n---\n\n[a](${url})\n`,
    'comments/notes/a.yaml': `entry: /notes/a/\ncomments:\n${comment('a', 'shown')}${comment('b', 'waiting')}`,
  });
  return faults;
}

it.each(['a.md#comment--a', '/notes/a/#comments--all'])(
  'a link to what is shown of comments is no fault: %s',
  async (url) => {
    expect(await faultsOfLink(url)).toEqual([]);
  },
);

it('a link to a comment that is hidden is a fault, which does not name it otherwise', async () => {
  expect(await faultsOfLink('a.md#comment--b')).toEqual([
    'notes/b.md:5: a link to #comment--b of /notes/a/, which is not there; expected one of #comments--all, #comment--a; did you mean "comment--a"?',
  ]);
});
