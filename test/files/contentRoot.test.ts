import { describe, expect, it } from 'vitest';
import { loadOptions } from '../../src/files/contentRoot.ts';
import { temporaryFolder } from '../load/temporary.ts';

describe('the content folder', () => {
  it('is content/ of the project, another one below it, or one elsewhere', async () => {
    const project = await temporaryFolder({ 'content/x': '', 'mine/x': '' });
    const elsewhere = await temporaryFolder();
    const root = (name?: string) =>
      loadOptions(name === undefined ? {} : { JOURNAL_CONTENT: name }, project).root;
    expect(root()).toBe(`${project}/content`);
    expect(root('')).toBe(`${project}/content`);
    expect(root('mine')).toBe(`${project}/mine`);
    expect(root(elsewhere)).toBe(elsewhere);
  });

  it('that is not there is an error that says how to name it', () => {
    expect(() =>
      loadOptions({ JOURNAL_CONTENT: 'nowhere' }, '/project'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: The content folder nowhere does not exist (looked for /project/nowhere). Expected a folder with site.yaml, articles/ and notes/. Create it, or name another one with JOURNAL_CONTENT.]`,
    );
  });
});

it('a file in place of the content folder is called one', async () => {
  const project = await temporaryFolder({ content: '' });
  expect(() => loadOptions({}, project)).toThrow('The content folder content is no folder');
});

it('now is what SOURCE_DATE_EPOCH says', async () => {
  const project = await temporaryFolder({ 'content/x': '' });
  expect(loadOptions({ SOURCE_DATE_EPOCH: '1767225600' }, project).now).toBe(
    Date.parse('2026-01-01'),
  );
});

it.each(['2026-11-21', 'abc', '-1', '1e9'])(
  'SOURCE_DATE_EPOCH=%s is refused, and opens no gate',
  (value) => {
    expect(() => loadOptions({ SOURCE_DATE_EPOCH: value }, process.cwd())).toThrow(
      'Expected whole seconds since 1970',
    );
  },
);
