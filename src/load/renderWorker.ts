import { entryFrom, type PlainEntry, type ReadWhole } from '../cache/plainEntry.ts';
import type { DocumentContext, RenderedDocument } from '../render/collect/document.ts';
import { renderDocument } from '../render/render.ts';
import { answerEach } from '../threads/otherThread.ts';
import { documentContext } from './documentContext.ts';
import type { RenderQuestion } from './renderInTwo.ts';

// The other thread of `renderInTwo`.
let context: DocumentContext | undefined;

/** Loaded where a document asks for it: what reads whole files takes half of the time that this thread needs to begin. */
let readWhole: ReadWhole | undefined;

answerEach(async ({ surroundings, tasks }: RenderQuestion) => {
  const known = surroundings ? documentContext(surroundings) : context;
  if (!known) throw new Error('What documents may refer to has not been told');
  context = known;
  const rendered: RenderedDocument[] = [];
  for (const task of tasks) rendered.push(await render(task, known));
  return rendered;
});

async function render(task: PlainEntry, known: DocumentContext): Promise<RenderedDocument> {
  if (readWhole) return renderDocument(entryFrom(task, readWhole), known);
  let isAsked = false;
  const read: ReadWhole = (file) => {
    isAsked = true;
    throw new Error(`${file} is not read whole yet`);
  };
  try {
    const rendered = renderDocument(entryFrom(task, read), known);
    if (!isAsked) return rendered;
  } catch (error) {
    if (!isAsked) throw error;
  }
  ({ readWhole } = await import('../cache/readWhole.ts'));
  return render(task, known);
}
