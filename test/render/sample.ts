import { Names } from '#journal/address/names.ts';
import type { Entry } from '#journal/content/entry.ts';
import { formatFault } from '#journal/fault/fault.ts';
import type { DocumentContext, RenderedDocument } from '../../src/render/collect/document.ts';
import { renderDocument } from '../../src/render/render.ts';
import { sampleEntry } from '../journal/sample.ts';

/** Markdown files of the journal around a sample, each with its path. */
const paths: Readonly<Record<string, string>> = {
  'articles/other.md': '/2026/other/',
  'notes/größe.md': '/notes/größe/',
  'notes/a/index.md': '/notes/a/',
  'pages/about.md': '/about/',
};

/** Files beside them. */
const files = new Set([
  ...Object.keys(paths),
  'articles/photo.jpg',
  'articles/a b.pdf',
  'articles/clip.mp4',
  'articles/a voice.ogg',
  'notes/x.png',
]);

const documents = Object.entries(paths).map(([file, path]) => ({
  file,
  path,
  title: file === 'articles/other.md' ? 'The other one' : undefined,
}));
const names = new Names(documents, new Set(documents));

export const context: DocumentContext = {
  pathOf: (file) => paths[file],
  hasFile: (file) => files.has(file),
  find: (name) => names.find(name),
  headingIds: 'scrollback' as const,
  siteUrl: 'https://sample.example',
  formerly: [],
  language: 'en',
  smartPunctuation: true,
};

/** An article at /2026/sample/ whose body begins in line 6 of its file. */
export function article(body: string, file = 'articles/sample.md'): Entry {
  return sampleEntry(file, 'title: Sample\ndate: 2026-01-02', body);
}

/** That article, rendered. */
export function render(body: string, file?: string): RenderedDocument {
  return renderDocument(article(body, file), context);
}

/** What is wrong with that article's body, a line each. */
export function faults(body: string, file?: string): string[] {
  return render(body, file).facts.faults.map((fault) => formatFault(fault));
}
