import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOfStyle } from '../../../src/build/pages/styleFiles.ts';
import { temporaryFolder } from '../../load/temporary.ts';

it('all files count that a style sheet loads, and that those load', async () => {
  const folder = await temporaryFolder({
    'theme.css': '@import "colours.css" layer(a);\np { background: url("paper.png?v=1#a") }',
    'colours.css': '@import "theme.css";\n:root { --a: url(./ink.svg) }',
    'paper.png': '',
    'ink.svg': '',
    'part.scss': '',
    'own/base.css': '@import "./type";',
    'own/type.css': '',
  });
  const source = `@import url('../theme.css') screen;
@import "@fontsource/x/index.css";
@use '../part.scss';
@import "/own/base.css";
p { background: url("data:image/png;base64,${'a'.repeat(5_000)}") }
p { background: url(data:image/png;base64,${'a'.repeat(300)}) }
p::after { content: "."; background: url(https://example.org/a.png) }`;
  expect(filesOfStyle({ file: join(folder, 'src/own.css'), source }, folder)).toEqual(
    new Set(
      [
        'theme.css',
        'colours.css',
        'paper.png',
        'ink.svg',
        'part.scss',
        'own/base.css',
        'own/type.css',
      ].map((name) => join(folder, name)),
    ),
  );
});
