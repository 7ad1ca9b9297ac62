import { stays } from '#journal/fault/kinds.ts';
import { digestOf } from '../cache/bodies.ts';
import { contentDigest } from '../cache/entries.ts';
import { rendererDigest } from '../cache/renderer.ts';
import type {
  DocumentContext,
  DocumentFacts,
  RenderedDocument,
  SourceDocument,
} from '../render/collect/document.ts';
import { renderDocument } from '../render/render.ts';
import type { Caches } from './caches.ts';
import type { Surroundings } from './documentContext.ts';
import { RenderThread, renderInTwo } from './renderInTwo.ts';

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
  const stale = known.flatMap(({ document, facts }) => (facts ? [] : [document]));
  const fresh = await renderEach(stale, surroundings, context, entries, thread);
  return new Map(
    known.map(({ document, digest, facts }) => {
      const rendered = fresh.get(document);
      const kept = rendered ? bodies.put(document.file, digest, rendered) : facts;
      if (!kept) throw new Error(`${document.file} was not rendered`);
      return [document, { digest, facts: kept }];
    }),
  );
}

async function renderEach(
  documents: readonly SourceDocument[],
  surroundings: Surroundings,
  context: DocumentContext,
  entries: Caches['entries'],
  thread: RenderThread | undefined,
): Promise<ReadonlyMap<SourceDocument, RenderedDocument>> {
  const render = (document: SourceDocument) => renderDocument(document, context);
  const tasks = documents.flatMap((document) => {
    const plain = entries.plain(document);
    return plain ? [{ document, plain }] : [];
  });
  if (tasks.length < leastForTwo)
    return new Map(documents.map((document) => [document, render(document)]));
  const inTwo = await renderInTwo(tasks, render, surroundings, thread);
  const others = documents.filter((document) => !inTwo.has(document));
  return new Map([...inTwo, ...others.map((document) => [document, render(document)] as const)]);
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
