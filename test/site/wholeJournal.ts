import { plainPicture } from '../plainPicture.ts';

/** The words that hidden entries consist of: whoever finds one of them in an output has found a leak. */
export const canaries = [
  'kanarididraft',
  'kanariscedule',
  'kanarinotedraft',
  'kanarinotelater',
  'kanaripartdraft',
  'kanaripartlater',
  'kanaricommentwaiting',
  'kanaricommentremoved',
  'kanaricommentdraft',
  'kanaricommentlater',
] as const;

const entry = (matter: string, body: string) => `---\n${matter}---\n\n${body}`;
const later = 'date: 2030-01-01\n';

/** A hidden entry that says its canary in every key and in its text. */
function hidden(canary: string, lines: string): string {
  return entry(
    `title: ${canary} title\nsummary: ${canary} summary\ntldr: ${canary} tldr\ntags: [shared, ${canary}]\naliases: /${canary}-old/\nid: /${canary}/\n${lines}`,
    `${canary} text, which links to [an article](/2026/everything/) and to [[Everything]].[^1]\n\n[^1]: ${canary} note.\n`,
  );
}

const everything = `tl;dr: Every construct *once*.

# A heading with a note[^head] {and} "quotes"

"Straight quotes", an apostrophe's -- dash, and \`code "as" -- typed\` with a --flag. He said "*this*".[^a]

> Es ist so. So ist es.
> -- Somebody, *Somewhere* {lang=de}

> [!NOTE]
> A callout with a note.[^callout]

> [!WARNING] Mind the step
> - With a list

> [!PULL]
> Said again, larger.

> **Ana:** Shall we?
>
> **Rui:** Not today.[^chat]

![A square](square.png)
A caption with a note.[^caption]
-- Ana

![Another square](square.png "A title for a caption")

[![A square as a poster](square.png)](https://www.youtube.com/watch?v=abcdefghijk)

Before mathematics $$x^2 + y_1$$ and after.

$$
\\int_0^1 f(x)\\,dx = \\frac{1}{2}
$$

| Left | Centre[^cell] | Right |
| :--- | :---: | ---: |
| a | b | c |
| a very long cell that does not fit into any phone | another very long cell | and a third one |

\`\`\`ts title="src/sample.ts" {2}
const one: number = 1;
const two = "two -- as typed"; // and a very long line that goes on and on and on, past every phone that there is today
\`\`\`

- **Term:** what it means
- **Other:** what that means

- [x] done
- [ ] not done

A page that [[Is Not Written]] yet, and one that is: [[Second article|the second]]. See [below](#below).

***

## Below

<details><summary>More</summary>

Hidden at first.[^details]

</details>

[^head]: In a heading.
[^a]: Two paragraphs.

    The second, with \`code\`.
[^callout]: In a callout.
[^chat]: In a conversation.
[^caption]: In a caption.
[^cell]: In a table.
[^details]: In details.
`;

/**
 * A journal that has every construct, every kind of page and every kind of hidden entry, and a page of the stream with
 * more than a hundred entries full of notes. File names to contents.
 */
