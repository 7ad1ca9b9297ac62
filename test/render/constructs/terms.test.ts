import { expect, it } from 'vitest';
import { render } from '../sample.ts';

it.each([
  '- **A:** b\n- **C**: d\n',
  '* **A** – b\n* **C** — d\n',
  '- __A__ -- b\n',
  '- **A:** b\n\n  more\n\n- **C:**\n',
  '> - **A:** b\n',
])('%j is a list of terms', (body) => {
  expect(render(body).html).toContain('<ul class="terms">\n<li>');
});

it.each([
  '- **A:** b\n- c\n',
  '- **A** b\n',
  '1. **A:** b\n',
  '- [ ] **A:** b\n',
  '- \\*\\*A:\\*\\* b\n',
  '- **A**-b\n',
])('%j is none', (body) => {
  expect(render(body).html).not.toContain('terms');
});

// Sätteri's definition lists would make structure of a line that somebody only typed.
it.each(['a\n: b\n', 'a\n\n: )\n', 'a\\\n: b\n'])('%j is no definition list', (body) => {
  expect(render(body).html).not.toContain('<dl>');
});
