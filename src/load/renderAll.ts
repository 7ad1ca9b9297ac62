import { stays } from '#journal/fault/kinds.ts';
import { digestOf } from '../cache/bodies.ts';
import { contentDigest } from '../cache/entries.ts';
import { rendererDigest } from '../cache/renderer.ts';
import type { DocumentContext, DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { renderDocument } from '../render/render.ts';
import type { Caches } from './caches.ts';
import type { Surroundings } from './documentContext.ts';
import { RenderThread, renderInTwo, type TakeRendered } from './renderInTwo.ts';

/** What one load knows of a document. */
export interface Rendered {
  readonly digest: string;
  readonly facts: DocumentFacts;
}

/** Below this, another thread would not have begun before all is done. */
const leastForTwo = 400;

/** Another thread for a journal of so many texts, which has begun when they are parsed; undefined where few may be rendered. */
export function threadFor(
  texts: number,
  { bodies }: Pick<Caches, 'bodies'>,
): RenderThread | undefined {
  return texts >= leastForTwo && bodies.isEmpty ? new RenderThread() : undefined;
}

/**
 * The facts of all documents, of which those are rendered whose body is not in the cache as it would be now: where they are
 * many, in `thread` too.
 */
export async function renderAll(
  documents: readonly SourceDocument[],
  surroundings: Surroundings,
  context: DocumentContext,
  { entries, bodies }: Pick<Caches, 'entries' | 'bodies'>,
  thread?: RenderThread,
): Promise<Map<SourceDocument, Rendered>> {
  bodies.begin();
  const common = commonDigest(context);
  const known = documents.map((document) => {
    const digest = digestIn(context, common, document, entries);
    const facts = bodies.facts(document.file, digest);
    return { document, digest, facts: facts && isCurrent(facts, context) ? facts : undefined };
  });
  const digests = new Map(known.map(({ document, digest }) => [document, digest]));
  const fresh = new Map<SourceDocument, DocumentFacts>();
  const stale = known.flatMap(({ document, facts }) => (facts ? [] : [document]));
  await renderEach(stale, surroundings, context, entries, thread, (document, rendered) => {
    fresh.set(document, bodies.put(document.file, digests.get(document) ?? '', rendered));
  });
  return new Map(
    known.map(({ document, digest, facts = fresh.get(document) }) => {
      if (!facts) throw new Error(`${document.file} was not rendered`);
      return [document, { digest, facts }];
    }),
  );
}

/** Has each of them taken as soon as it is rendered, in whatever order. */
async function renderEach(
  documents: readonly SourceDocument[],
  surroundings: Surroundings,
  context: DocumentContext,
  entries: Caches['entries'],
  thread: RenderThread | undefined,
  take: TakeRendered,
): Promise<void> {
  const render = (document: SourceDocument) => renderDocument(document, context);
  const tasks = documents.flatMap((document) => {
    const plain = entries.plain(document);
    return plain ? [{ document, plain }] : [];
  });
  const inTwo = tasks.length < leastForTwo ? [] : tasks;
  if (inTwo.length > 0) await renderInTwo(inTwo, render, take, surroundings, thread);
  const done = new Set(inTwo.map(({ document }) => document));
  for (const document of documents) if (!done.has(document)) take(document, render(document));
}

/** Of what decides for every document what comes out. */
function commonDigest({ siteUrl, formerly, words, ...context }: DocumentContext): string {
  return digestOf(
    rendererDigest(),
    siteUrl,
    formerly.join(' '),
    `${context.smartPunctuation} ${context.headingIds}`,
    words ? JSON.stringify([words.language, words.site]) : '',
  );
}

function digestIn(
  context: DocumentContext,
  common: string,
  document: SourceDocument,
  entries: Caches['entries'],
): string {
  return digestOf(
    common,
    document.lang ?? context.language,
    document.id,
    document.path,
    document.kind === 'page' ? contentDigest(document) : entries.contentOf(document),
  );
}

/** Whether what the body refers to is still where it was. Where that is wrong, it is looked at anew: it may be there. */
function isCurrent(facts: DocumentFacts, context: DocumentContext): boolean {
  return (
    facts.faults.every(({ kind }) => stays(kind)) &&
    facts.resolved.every(([file, path]) => context.pathOf(file) === path) &&
    facts.named.every(([name, path]) => pathNamed(name, context) === path) &&
    !facts.absent.some((file) => context.hasFile(file)) &&
    facts.assets.every(({ file }) => context.hasFile(file))
  );
}

/** As {@link DocumentFacts.named} has it; undefined where several documents have the name, which is a fault. */
function pathNamed(name: string, context: DocumentContext): string | undefined {
  const named = context.find(name);
  if (named.is === 'ambiguous') return undefined;
  return named.is === 'found' ? named.path : '';
}
