import { expect, it } from 'vitest';
import { journalFiles } from '../../src/start/journalFiles.ts';

it.each([
  ['^0.2.0', '`npm update`', '[Scrollback](https://'],
  [
    'file:scrollback-journal-0.2.0.tgz',
    '`npm install ./scrollback-journal-VERSION.tgz`',
    'Scrollback. ',
  ],
])(
  'README of a journal that depends on %s says how it is upgraded, and leads nowhere that is not there',
  (dependency, command, program) => {
    const files = journalFiles({
      name: 'tides',
      dependency,
      now: Date.parse('2026-03-04T12:00:00Z'),
      timeZone: 'Europe/Lisbon',
      environment: '',
      workflow: '',
    });
    expect(files.get('README.md')).toContain(`A newer version: ${command}; `);
    expect(files.get('README.md')).toContain(`A journal, kept with ${program}`);
  },
);
