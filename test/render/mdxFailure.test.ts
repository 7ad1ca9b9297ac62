import { expect, it } from 'vitest';
import { mdxFailure } from '../../src/render/mdxFailure.ts';
import { article } from './sample.ts';

it.each([
  ['thing is not defined', 8],
  ['this.thing is not a function', 6],
  ['Expected component `Missing` to be defined: you likely forgot to import it.', 9],
  ['Expected object `Missing` to be defined: you likely forgot to import it.', 9],
  ['a.b is not a function', 10],
  ['n is not defined', 10],
  ['boom', 6],
])('%s is told with the line that has the name', (message, line) => {
  const document = article('Words.\n\n{thing}\n<Missing.Part />\n{a.b(...n)}\n');
  const told = mdxFailure(new ReferenceError(message), document);
  expect(told.message).toMatch(
    `${document.file}:${line}: MDX that fails when its page is made (${message}); expected `,
  );
});
