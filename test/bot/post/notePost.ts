import type { Named } from '#journal/address/names.ts';
import { type ChannelMessage, channelPost } from '../../../bot/post/channelPost.ts';
import { sampleEntry } from '../../journal/sample.ts';

const pictures = new Set(Array.from({ length: 12 }, (_, number) => `notes/p${number}.jpg`));
const filesBeside = new Set(['notes/a.mp3']);
const context = {
  headingIds: 'scrollback' as const,
  words: { language: 'en', site: {} },
  siteUrl: 'https://sample.example',
  formerly: [],
  medium: (file: string) =>
    pictures.has(file) ? { type: 'photo' as const, picture: { file, digest: file } } : undefined,
  pathOf: (file: string) => (file === 'articles/other.md' ? '/2026/other/' : undefined),
  hasFile: (file: string) => pictures.has(file) || filesBeside.has(file),
  find: (name: string): Named =>
    name === 'The leak' ? { is: 'found', path: '/2026/leak/' } : { is: 'wanted' },
};

/** The messages of a note with this body, whose pictures are `p0.jpg` to `p11.jpg`. */
export const note = (body: string, matter = ''): ChannelMessage[] =>
  channelPost(sampleEntry('notes/a.md', `date: 2026-01-02\n${matter}`, body), context);