export async function wholeJournal(): Promise<Record<string, string | Uint8Array>> {
  const picture = await plainPicture('png', '#2a6', 1200, 800);
  return {
    'site.yaml': `title: The Whole
tagline: Everything once
url: https://whole.example
timeZone: Europe/Lisbon
author: ana
channel: "@whole_channel"
stream: { entries: 100 }
theme: { accent: "#7a1f1f", width: wide }
nav:
  - { label: Archive, path: /archive/ }
  - { label: About, path: /about/ }
`,
    'authors.yaml':
      'ana:\n  name: Ana\n  url: https://ana.example/\n  bio: Writes *things* down.\nrui:\n  name: Rui\n',
    'blogroll.yaml':
      '- title: A friend\n  url: https://friend.example/\n  feed: https://friend.example/feed.xml\n  about: Writes & draws.\n',
    'series/steps.yaml': 'title: Steps\ndescription: In *order*.\nplanned: [The last step]\n',
    'pages/about.md': entry('title: About\n', 'About this.[^1]\n\n[^1]: Really.\n'),
    'articles/everything/index.md': entry(
      'title: Everything "at once"\ndate: 2026-05-20\nupdated: 2026-05-21\nslug: everything\ntags: [shared, test]\nauthors: [ana, rui]\ncover: { src: square.png, alt: A square, caption: "A *cover*", credit: "[Ana](https://ana.example/)" }\nsyndication: https://t.me/whole_channel/5\naliases: /old/everything.html\nid: /2026/everything/\n',
      everything,
    ),
    'articles/everything/square.png': picture,
    'articles/second.md': entry(
      'title: Second article\ndate: 2026-05-19T10:00:00+01:00\ntags: [shared]\nseries: steps\n',
      'Refers to [the first](everything/index.md#below) and has `code`.\n',
    ),
    'articles/mdx.mdx': entry(
      'title: In MDX\ndate: 2026-05-18\ntags: [shared]\nseries: steps\n',
      'export const n = 3;\n\nThree is {n}.[^1]\n\n> [!TIP]\n> In MDX too.\n\n[^1]: A note in MDX.\n',
    ),
    'articles/hebrew.md': entry(
      'title: שלום עולם\ndate: 2026-05-17\nlang: he\n',
      'שלום[^1] עולם, שוב.\n\n[^1]: הערה.\n',
    ),
    'articles/japanese.md': entry(
      'title: 東京の朝\ndate: 2026-05-16\nlang: ja\n',
      '東京の朝は静かだ。図書館へ行く。[^1]\n\n[^1]: 注。\n',
    ),
    'notes/reply.md': entry(
      'date: 2026-05-15T23:30:00-05:00\ninReplyTo: https://elsewhere.example/a\n',
      'An answer, late at night.\n',
    ),
    'notes/🎉.md': entry('date: 2026-05-14\n', '🎉\n'),
    ...Object.fromEntries(
      Array.from({ length: 205 }, (_, at) => [
        `notes/many-${String(at).padStart(3, '0')}.md`,
        entry(
          `date: 20${at < 105 ? 24 : 25}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}\ntags: [many]\n`,
          `Number ${at} has a note[^1], a second[^x] and the first again.[^1]\n\n## Heading\n\n[^1]: Note of ${at}.\n[^x]: Second of ${at}, see [^1].\n`,
        ),
      ]),
    ),
    'comments/2026/everything.yaml': comments('/2026/everything/', [
      ['a1', 'shown', 'A shown <b>comment</b>'],
      ['a2', 'waiting', 'kanaricommentwaiting'],
      ['a3', 'removed', 'kanaricommentremoved'],
    ]),
    'articles/d.md': hidden('kanarididraft', 'date: 2026-01-01\ndraft: true\n'),
    'articles/s.md': hidden('kanariscedule', later),
    'notes/d.md': hidden('kanarinotedraft', 'date: 2026-01-01\ndraft: true\n'),
    'notes/l.md': hidden('kanarinotelater', later),
    'articles/pd.md': hidden(
      'kanaripartdraft',
      'date: 2026-05-18T12:00:00Z\ndraft: true\nseries: steps\n',
    ),
    'articles/pl.md': hidden('kanaripartlater', `${later}series: steps\n`),
    'comments/kanarididraft.yaml': comments('/kanarididraft/', [
      ['b1', 'shown', 'kanaricommentdraft'],
    ]),
    'comments/kanariscedule.yaml': comments('/kanariscedule/', [
      ['c1', 'shown', 'kanaricommentlater'],
    ]),
  };
}

function comments(id: string, list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([name, status, text]) =>
      `  - id: ${name}\n    name: ${text.startsWith('kanari') ? text : 'Bea'}\n    date: 2026-05-22T10:00:00Z\n    status: ${status}\n    text: ${JSON.stringify(text)}\n`,
  );
  return `entry: ${id}\ncomments:\n${items.join('')}`;
}
