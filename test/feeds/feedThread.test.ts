import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { feedFormats } from '#journal/public/feedFormats.ts';
import type { BodySource } from '../../src/cache/keptBody.ts';
import { currentFeedMaker } from '../../src/feeds/feedMaker.ts';
import { beginFeeds, FeedThread } from '../../src/feeds/feedThread.ts';
import type { FeedView } from '../../src/feeds/feedView.ts';
import { feedFile } from '../../src/feeds/formats.ts';
import type { FeedItem } from '../../src/feeds/item.ts';
import { temporaryFolder } from '../load/temporary.ts';

const formats = feedFormats.map(({ file }) => file);

const item = (name: string, html: () => BodySource | Promise<BodySource>): FeedItem => ({
  id: `tag:sample.example,2026:${name}`,
  address: `https://sample.example/${name}/`,
  title: name === 'untitled' ? undefined : `The “${name}” one & more`,
  summary: name === 'untitled' ? '' : 'It’s short',
  linkText: 'Some words',
  before: '',
  after: '',
  body: { digest: name, html },
  recordings: [],
  image: undefined,
  published: Date.UTC(2026, 0, 2),
  updated: name === 'kept' ? Date.UTC(2026, 0, 3) : undefined,
  authors: [{ name: 'Ana', url: undefined }],
  tags: ['tea'],
  lang: undefined,
  elsewhere: undefined,
  inReplyTo: undefined,
});

const feed = (title: string, items: readonly FeedItem[]): FeedView => ({
  title,
  description: 'All of it',
  language: 'en',
  descriptionLanguage: undefined,
  id: 'https://sample.example/',
  address: 'https://sample.example/',
  self: {
    'feed.xml': 'https://sample.example/feed.xml',
    'atom.xml': 'https://sample.example/atom.xml',
    'feed.json': 'https://sample.example/feed.json',
  },
  authors: [],
  journal: { title: 'Sample', id: 'https://sample.example/' },
  items,
});

function started(): FeedThread {
  const thread = new FeedThread();
  onTestFinished(() => thread.end());
  return thread;
}

it('a thread makes of each feed the bytes that are made without it', async () => {
  const body = '<p>It’s <a href="/kept/">kept</a>.</p>';
  const folder = await temporaryFolder({ pack: `before${body}behind` });
  const descriptor = openSync(join(folder, 'pack'), 'r');
  onTestFinished(() => closeSync(descriptor));
  const length = Buffer.byteLength(body);
  const kept = item('kept', () => ({ descriptor, offset: 'before'.length, length }));
  const untitled = item('untitled', () => '<p>A <em>note</em>\u0007.</p>');
  const late = item('late', async () => '<p>From the bundler.</p>');
  const feeds = [feed('A', [kept, untitled]), feed('B', [untitled, late, kept]), feed('C', [])];
  const thread = started();
  const asked = feeds.flatMap((one) => formats.map((format) => [one, format] as const));
  const made = await Promise.all(asked.map(([one, format]) => thread.bytes(one, format)));
  const here = await Promise.all(asked.map(([one, format]) => feedFile(one, format)));
  expect(made.map((bytes) => bytes && Buffer.from(bytes).toString())).toEqual(
    here.map((bytes) => Buffer.from(bytes).toString()),
  );
  expect(Buffer.from(here[0] ?? '').toString()).toContain('https://sample.example/kept/');
});

it('what a thread made is gone when it is of no use any more, and nothing else', async () => {
  const thread = started();
  const made = await thread.bytes(feed('A', []), 'feed.json');
  const own = await feedFile(feed('A', []), 'feed.json');
  expect(made).toEqual(own);
  for (const bytes of [made, own]) thread.free(bytes);
  expect([made?.length, own.length]).toEqual([0, expect.any(Number)]);
  expect(own.length).toBeGreaterThan(0);
});

it('what a thread cannot make is left to whoever asks, and no other feed with it', async () => {
  const thread = started();
  const lost = item('lost', () => ({ descriptor: -1, offset: 0, length: 3 }));
  const failing = item('failing', () => Promise.reject(new Error('no such body')));
  const good = feed('Good', [item('good', () => '<p>Words.</p>')]);
  const made = await Promise.all(
    [feed('Lost', [lost]), feed('Failing', [failing]), good].map((one) =>
      thread.bytes(one, 'feed.json'),
    ),
  );
  expect(made.map((bytes) => bytes !== undefined)).toEqual([false, false, true]);
});

it('a thread that is ended leaves nothing to be made instead', async () => {
  const thread = started();
  const asked = thread.bytes(feed('A', []), 'feed.xml');
  const told = expect(asked).rejects.toThrow('ended');
  await thread.end();
  await told;
});

it('few feeds are made without a thread', async () => {
  expect(beginFeeds(20)).toBeUndefined();
  expect(currentFeedMaker()).toBeUndefined();
  const thread = beginFeeds(300);
  expect(currentFeedMaker()).toBe(thread);
  await thread?.end();
  expect(currentFeedMaker()).toBeUndefined();
});

it('the body of an item is made once for all formats, in however long a feed', async () => {
  let made = 0;
  const items = Array.from({ length: 400 }, (_, at) =>
    item(`item-${at}`, () => `<p>Body ${++made}.</p>`),
  );
  for (const format of formats) await feedFile(feed('Long', items), format);
  expect(made).toBe(items.length);
});
