import { expect, it } from 'vitest';
import { Entries } from '../../src/cache/entries.ts';
import { documentContext } from '../../src/load/documentContext.ts';
import type { LoadResult } from '../../src/load/loadJournal.ts';
import { renderInTwo } from '../../src/load/renderInTwo.ts';
import type { RenderedDocument, SourceDocument } from '../../src/render/collect/document.ts';
import { renderDocument } from '../../src/render/render.ts';
import { load, told } from './content.ts';

/** Enough texts for two threads, with links to each other, names, notes, signs in plain words, pictures that are missing, and an own page. */
function manyTexts(count: number): Record<string, string> {
  const entries = Array.from({ length: count }, (_, at) => {
    const next = (at + 1) % count;
    const wrong = at % 50 === 7 ? `\n\n![a](gone-${at}.jpg) [x](nowhere-${at}.md)` : '';
    const body = `"Text" ${at}[^1] of [the next](${next}.md#part) and [[Title ${next}]] [[Wanted ${at}]].\n\n## Part\n\n\`\`\`ts\nconst a = ${at};\n\`\`\`${wrong}\n\n[^1]: Note ${at}`;
    const tldr = at % 60 === 3 ? 'tldr: In *short*[^1]\n' : '';
    const marked = at % 40 === 5 ? 'summary: A [link](https://example.com)\n' : '';
    const head = `title: Title ${at}\ndate: 2026-01-02\n${tldr}${marked}`;
    return [`articles/${at}.md`, `---\n${head}---\n\n${body}\n`] as const;
  });
  return {
    ...Object.fromEntries(entries),
    'articles/faulty.md': '---\ntitle: Faulty\ndratf: true\n---\n\nText.\n',
    'pages/own.md': '---\ntitle: Own\n---\n\nA [link](../articles/1.md).\n',
  };
}

/** Each text as this thread renders it. */
function renderedHere({ loaded }: LoadResult) {
  const { journal, context } = loaded ?? expect.fail('the journal was not loaded');
  return new Map(
    [...journal.entries, ...journal.pages].map((document) => [
      document.file,
      renderDocument(document, context),
    ]),
  );
}

it('two threads give what one gives, faults in their order among it', async () => {
  const result = await load(manyTexts(450));
  const here = renderedHere(result);
  const { loaded } = result;
  const documents = loaded ? [...loaded.journal.entries, ...loaded.journal.pages] : [];
  expect(documents).toHaveLength(452);
  for (const document of documents) {
    const { html, facts } = here.get(document.file) ?? expect.fail(document.file);
    expect(loaded?.factsOf(document)).toEqual(facts);
    expect(loaded?.htmlOf(document)).toBe(html);
  }
  expect(told(result).filter((words) => words.includes('gone-'))).toHaveLength(9);
  expect(told(result).filter((words) => words.includes('the summary'))).toHaveLength(12);
});

/** Renders the texts of a journal in two threads, of which this one takes its time. */
async function slowly(surroundings: object) {
  const { loaded } = await load({ 'pages/own.md': '---\ntitle: Own\n---\n\nText.\n' });
  const entries = new Entries(undefined);
  const read = entries.reader();
  const site = loaded?.journal.site ?? expect.fail('the journal was not loaded');
  const tasks = Object.entries(manyTexts(100)).flatMap(([file, source]) => {
    const document = file.startsWith('articles/') && read({ file, source }, site).entry;
    const plain = document && entries.plain(document);
    return document && plain ? [{ document, plain }] : [];
  });
  let count = 0;
  const words = { language: 'en', site: {} };
  const context = { site, words, paths: new Map(), files: new Set<string>(), named: [], shown: 0 };
  const render = (document: SourceDocument) => {
    count++;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return renderDocument(document, documentContext(context));
  };
  const rendered = new Map<SourceDocument, RenderedDocument>();
  const take = (document: SourceDocument, made: RenderedDocument) => rendered.set(document, made);
  await renderInTwo(tasks, render, take, { ...context, ...surroundings });
  expect(tasks.map(({ document }) => rendered.get(document))).toEqual(
    tasks.map(({ document }) => renderDocument(document, documentContext(context))),
  );
  return { here: count, all: tasks.length };
}

it('what the other thread cannot do, this one does', async () => {
  const { here, all } = await slowly({ site: undefined });
  expect(here).toBe(all);
});
