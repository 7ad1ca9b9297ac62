import { entryFrom } from '../cache/entries.ts';
import type { DocumentContext } from '../render/collect/document.ts';
import { renderDocument } from '../render/render.ts';
import { answerEach } from '../threads/otherThread.ts';
import { documentContext } from './documentContext.ts';
import type { RenderQuestion } from './renderInTwo.ts';

// The other thread of `renderInTwo`.
let context: DocumentContext | undefined;

answerEach(({ surroundings, tasks }: RenderQuestion) => {
  const known = surroundings ? documentContext(surroundings) : context;
  if (!known) throw new Error('What documents may refer to has not been told');
  context = known;
  return tasks.map((task) => renderDocument(entryFrom(task), known));
});
