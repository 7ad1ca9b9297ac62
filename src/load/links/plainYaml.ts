import type { Fault } from '#journal/fault/fault.ts';
import { plainWarning } from '#journal/fault/plainMark.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { LineOf } from './yamlLinks.ts';

/** A text of a YAML file that holds plain words. */
type PlainText = readonly [
  file: string,
  key: readonly PropertyKey[],
  where: string,
  text: string | undefined,
];

/** What YAML files say in Markdown where it is none. */
export function plainYamlWarnings(journal: PublicJournal, lineOf: LineOf): Fault[] {
  return plainTexts(journal).flatMap(([file, key, where, text]) =>
    text === undefined
      ? []
      : plainWarning({ file, line: 0 }, where, text).map((fault) => ({
          ...fault,
          line: lineOf(file, key),
        })),
  );
}

function plainTexts({ site, series, authors, blogroll }: PublicJournal): PlainText[] {
  const ofSite = (key: readonly PropertyKey[], where: string, text: string | undefined) =>
    ['site.yaml', key, where, text] as const;
  return [
    ofSite(['title'], 'the title', site.title),
    ofSite(['tagline'], 'the tagline', site.tagline),
    ...site.nav.flatMap(({ label, entries = [] }, at) => [
      ofSite(['nav', at, 'label'], 'a label', label),
      ...entries.map((one, inner) =>
        ofSite(['nav', at, 'entries', inner, 'label'], 'a label', one.label),
      ),
    ]),
    ...site.footer.map(({ label }, at) => ofSite(['footer', at, 'label'], 'a label', label)),
    ...series.flatMap(({ id, title, planned = [] }): PlainText[] => [
      [`series/${id}.yaml`, ['title'], 'the title', title],
      ...planned.map(
        (one, at): PlainText => [`series/${id}.yaml`, ['planned', at], 'a title', one],
      ),
    ]),
    ...Object.entries(authors).map(
      ([id, { name }]): PlainText => ['authors.yaml', [id, 'name'], 'a name', name],
    ),
    ...(blogroll ?? []).flatMap(({ group, blogs }, outer): PlainText[] =>
      blogs.map(({ title }, inner) => [
        'blogroll.yaml',
        [...(group === undefined ? [inner] : [outer, 'blogs', inner]), 'title'],
        'a title',
        title,
      ]),
    ),
  ];
}
