import { expect, it } from 'vitest';
import { doneSteps, type Facts, nextStep } from '../../../demo/story/steps.ts';

const nothing: Facts = { note: undefined, isPicked: false, isAnswered: false, comment: undefined };
const draft: NonNullable<Facts['note']> = {
  file: 'notes/a.md',
  path: '/notes/a/',
  isDraft: true,
  isDraftSeen: false,
  isPublishedSeen: false,
  isChanged: false,
  post: undefined,
};
const published = { ...draft, isDraft: false };
const posted = { ...published, isPublishedSeen: true, post: { isEdited: false } };

it.each<[string, Partial<Facts>, string, string | undefined]>([
  ['nothing was said', {}, '', 'say'],
  ['a draft is there', { note: draft }, 'say', 'draft'],
  ['it was looked at', { note: { ...draft, isDraftSeen: true } }, 'say draft', 'publish'],
  ['it was published unseen', { note: published }, 'say draft publish', 'see'],
  ['it was posted and seen', { note: posted }, 'say draft publish see', 'edit'],
  [
    'its file says something else',
    { note: { ...posted, isChanged: true } },
    'say draft publish see edit',
    'edited',
  ],
  [
    'a post was edited of an unchanged file',
    { note: { ...posted, post: { isEdited: true } } },
    'say draft publish see',
    'edit',
  ],
  ['only a conversation was picked', { isPicked: true }, 'pick', 'say'],
  [
    'a comment was allowed unseen',
    { comment: { path: '/a/', isSeen: false } },
    'answer allow',
    'say',
  ],
])('where %s, that is what is done, and the next step follows', (_, facts, done, next) => {
  const steps = doneSteps({ ...nothing, ...facts });
  expect([...steps].join(' ')).toBe(done);
  expect(nextStep(steps)).toBe(next);
});

it('the story ends when all of it happened', () => {
  const note = { ...posted, isChanged: true, post: { isEdited: true } };
  const comment = { path: '/notes/a/', isSeen: true };
  const steps = doneSteps({ note, isPicked: true, isAnswered: true, comment });
  expect(nextStep(steps)).toBe(undefined);
});
