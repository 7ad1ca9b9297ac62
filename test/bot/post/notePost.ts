import type { Named } from '#journal/address/names.ts';
import { type ChannelMessage, channelPost, type Medium } from '../../../bot/post/channelPost.ts';
import { sampleEntry } from '../../journal/sample.ts';

const pictures = new Set(Array.from({ length: 12 }, (_, number) => `notes/p${number}.jpg`));
const filesBeside = new Set(['notes/a.mp3']);

/** What posts of the sample journal are made with; none of its names leads anywhere, and no file lies beside it. */
export const bareContext = {
  headingIds: 'scrollback' as const,
  words: { language: 'en', site: {} },
  siteUrl: 'https://sample.example',
  formerly: [],
  medium: (_: string): Medium | undefined => undefined,
  pathOf: (_: string): string | undefined => undefined,
  hasFile: (_: string) => false,
  find: (_: string): Named => ({ is: 'wanted' }),
};

const context = {
  ...bareContext,
  medium: (file: string) =>
    pictures.has(file) ? { type: 'photo' as const, picture: { file, digest: file } } : undefined,
  pathOf: (file: string) => (file === 'articles/other.md' ? '/2026/other/' : undefined),
  hasFile: (file: string) => pictures.has(file) || filesBeside.has(file),
  find: (name: string): Named =>
    name === 'The leak' ? { is: 'found', path: '/2026/leak/' } : { is: 'wanted' },
};

const media: Readonly<Record<string, Medium['type']>> = {
  'notes/p.jpg': 'photo',
  'notes/q.jpg': 'photo',
  'notes/c.mp4': 'video',
};
const mediaContext = {
  ...context,
  medium: (file: string) => {
    const type = media[file];
    return type && { type, picture: { file, digest: file } };
  },
  hasFile: (file: string) => file in media || filesBeside.has(file),
};

/** The messages of a note with this body, beside which lie two pictures, `p.jpg` and `q.jpg`, and a film, `c.mp4`. */
export const noteWithMedia = (body: string): ChannelMessage[] =>
  channelPost(sampleEntry('notes/a.md', 'date: 2026-01-02', `${body}\n`), mediaContext);

/** The messages of a note with this body, whose pictures are `p0.jpg` to `p11.jpg`. */
export const note = (body: string, matter = ''): ChannelMessage[] =>
  channelPost(sampleEntry('notes/a.md', `date: 2026-01-02\n${matter}`, body), context);
