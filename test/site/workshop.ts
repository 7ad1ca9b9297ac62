import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../load/temporary.ts';
import { plainPicture } from '../plainPicture.ts';
import { type DevServer, startDevServer } from './devServer.ts';

/** A journal whose site.yaml is wrong at first, and its dev server. */
export interface Workshop extends DevServer {
  readonly content: string;
  /** A site.yaml that is right. */
  readonly site: string;
  /** What stands before each path of the journal on its host. */
  readonly base: string;
  /** Where the dev server has the journal. */
  readonly home: string;
}

/** Were they followed, no page would ever answer. */
const linksInCircles = [
  ['.', 'notes/self'],
  ['..', 'notes/up'],
  ['../..', 'notes/out'],
  ['../articles', 'notes/articles'],
  ['../notes', 'articles/notes'],
  ['loop', 'notes/loop'],
] as const;

/** Starts the dev server of one that is at this address. */
export async function startWorkshop(url: string): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-dev-'));
  const content = join(folder, 'content');
  await writeFiles(content, {
    'site.yaml': `url: ${url}\ntimeZone: Tokyo\n`,
    'redirects.yaml': '/rss/: /feed.xml\n',
    'articles/fair.md': '---\ntitle: Fair copy\ndate: 2026-01-02\n---\n\nFair.\n',
    'articles/rough.md': '---\ntitle: Rough\ndate: 2026-01-03\ndraft: true\n---\n\nHalf[^1]\n',
    'notes/a.md': '---\ndate: 2026-01-02\naliases: /old.html\n---\n\n[B](/) ![p](p.png)\n',
    'notes/p.png': await plainPicture('png', '#2a6', 3, 2),
    'notes/soon.md': '---\ndate: 2026-06-01T08:30:00+09:00\n---\n\nSoon.\n',
    'pages/about.md': '---\ntitle: About\ndraft: true\n---\n\nMe.\n',
  });
  for (const [to, name] of linksInCircles) await symlink(to, join(content, name));
  const now = '2026-05-31T12:00:00Z';
  const server = await startDevServer({ content, folder: join(folder, 'dev'), now });
  const base = new URL(url).pathname;
  return {
    ...server,
    content,
    site: `title: Workshop\nurl: ${url}\ntimeZone: Asia/Tokyo\n`,
    base,
    home: server.origin + base,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
