import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import { dayInWords } from '#journal/schema/moment.ts';
import { currentJournal } from '../load/current.ts';
import { shownTitle } from '../render/title.ts';
import { inlineTexts, linkText, site } from '../view/site.ts';
import { piecesOf } from './pieces.ts';
import { plainText } from './plainText.ts';
import type { RecordHead, RecordSource } from './recordSource.ts';

/** What the record of a document with this body is made of. */
export function recordSource(document: Entry | Page, html: RecordSource['html']): RecordSource {
  const {
    tldr = '',
    caption = '',
    credit = '',
  } = document.kind === 'page' ? {} : inlineTexts(document);
  const alt = document.kind === 'page' ? undefined : document.cover?.alt;
  const texts = [plainText(tldr), alt, plainText(caption), plainText(credit)];
  return { ...recordHead(document), lead: texts.filter(Boolean).join('\n'), html };
}

/**
 * All that a document's record is made of, for a digest: making the record of each takes longer than reading all files.
 * `body` is what the bundler made of MDX.
 */
export function recordFacts(document: Entry | Page, body: string | undefined): readonly unknown[] {
  const { path, kind, lang, title } = document;
  const { language } = site().site;
  const facts = [path, kind, lang, language, title, currentJournal().digestOf(document), body];
  return document.kind === 'page' ? facts : [...facts, document.tags, document.date];
}

/** The head of a document's record. */
function recordHead(document: Entry | Page): RecordHead {
  return document.kind === 'page' ? pageHead(document) : entryHead(document);
}

function pageHead(page: Page): RecordHead {
  return {
    url: page.path,
    meta: { title: piecesOf(shownTitle(page, site().site) ?? '') },
    filters: { kind: ['page'], lang: [page.lang ?? site().site.language] },
    sort: {},
  };
}

function entryHead(entry: Entry): RecordHead {
  const { language } = site().site;
  return {
    url: entry.path,
    meta: {
      title: piecesOf(linkText(entry)),
      // The link text of an untitled note says its date already.
      ...(entry.title !== undefined && { date: piecesOf(dayInWords(entry.date, language)) }),
      ...(entry.tags.length > 0 && { tags: piecesOf(entry.tags.join(', ')) }),
    },
    filters: { kind: [entry.kind], lang: [entry.lang ?? language], tag: entry.tags },
    sort: { date: new Date(entry.date.at).toISOString() },
  };
}
